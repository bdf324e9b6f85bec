// Sites that the reader turned on beyond those of the site files. What the browser granted is the record; nothing else is stored.

import { contentScript, grantedSites, registerSites } from "../shared/browser.js";

export async function followGrants() {
  const own = new Set(contentScript().matches.map(hostOf));
  await registerSites((await grantedSites()).filter((pattern) => !own.has(hostOf(pattern))));
}

/** Browsers grant whole hosts, whatever path a pattern names. @param {string} pattern */
function hostOf(pattern) {
  return pattern.split("/")[2] ?? pattern;
}
