// The number on the toolbar button: how many posts of the page carry a label. The browser keeps it, so that it outlives this worker.

import { setBadge } from "../shared/browser.js";

/** Dark enough for the white figures that both browsers draw. @type {Record<string, string>} */
const COLOURS = { warning: "#a3341f", caution: "#8a5a00", note: "#44566c" };

/** @param {number} tab @param {number} labelled @param {string} level the worst on the page */
export async function badge(tab, labelled, level) {
  const text = labelled === 0 ? "" : labelled > 99 ? "99+" : String(labelled);
  await setBadge(tab, text, COLOURS[level] ?? /** @type {string} */ (COLOURS.note));
}
