// Every message between the parts of the extension, named by the way it goes, and the one form of an answer.

import { onMessage, sendToBackground, sendToTab } from "./browser.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */
/**
 * pending: whether the language model should look at the text too: no; soon, for it is loaded; later, when it is.
 * @typedef {{ report: Report, pending: "no" | "soon" | "later" }} Judged
 */
/** @typedef {import("../engine/firebreak.js").About & { models: import("./models.js").ModelsState }} EngineState */
/** @typedef {import("../content/tally.js").Coverage} Coverage */

/**
 * What each message carries, and what comes back.
 * @typedef {{
 *   "page-to-background/judge": { ask: { texts: string[] }, answer: Judged[] },
 *   "page-to-background/read": { ask: { text: string }, answer: Report },
 *   "page-to-background/count": { ask: { labelled: number, level: string }, answer: null },
 *   "page-to-background/health": { ask: { site: string, posts: number, suspect: boolean }, answer: null },
 *   "settings-to-background/try-pack": { ask: { file: string, text: string }, answer: import("../engine/firebreak.js").Trial },
 *   "popup-to-background/about": { ask: {}, answer: EngineState },
 *   "background-to-page/command": { ask: { command: string }, answer: boolean },
 *   "background-to-page/check": { ask: { text: string, report: Report }, answer: boolean },
 *   "popup-to-page/coverage": { ask: {}, answer: Coverage },
 *   "popup-to-page/show": { ask: { key: string }, answer: boolean },
 *   "panel-to-page/coverage": { ask: {}, answer: Coverage },
 *   "panel-to-page/thread": { ask: { epoch: string, since: number }, answer: (ThreadPart & { page: Page }) | null },
 *   "panel-to-page/post": { ask: { key: string }, answer: Row | null },
 *   "panel-to-page/jump": { ask: { key: string }, answer: boolean },
 *   "panel-to-page/back": { ask: {}, answer: boolean },
 *   "panel-to-page/frame": { ask: { key: string }, answer: Frame | null },
 *   "panel-to-background/judge-in-thread": { ask: { posts: { text: string, thread: string[] }[] }, answer: Report[] },
 *   "page-to-background/save-card": { ask: { draft: import("./card.js").Draft }, answer: string },
 * }} Messages
 * judge-in-thread: what other posts of the thread do is known too; save-card: the answer is the card's id
 */
/** @typedef {{ url: string, title: string, platform: string }} Page */
/** Where a post stands in the view, in CSS pixels. @typedef {ReturnType<import("../content/jump.js").Jump["frame"]>} Frame */
/**
 * One post as the panel knows it. number: in the order of reading; facts null: the post had left the page before they were asked for;
 * read: when, in ms since 1970.
 * @typedef {{
 *   key: string, number: number, text: string, report: Report, quoted: boolean, partial: boolean, language: string | null, read: number,
 *   facts: import("../content/facts.js").Facts | null,
 * }} Row
 */
/**
 * The rows that changed. epoch: names the page as it is now, and another one means that all rows known before are void; next: what to
 * give as `since`; more: ask again at once; waiting: posts that are not read yet; folded: replies that the page does not show, null with `more`.
 * @typedef {{
 *   epoch: string, next: number, more: boolean, waiting: number, rows: Row[], folded: import("../content/folded.js").Folded | null,
 * }} ThreadPart
 */
/** @typedef {keyof Messages} Name */

/** Texts in one message. A message of this size takes a few milliseconds to judge, so that no page waits for another. */
export const MOST_TEXTS = 32;

/** The other side answered, and said no. */
export class Refused extends Error {}

/**
 * @template {Name} N
 * @param {N} name @param {Messages[N]["ask"]} ask
 * @returns {Promise<Messages[N]["answer"]>}
 */
export async function askBackground(name, ask) {
  return /** @type {Messages[N]["answer"]} */ (unwrap(name, await sendToBackground({ name, ...ask })));
}

/**
 * @template {Name} N
 * @param {number} tab @param {N} name @param {Messages[N]["ask"]} ask @param {number} [frame] the top one where none is named
 * @returns {Promise<Messages[N]["answer"]>}
 */
export async function askPage(tab, name, ask, frame = 0) {
  return /** @type {Messages[N]["answer"]} */ (unwrap(name, await sendToTab(tab, { name, ...ask }, frame)));
}

/** @param {string} name @param {unknown} answer */
function unwrap(name, answer) {
  const { ok, value, error } = /** @type {{ ok?: boolean, value?: unknown, error?: string }} */ (answer ?? {});
  if (ok === true) return value;
  if (ok === false) throw new Refused(error ?? name);
  throw new Error(`${name}: nobody answered`);
}

/** @typedef {(ask: Record<string, unknown>, sender: import("./browser.js").Sender) => unknown} Handler */

/**
 * Answers the messages in one table and leaves all others alone. A handler that throws answers `{ok: false, error}`.
 * @param {Record<string, Handler>} table
 * @returns {() => void} stops answering
 */
export function answer(table) {
  return onMessage((message, sender) => {
    if (typeof message !== "object" || message === null) return undefined;
    const { name, ...ask } = /** @type {{ name?: unknown }} */ (message);
    if (typeof name !== "string" || !Object.hasOwn(table, name)) return undefined;
    return respond(/** @type {Handler} */ (table[name]), ask, sender);
  });
}

/** @param {Handler} handler @param {Record<string, unknown>} ask @param {import("./browser.js").Sender} sender */
async function respond(handler, ask, sender) {
  try {
    return { ok: true, value: (await handler(ask, sender)) ?? null };
  } catch (error) {
    return { ok: false, error: error instanceof Error ? error.message : String(error) };
  }
}
