// All settings as one file that a reader can keep, read and bring back. A file is taken whole or not at all: what is wrong with it is
// named, and nothing changes.

import { readPacks } from "./packs.js";
import { isRecord, migrate, read, VERSION } from "./settings-read.js";
import { checkSiteFile } from "./site-file.js";
import { readSiteFiles } from "./site-files.js";

/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("./sync-form.js").Everything} Everything */
/** A message of _locales with its values. @typedef {{ key: string, values: string[] }} Fault */

const KIND = "firebreak-settings";
/** Somewhat more than all bounds together. */
const LONGEST = 4_000_000;

/** @param {Everything} all @param {number} now @returns {string} */
export function toFile({ settings, packs, siteFiles }, now) {
  return `${JSON.stringify({ kind: KIND, version: VERSION, exported: new Date(now).toISOString(), settings, packs, siteFiles }, null, 2)}\n`;
}

/**
 * @param {string} text @param {(selector: string) => boolean} parses
 * @returns {{ value: Everything, fault: null } | { value: null, fault: Fault }}
 */
export function fromFile(text, parses) {
  /** @param {string} key @param {...string} values */
  const wrong = (key, ...values) => ({ value: null, fault: { key, values } });
  if (text.length > LONGEST) return wrong("import_long");
  /** @type {unknown} */
  let file;
  try {
    file = JSON.parse(text);
  } catch (error) {
    return wrong("import_not_json", placeOf(text, error));
  }
  if (!isRecord(file) || file.kind !== KIND || !isRecord(file.settings)) return wrong("import_other");
  const { version } = file.settings;
  if (typeof version !== "number") return wrong("import_other");
  if (version > VERSION) return wrong("import_newer", String(version), String(VERSION));
  const bad = unreadable(file.settings);
  if (bad.length > 0) return wrong("import_fields", bad.join(", "));
  const packs = readPacks(file.packs ?? []);
  if (packs.length !== lengthOf(file.packs)) return wrong("import_fields", "packs");
  const siteFiles = readSiteFiles(file.siteFiles ?? []);
  if (siteFiles.length !== lengthOf(file.siteFiles)) return wrong("import_fields", "siteFiles");
  for (const { name, text: json } of siteFiles) {
    const checked = checkSiteFile(json, parses);
    if (!checked.ok) return wrong("import_site_file", name, checked.error);
  }
  return { value: { settings: read(file.settings), packs, siteFiles }, fault: null };
}

/** @param {unknown} list */
function lengthOf(list) {
  return Array.isArray(list) ? list.length : list === undefined ? 0 : -1;
}

/** The browsers' own words, with the line, which not all of them give. @param {string} text @param {unknown} error */
function placeOf(text, error) {
  const message = error instanceof Error ? error.message : String(error);
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined || /line \d+/.test(message)) return message;
  return `${message} (line ${text.slice(0, Number(position)).split("\n").length})`;
}

/**
 * The parts of a stored record that fall back to their default, because they cannot be read.
 * @param {unknown} stored
 * @returns {string[]} their names; "settings" where nothing can be read
 */
export function unreadable(stored) {
  if (stored === undefined) return [];
  if (!isRecord(stored)) return ["settings"];
  const settings = read(stored);
  const record = migrate(stored);
  return Object.keys(settings).filter((field) => {
    const had = record[field];
    const has = settings[/** @type {keyof Settings} */ (field)];
    return had !== undefined && field !== "version" && !same(had, has);
  });
}

/** @param {unknown} one @param {unknown} other @returns {boolean} */
function same(one, other) {
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, place) => same(item, other[place]));
  if (isRecord(one) && isRecord(other)) return Object.keys(one).every((name) => same(one[name], other[name]));
  return one === other;
}
