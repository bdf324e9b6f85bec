// Settings from whatever was stored or imported. Each part that cannot be read falls back to its default, the rest is kept, and no list
// grows past its bound: the oldest entries go first.

/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("./settings.js").Treatment} Treatment */

export const VERSION = 3;

/** Most entries of each list, and most characters of each entry. extension/README.md states what that comes to. */
export const BOUNDS = {
  sitesOff: 500,
  postsOff: 1000,
  rulesOff: 200,
  watchTerms: 100,
  crises: 10,
  crisisTerms: 30,
  host: 253,
  rule: 100,
  term: 80,
  name: 80,
};

/** Characters of the whole record at most: each list full of its longest entries. */
export const MOST_SETTINGS =
  2000 +
  BOUNDS.sitesOff * (BOUNDS.host + 3) +
  BOUNDS.postsOff * 60 +
  BOUNDS.rulesOff * (BOUNDS.rule + 3) +
  BOUNDS.watchTerms * (BOUNDS.term + 40) +
  BOUNDS.crises * (BOUNDS.name + 80 + BOUNDS.crisisTerms * (BOUNDS.term + 3));

/** @type {Treatment[]} */
export const TREATMENTS = ["off", "note", "label", "cover"];
export const SHOW_FROM = /** @type {const} */ (["note", "caution", "warning"]);
export const WATCH_LEVELS = /** @type {const} */ (["note", "caution"]);
export const SENSITIVITIES = /** @type {const} */ (["higher", "highest"]);

/** The languages that are judged; `und` is a text too short to tell, which the engine reads as English. */
export const LANGUAGES = ["en", "und"];

/** Insults to a person are common and seldom a danger to others, so that their labels wait to be asked for. */
const CATEGORIES = /** @type {Record<string, Treatment>} */ ({
  "call-to-violence": "label",
  threat: "label",
  "violence-justified": "label",
  dehumanising: "label",
  hate: "label",
  "unverified-blame": "label",
  mobilising: "label",
  doxxing: "label",
  "personal-attack": "off",
});

/** @returns {Settings} */
export function defaults() {
  return {
    version: VERSION,
    showFrom: "caution",
    categories: { ...CATEGORIES },
    sitesOff: [],
    pausedUntil: 0,
    postsOff: [],
    rulesOff: [],
    languages: [...LANGUAGES],
    sync: false,
    watchTerms: [],
    crises: [],
  };
}

/**
 * How a record of each former version becomes one of the next. Version 1 had the same level, sites and categories, and nothing else;
 * the languages of version 2 changed nothing. What a record lacks falls back to its default.
 * @type {Record<number, (stored: Record<string, unknown>) => Record<string, unknown>>}
 */
const MIGRATIONS = {
  1: (stored) => ({ ...stored, version: 2 }),
  2: ({ languages: _unused, ...stored }) => ({ ...stored, version: 3 }),
};

/** @param {Record<string, unknown>} stored @returns {Record<string, unknown>} */
export function migrate(stored) {
  let record = stored;
  for (;;) {
    const step = MIGRATIONS[/** @type {number} */ (record.version)];
    if (!step) return record;
    record = step(record);
  }
}

/** @param {unknown} stored @returns {Settings} */
export function read(stored) {
  const settings = defaults();
  if (!isRecord(stored)) return settings;
  const record = migrate(stored);
  return {
    ...settings,
    showFrom: SHOW_FROM.find((level) => level === record.showFrom) ?? settings.showFrom,
    categories: readCategories(record.categories),
    sitesOff: texts(record.sitesOff, BOUNDS.sitesOff, BOUNDS.host),
    pausedUntil: time(record.pausedUntil) ?? 0,
    postsOff: entries(record.postsOff, BOUNDS.postsOff, readPost),
    rulesOff: texts(record.rulesOff, BOUNDS.rulesOff, BOUNDS.rule),
    languages: readLanguages(record.languages) ?? settings.languages,
    sync: record.sync === true,
    watchTerms: entries(record.watchTerms, BOUNDS.watchTerms, readWatchTerm),
    crises: entries(record.crises, BOUNDS.crises, readCrisis),
  };
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
export function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** @param {unknown} stored @returns {Record<string, Treatment>} */
function readCategories(stored) {
  const categories = { ...CATEGORIES };
  if (!isRecord(stored)) return categories;
  for (const id of Object.keys(categories)) {
    const treatment = TREATMENTS.find((one) => Object.hasOwn(stored, id) && one === stored[id]);
    if (treatment) categories[id] = treatment;
  }
  return categories;
}

/** @param {Record<string, unknown>} stored */
function readPost({ key, when }) {
  return typeof key === "string" && /^[0-9a-f]{16}$/.test(key) ? { key, when: time(when) ?? 0 } : null;
}

/** All of them may be off. @param {unknown} stored @returns {string[] | null} null: no list */
function readLanguages(stored) {
  return Array.isArray(stored) ? LANGUAGES.filter((language) => stored.includes(language)) : null;
}

/** @param {Record<string, unknown>} stored @returns {import("./settings.js").WatchTerm | null} */
function readWatchTerm({ term, level }) {
  const text = shortText(term, BOUNDS.term);
  return text === null ? null : { term: text, level: WATCH_LEVELS.find((one) => one === level) ?? "note" };
}

/** @param {Record<string, unknown>} stored @returns {import("./settings.js").Crisis | null} */
function readCrisis({ name, terms, sensitivity, until }) {
  const text = shortText(name, BOUNDS.name);
  const end = time(until);
  if (text === null || end === null) return null;
  return {
    name: text,
    terms: texts(terms, BOUNDS.crisisTerms, BOUNDS.term),
    sensitivity: SENSITIVITIES.find((one) => one === sensitivity) ?? "higher",
    until: end,
  };
}

/**
 * The last entries that can be read.
 * @template T
 * @param {unknown} stored @param {number} most @param {(entry: Record<string, unknown>) => T | null} readOne
 * @returns {T[]}
 */
function entries(stored, most, readOne) {
  if (!Array.isArray(stored)) return [];
  const read = stored.map((entry) => (isRecord(entry) ? readOne(entry) : null));
  return /** @type {T[]} */ (read.filter((entry) => entry !== null)).slice(-most);
}

/** Each text once. @param {unknown} stored @param {number} most @param {number} longest @returns {string[]} */
function texts(stored, most, longest) {
  if (!Array.isArray(stored)) return [];
  return [...new Set(stored.flatMap((entry) => shortText(entry, longest) ?? []))].slice(-most);
}

/** @param {unknown} value @param {number} longest @returns {string | null} */
function shortText(value, longest) {
  if (typeof value !== "string") return null;
  const text = value.trim();
  return text === "" || text.length > longest ? null : text;
}

/** @param {unknown} value @returns {number | null} */
function time(value) {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
