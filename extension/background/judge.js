// Texts in, reports out, in the same order; each distinct text is judged once, and read once, while it stays in the cache.

import * as edge from "../engine/reader.js";
import { address } from "../shared/browser.js";
import { TextCache } from "../shared/cache.js";
import { Models } from "../shared/models.js";
import { MOST_TEXTS } from "../shared/protocol.js";
import { engine } from "./engine.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {import("../shared/protocol.js").Judged} Judged */
/** reading: what the reader made of the text, for judging it in a thread. @typedef {{ report: Report, pending: boolean, reading: Uint8Array | null }} Known */

/** About the posts of an hour's reading, and at most some 8 MB. */
const cache = /** @type {TextCache<Known>} */ (new TextCache(4000, 2_000_000));
const models = new Models(edge, (file) => fetch(address(`engine/${file}`)));

/** The reader's rule packs are not the same any more. */
export function forgetReports() {
  cache.clear();
}

/** By the rules at once, or as the reader judged it before. @param {string[]} texts @returns {Promise<Judged[]>} */
export async function judge(texts) {
  /** @type {Map<string, Known>} */
  const found = new Map();
  for (const text of texts) {
    const known = cache.get(text);
    if (known) found.set(text, known);
  }
  const unknown = [...new Set(texts)].filter((text) => !found.has(text));
  if (unknown.length > 0) {
    const fresh = (await engine()).judgeMany(unknown);
    unknown.forEach((text, place) => {
      const known = { .../** @type {import("../engine/firebreak.js").FirstLook} */ (fresh[place]), reading: null };
      cache.set(text, known);
      found.set(text, known);
    });
  }
  const { state } = models.state;
  const later = state === "failed" ? "no" : state === "ready" ? "soon" : "later";
  return texts.map((text) => {
    const { report, pending } = /** @type {Known} */ (found.get(text));
    return { report, pending: pending ? later : "no" };
  });
}

/** By rules and reader. @param {string} text @returns {Promise<Known>} */
async function whole(text) {
  const known = cache.get(text);
  if (known && !known.pending) return known;
  const judging = await engine();
  const reading = await models.read(judging, text);
  const report = reading ? judging.judgeRead(text, reading) : judging.judge(text);
  const made = { report, pending: false, reading };
  if ((await engine()) === judging) cache.set(text, made); // Other rule packs may have come meanwhile.
  return made;
}

/** @param {string} text @returns {Promise<Report>} */
export async function read(text) {
  return (await whole(text)).report;
}

/**
 * Posts with what the others of their thread do. Not kept: another post of the thread may change it.
 * @param {unknown} posts @returns {Promise<Report[]>}
 */
export async function judgeInThread(posts) {
  if (!Array.isArray(posts) || posts.length > MOST_TEXTS) throw new Error(`judge-in-thread: expected at most ${MOST_TEXTS} posts`);
  const reports = [];
  for (const { text, thread } of posts) {
    const { reading } = await whole(String(text));
    const judging = await engine();
    reports.push(reading ? judging.judgeRead(String(text), reading, thread) : judging.judgeInThread(String(text), thread));
  }
  return reports;
}

/** What the popup says of the engine. Asking begins to load the models, so that a damaged file shows. @returns {Promise<import("../shared/protocol.js").EngineState>} */
export async function about() {
  const judging = await engine();
  models.load();
  return { ...judging.about(), models: models.state };
}
