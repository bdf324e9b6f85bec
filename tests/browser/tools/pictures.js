// Pictures of every surface, in light and dark, from right to left, in a narrow column, in forced colours and at twice the size, written to
// target/screenshots. Only Chromium can be told all of these from outside. Arguments: names of surfaces, or none for all.
import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { openLab, until } from "../harness/lab.js";
import { SURFACES } from "../surfaces.js";
import { messagesOf, withWords } from "./words.js";

/** @typedef {import("puppeteer-core").Page} Page */
/** arabic: in a lab with Arabic words; dark, forced: what the system asks for; zoom: as the browser's own. @typedef {{ arabic?: boolean, dark?: boolean, forced?: boolean, width?: number, zoom?: number }} Variant */

const FOLDER = fileURLToPath(new URL("../../../target/screenshots/", import.meta.url));
const [WIDTH, HEIGHT] = [900, 900];
/** The panel stands beside a page, and the popup below its button. */
const NARROWER = /** @type {Record<string, number>} */ ({ thread: 420, post: 420, escalation: 420, saved: 420, watch: 420, popup: 340 });
/** @type {Record<string, Variant>} */
const VARIANTS = {
  light: {},
  dark: { dark: true },
  narrow: { width: 320 },
  forced: { forced: true, dark: true },
  zoom: { zoom: 2 },
  rtl: { arabic: true },
};

mkdirSync(FOLDER, { recursive: true });
const wanted = process.argv.slice(2);
for (const arabic of [false, true]) {
  const lab = await openLab({
    browser: "chromium",
    size: { width: WIDTH, height: HEIGHT },
    extension: withWords("chromium", arabic ? "ar" : "en", messagesOf(arabic ? "ar" : "en")),
  });
  try {
    for (const [name, open] of Object.entries(SURFACES)) {
      if (wanted.length > 0 && !wanted.includes(name)) continue;
      for (const [look, variant] of Object.entries(VARIANTS)) {
        if (Boolean(variant.arabic) !== arabic) continue;
        const surface = await open(lab, { dark: variant.dark ?? false, rtl: arabic, width: Math.min(600, variant.width ?? 600) });
        await take(surface.page, name, look, variant);
        for (const page of await lab.driver.browser.pages()) if (page.url() !== "about:blank") await page.close();
      }
    }
  } finally {
    await lab.close();
  }
}

/** @param {Page} page @param {string} name @param {string} look @param {Variant} variant */
async function take(page, name, look, { dark = false, forced = false, width, zoom = 1 }) {
  const session = await page.createCDPSession();
  const features = { "prefers-color-scheme": dark ? "dark" : "light", "forced-colors": forced ? "active" : "none" };
  await session.send("Emulation.setEmulatedMedia", {
    // Pictures show things at rest.
    features: [...Object.entries(features), ["prefers-reduced-motion", "reduce"]].map(([feature = "", value = ""]) => ({
      name: feature,
      value,
    })),
  });
  // As at 200 % in the browser: half as many pixels of the page, each twice as large.
  const columns = width ?? Math.round((NARROWER[name] ?? WIDTH) / zoom);
  await page.setViewport({ width: columns, height: HEIGHT / zoom, deviceScaleFactor: zoom });
  await until("the theme", () =>
    page.evaluate((theme) => document.body.dataset.theme === undefined || document.body.dataset.theme === theme, dark ? "dark" : "light"),
  );
  const own = /^chrome-extension:/.test(page.url()) && !["popup", "thread", "post", "escalation", "saved", "watch"].includes(name);
  const long = await page.evaluate(() => document.documentElement.scrollHeight > innerHeight);
  await page.screenshot({ path: `${FOLDER}${name}-${look}.png`, fullPage: (own || name === "www") && long });
  console.log(`target/screenshots/${name}-${look}.png`);
}
