// Texts in, reports out, in the same order; each distinct text is judged once while it stays in the cache.

import { TextCache } from "../shared/cache.js";
import { MOST_TEXTS } from "../shared/protocol.js";
import { engine } from "./engine.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */

/** About the posts of an hour's reading, and at most some 8 MB. */
const cache = /** @type {TextCache<Report>} */ (new TextCache(4000, 2_000_000));

/** The reader's rule packs are not the same any more. */
export function forgetReports() {
  cache.clear();
}

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

/**
 * Posts with what the others of their thread do. Not kept: another post of the thread may change it.
 * @param {unknown} posts @returns {Promise<Report[]>}
 */
export async function judgeInThread(posts) {
  if (!Array.isArray(posts) || posts.length > MOST_TEXTS) throw new Error(`judge-in-thread: expected at most ${MOST_TEXTS} posts`);
  const judging = await engine();
  return posts.map(({ text, thread }) => judging.judgeInThread(String(text), thread));
}
