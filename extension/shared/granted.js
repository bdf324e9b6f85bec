// Sites that the reader turned on beyond those of the site files. What the browser granted is the record; nothing else is stored.

import { contentScript, grantedSites } from "./browser.js";

/** @returns {Promise<string[]>} match patterns */
export async function addedSites() {
  const own = new Set(contentScript().matches.map(hostOf));
  return (await grantedSites()).filter((pattern) => !own.has(hostOf(pattern)));
}

/** Browsers grant whole hosts, whatever path a pattern names. @param {string} pattern */
function hostOf(pattern) {
  return pattern.split("/")[2] ?? pattern;
}
