// What the reader chose: one versioned record in local storage. Nothing about authors is ever kept, and of a post only a hash.

import { load, onSaved, save } from "./browser.js";
import { read } from "./settings-read.js";

/** @typedef {import("../engine/firebreak.js").Level} Level */
/** off: never shown; note: shown as a quiet note, whatever its level; label: shown as what it is; cover: and the post is covered. @typedef {"off" | "note" | "label" | "cover"} Treatment */
/** A post that is not to be labelled: the key of its text (settings-change.js), and when that was said. @typedef {{ key: string, when: number }} PostOff */
/** A reader's own word, and the level at which a post with it is labelled. @typedef {{ term: string, level: "note" | "caution" }} WatchTerm */
/** A place or an event for which blame and calls to gather weigh more, until a day. @typedef {{ name: string, terms: string[], sensitivity: "higher" | "highest", until: number }} Crisis */
/**
 * @typedef {{
 *   version: 3,
 *   showFrom: "note" | "caution" | "warning",
 *   categories: Record<string, Treatment>,
 *   sitesOff: string[],
 *   pausedUntil: number,
 *   postsOff: PostOff[],
 *   rulesOff: string[],
 *   languages: string[],
 *   sync: boolean,
 *   watchTerms: WatchTerm[],
 *   crises: Crisis[],
 * }} Settings
 * languages: those whose posts get labels (settings-read.js); pausedUntil: milliseconds since 1970, 0 where nothing is paused
 */

export const SETTINGS_KEY = "settings";

/** @returns {Promise<Settings>} */
export async function loadSettings() {
  return read(await load(SETTINGS_KEY));
}

/** @param {(settings: Settings) => Settings} change @returns {Promise<Settings>} */
export async function changeSettings(change) {
  const settings = read(change(await loadSettings()));
  await save(SETTINGS_KEY, settings);
  return settings;
}

/** @param {(settings: Settings) => void} listener @returns {() => void} stops listening */
export function onSettings(listener) {
  return onSaved(SETTINGS_KEY, (stored) => listener(read(stored)));
}
