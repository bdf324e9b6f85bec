// The number on the toolbar button: how many posts of the page carry a label, with a mark while a crisis is watched. The browser keeps it,
// so that it outlives this worker.

import { setBadge, words } from "../shared/browser.js";
import { crisesNow } from "../shared/crisis.js";
import { loadSettings } from "../shared/settings.js";
import { list } from "../shared/words.js";

/** Dark enough for the white figures that both browsers draw. @type {Record<string, string>} */
const COLOURS = { warning: "#a3341f", caution: "#8a5a00", note: "#44566c" };

/** @param {number} tab @param {number} labelled @param {string} level the worst on the page */
export async function badge(tab, labelled, level) {
  const crises = crisesNow(await loadSettings(), Date.now());
  const number = labelled === 0 ? "" : labelled > 99 ? "99+" : String(labelled);
  const text = crises.length > 0 ? `!${number}` : number;
  const title =
    crises.length > 0
      ? words(
          "crisis_badge",
          list(
            words,
            crises.map(({ name }) => name),
          ),
        )
      : words("extension_name");
  await setBadge(tab, text, COLOURS[level] ?? /** @type {string} */ (COLOURS.note), title);
}
