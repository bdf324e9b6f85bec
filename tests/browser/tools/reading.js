// The extension's reader as one script for a test page, where it reads as it does in the content script.
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/** @typedef {import("../../../extension/content/facts.js").Facts} Facts */
/** @typedef {{ status: "text" | "media" | "empty", text: string, quoted: boolean, partial: boolean, language: string | null, key: string | null, marked: boolean, placed: boolean, closest: boolean } & Facts} PostRead */
/** @typedef {{ site: string, health: import("../../../extension/content/read.js").Health, folded: import("../../../extension/content/folded.js").Folded, posts: PostRead[], took: number, unchanged: boolean }} PageRead */

export async function probeSource() {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("./probe.js", import.meta.url))],
    bundle: true,
    write: false,
    format: "iife",
    charset: "utf8",
    target: "es2022",
  });
  return /** @type {{ text: string }} */ (outputFiles[0]).text;
}

/**
 * Calls a function of the probe in a page that holds it.
 * @param {import("puppeteer-core").Page} page
 * @param {string} name
 * @param {string[]} args
 */
export function probe(page, name, ...args) {
  return page.evaluate(`firebreakProbe.${name}(${args.map((one) => JSON.stringify(one)).join(", ")})`);
}
