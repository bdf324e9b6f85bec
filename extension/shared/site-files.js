// Site files of the reader's own, which take the place of built-in ones of the same name. In local storage under a key of their own, as
// they were given; site-file.js checks them, when they are added and each time they are read.

import { load, onSaved, save } from "./browser.js";
import { isRecord } from "./settings-read.js";
import { checkSiteFile } from "./site-file.js";

/** @typedef {import("../content/rules.js").SiteFile} SiteFile */
/** @typedef {{ name: string, text: string, added: number }} OwnSiteFile added: milliseconds since 1970 */

export const SITE_FILES_KEY = "siteFiles";
/** A built-in file has some 5,000 characters. */
export const SITE_FILE_BOUNDS = { files: 40, text: 100_000, all: 1_000_000 };

/** The files of whatever was stored, within the bounds. @param {unknown} stored @returns {OwnSiteFile[]} */
export function readSiteFiles(stored) {
  if (!Array.isArray(stored)) return [];
  /** @type {OwnSiteFile[]} */
  const files = [];
  let characters = 0;
  for (const entry of stored) {
    if (!isRecord(entry) || typeof entry.name !== "string" || typeof entry.text !== "string") continue;
    if (entry.text.length > SITE_FILE_BOUNDS.text) continue;
    characters += entry.text.length;
    if (files.length === SITE_FILE_BOUNDS.files || characters > SITE_FILE_BOUNDS.all) break;
    const added = typeof entry.added === "number" && Number.isFinite(entry.added) ? entry.added : 0;
    if (files.every(({ name }) => name !== entry.name)) files.push({ name: entry.name, text: entry.text, added });
  }
  return files;
}

/**
 * What the content script reads pages by: the files that are still in order. One that is not is left out, and its built-in file is used.
 * @param {OwnSiteFile[]} files @param {(selector: string) => boolean} parses
 * @returns {SiteFile[]}
 */
export function usable(files, parses) {
  return files.flatMap(({ text }) => {
    const checked = checkSiteFile(text, parses);
    return checked.ok ? [checked.value] : [];
  });
}

/** @param {OwnSiteFile[]} files @param {OwnSiteFile} file takes the place of the one of its name @returns {OwnSiteFile[]} */
export function withSiteFile(files, file) {
  return [...withoutSiteFile(files, file.name), file];
}

/** @param {OwnSiteFile[]} files @param {string} name @returns {OwnSiteFile[]} */
export function withoutSiteFile(files, name) {
  return files.filter((file) => file.name !== name);
}

/** @returns {Promise<OwnSiteFile[]>} */
export async function loadSiteFiles() {
  return readSiteFiles(await load(SITE_FILES_KEY));
}

/** @param {(files: OwnSiteFile[]) => OwnSiteFile[]} change */
export async function changeSiteFiles(change) {
  await save(SITE_FILES_KEY, readSiteFiles(change(await loadSiteFiles())));
}

/** @param {() => void} listener @returns {() => void} stops listening */
export function onSiteFiles(listener) {
  return onSaved(SITE_FILES_KEY, listener);
}
