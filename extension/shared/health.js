// How well each site file does: when it last found posts, and how many. The name of the file and two numbers; no address of a page.

import { load, onSaved, save } from "./browser.js";
import { isRecord } from "./settings-read.js";

/** @typedef {{ when: number, posts: number, suspect: boolean }} Health when: ms since 1970; suspect: the site may have changed */

export const HEALTH_KEY = "health";
const MOST_SITES = 60;
/** Characters that it comes to at most. */
export const MOST_HEALTH = MOST_SITES * 100;
const NAME = /^[a-z0-9-]{1,40}$/;

/** @param {unknown} stored @returns {Record<string, Health>} */
export function readHealth(stored) {
  /** @type {Record<string, Health>} */
  const health = {};
  if (!isRecord(stored)) return health;
  for (const [name, one] of Object.entries(stored)) {
    if (!NAME.test(name) || !isRecord(one) || typeof one.when !== "number" || typeof one.posts !== "number") continue;
    health[name] = { when: one.when, posts: one.posts, suspect: one.suspect === true };
  }
  return health;
}

/** @param {Record<string, Health>} health @param {string} name @param {Health} one @returns {Record<string, Health>} the newest entries */
export function withHealth(health, name, one) {
  const all = Object.entries(readHealth({ ...health, [name]: one }));
  return Object.fromEntries(all.sort(([, a], [, b]) => b.when - a.when).slice(0, MOST_SITES));
}

/** @returns {Promise<Record<string, Health>>} */
export async function loadHealth() {
  return readHealth(await load(HEALTH_KEY));
}

/** @param {Record<string, Health>} health */
export async function saveHealth(health) {
  await save(HEALTH_KEY, health);
}

/** @param {() => void} listener @returns {() => void} stops listening */
export function onHealth(listener) {
  return onSaved(HEALTH_KEY, listener);
}
