// The built extension with other words in place of its English ones: those of another language, or of none (pseudo.js). The browser's own
// language cannot be told to a test browser without its language packs; the words, their direction and their numbers are what a reader sees.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Software that runs on any host has no addresses in the manifest; this is one that a reader turned on. */
const TURNED_ON = "https://town.example/*";

/** @typedef {import("../../../extension/shared/words.js").Messages} Messages */

/** @param {string} language of a folder in _locales @returns {Messages} */
export function messagesOf(language) {
  return JSON.parse(readFileSync(new URL(`../../../extension/_locales/${language}/messages.json`, import.meta.url), "utf8"));
}

/** @param {string} browser @param {string} name tells the copies apart @param {Messages} messages @returns {string} a folder to load */
export function withWords(browser, name, messages) {
  const copy = fileURLToPath(new URL(`../../../target/words/${browser}-${name}`, import.meta.url));
  rmSync(copy, { recursive: true, force: true });
  cpSync(fileURLToPath(new URL(`../../../target/dist/${browser}`, import.meta.url)), copy, { recursive: true });
  rmSync(`${copy}/_locales`, { recursive: true });
  mkdirSync(`${copy}/_locales/en`, { recursive: true });
  writeFileSync(`${copy}/_locales/en/messages.json`, JSON.stringify(messages));
  const manifest = JSON.parse(readFileSync(`${copy}/manifest.json`, "utf8"));
  for (const list of [manifest.host_permissions, manifest.content_scripts[0].matches]) list.push(TURNED_ON);
  writeFileSync(`${copy}/manifest.json`, JSON.stringify(manifest));
  return copy;
}
