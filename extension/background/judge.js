// Texts in, reports out, in the same order; each distinct text is judged once while it stays in the cache.

import { TextCache } from "../shared/cache.js";
import { engine } from "./engine.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */

/** About the posts of an hour's reading, and at most some 8 MB. */
const cache = /** @type {TextCache<Report>} */ (new TextCache(4000, 2_000_000));

/** @param {string[]} texts @returns {Promise<Report[]>} */
export async function judge(texts) {
  /** @type {Map<string, Report>} */
  const reports = new Map();
  for (const text of texts) {
    const known = cache.get(text);
    if (known) reports.set(text, known);
  }
  const unknown = [...new Set(texts)].filter((text) => !reports.has(text));
  if (unknown.length > 0) {
    const fresh = (await engine()).judgeMany(unknown);
    unknown.forEach((text, place) => {
      const report = /** @type {Report} */ (fresh[place]);
      cache.set(text, report);
      reports.set(text, report);
    });
  }
  return texts.map((text) => /** @type {Report} */ (reports.get(text)));
}
