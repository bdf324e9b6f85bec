// Crisis watch: for a place or an event, and until a day that the reader named, labels that matter then start higher. It changes what is
// shown (choose.js), never a report: cards and exports hold what the engine said.

import { LEVELS, rank } from "./levels.js";
import { spansOf } from "./watch-terms.js";

/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("./settings.js").Crisis} Crisis */
/** @typedef {import("../engine/firebreak.js").Level} Level */

/** What turns into harm within hours: a rumour about who did it, a call to a place, an address. */
const CATEGORIES = ["unverified-blame", "mobilising", "doxxing"];
/** Levels that a label starts higher. */
const STEPS = { higher: 1, highest: 2 };

/** @param {Pick<Settings, "crises">} settings @param {number} now @returns {Crisis[]} those that last */
export function crisesNow({ crises }, now) {
  return crises.filter(({ until }) => until > now);
}

/** The moment when the next one ends, or null: then what is shown must be chosen anew. @param {Pick<Settings, "crises">} settings @param {number} now @returns {number | null} */
export function nextEnd(settings, now) {
  const ends = crisesNow(settings, now).map(({ until }) => until);
  return ends.length > 0 ? Math.min(...ends) : null;
}

/** The crisis that a post touches: the one that raises most. @param {Crisis[]} crises @param {string} text @returns {Crisis | null} */
export function touched(crises, text) {
  const all = crises.filter(({ terms }) => terms.some((term) => spansOf(text, term).length > 0));
  return all.find(({ sensitivity }) => sensitivity === "highest") ?? all[0] ?? null;
}

/**
 * @template {{ id: string, level: Level }} L
 * @param {L} label @param {Crisis | null} crisis that its post touches
 * @returns {L | (L & { crisis: string })} crisis: the name of the one that raised it
 */
export function raised(label, crisis) {
  if (!crisis || !CATEGORIES.includes(label.id) || label.level === "none") return label;
  const level = /** @type {Level} */ (LEVELS[Math.min(LEVELS.length - 1, rank(label.level) + STEPS[crisis.sensitivity])]);
  return level === label.level ? label : { ...label, level, crisis: crisis.name };
}
