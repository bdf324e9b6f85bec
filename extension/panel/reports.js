// Reports by rules and language model, also where the page shows only what the rules said at once: what is kept as evidence is the engine's
// whole answer.

import { askBackground, MOST_TEXTS } from "../shared/protocol.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */

/** @param {{ text: string, thread: string[] }[]} posts each with the categories of the others @returns {Promise<Report[]>} in the same order */
export async function reportsOn(posts) {
  /** @type {Report[]} */
  const reports = [];
  for (let from = 0; from < posts.length; from += MOST_TEXTS) {
    reports.push(...(await askBackground("panel-to-background/judge-in-thread", { posts: posts.slice(from, from + MOST_TEXTS) })));
  }
  return reports;
}
