// The levels of a label, from the least to the worst.

/** @typedef {import("../engine/firebreak.js").Level} Level */

/** @type {Level[]} */
export const LEVELS = ["none", "note", "caution", "warning"];

/** @param {Level} level @returns {number} */
export function rank(level) {
  return LEVELS.indexOf(level);
}
