// What the reader chose. One versioned record in local storage: nothing about authors or posts is ever kept.

import { load, onSaved, save } from "./browser.js";

/** @typedef {import("../engine/firebreak.js").Level} Level */
/** @typedef {"off" | "label"} Treatment what happens to posts of a category */
/**
 * @typedef {{
 *   version: 1,
 *   showFrom: Level,
 *   sitesOff: string[],
 *   categories: Record<string, Treatment>,
 * }} Settings
 */

const KEY = "settings";
const MOST_SITES = 2000;

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
  return { version: 1, showFrom: "caution", sitesOff: [], categories: { ...CATEGORIES } };
}

/**
 * Settings from whatever was stored: each part that cannot be read falls back to its default, and the rest is kept.
 * @param {unknown} stored
 * @returns {Settings}
 */
export function read(stored) {
  const settings = defaults();
  if (typeof stored !== "object" || stored === null) return settings;
  const { showFrom, sitesOff, categories } = /** @type {Record<string, unknown>} */ (stored);
  if (showFrom === "note" || showFrom === "caution" || showFrom === "warning") settings.showFrom = showFrom;
  if (Array.isArray(sitesOff)) {
    settings.sitesOff = sitesOff.filter((host) => typeof host === "string").slice(-MOST_SITES);
  }
  if (typeof categories === "object" && categories !== null) {
    for (const [id, treatment] of Object.entries(categories)) {
      if (id in settings.categories && (treatment === "off" || treatment === "label")) settings.categories[id] = treatment;
    }
  }
  return settings;
}

/** @returns {Promise<Settings>} */
export async function loadSettings() {
  return read(await load(KEY));
}

/** @param {(settings: Settings) => Settings} change @returns {Promise<Settings>} */
export async function changeSettings(change) {
  const settings = read(change(await loadSettings()));
  await save(KEY, settings);
  return settings;
}

/** @param {(settings: Settings) => void} listener @returns {() => void} stops listening */
export function onSettings(listener) {
  return onSaved(KEY, (stored) => listener(read(stored)));
}

/** @param {Settings} settings @param {string} host @returns {boolean} */
export function isOn(settings, host) {
  return !settings.sitesOff.includes(host);
}

/** @param {Settings} settings @param {string} host @param {boolean} on @returns {Settings} */
export function withSite(settings, host, on) {
  const others = settings.sitesOff.filter((other) => other !== host);
  return { ...settings, sitesOff: on ? others : [...others, host] };
}
