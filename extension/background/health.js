// Keeps what pages say of their site files. One after another, so that two pages at once do not overwrite each other.

import { loadHealth, saveHealth, withHealth } from "../shared/health.js";

/** @type {Promise<void>} */
let last = Promise.resolve();

/** @param {Record<string, unknown>} ask @returns {Promise<void>} */
export function keepHealth({ site, posts, suspect }) {
  const keep = async () =>
    saveHealth(withHealth(await loadHealth(), String(site), { when: Date.now(), posts: Number(posts), suspect: suspect === true }));
  last = last.then(keep, keep);
  return last;
}
