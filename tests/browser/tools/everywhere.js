// The built extension as it is for a reader who turned every site on: software that runs on any host has no addresses of its own in the
// manifest, and a test cannot press the browser's own button that grants them.
import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** @param {string} browser @param {{ scripts?: boolean }} [options] scripts false: it may read every site and runs in none by itself @returns {string} a folder to load */
export function everywhere(browser, { scripts = true } = {}) {
  const built = fileURLToPath(new URL(`../../../target/dist/${browser}`, import.meta.url));
  const copy = fileURLToPath(new URL(`../../../target/pages/${browser}`, import.meta.url));
  rmSync(copy, { recursive: true, force: true });
  cpSync(built, copy, { recursive: true });
  const manifest = JSON.parse(readFileSync(join(built, "manifest.json"), "utf8"));
  const { exclude_matches: _, ...script } = manifest.content_scripts[0];
  manifest.content_scripts = [{ ...script, matches: [scripts ? "https://*/*" : "https://no.invalid/*"] }];
  manifest.host_permissions = ["https://*/*"];
  writeFileSync(join(copy, "manifest.json"), JSON.stringify(manifest));
  return copy;
}
