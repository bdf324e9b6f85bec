// Sites that the reader turned on beyond those of the site files. What the browser granted is the record; nothing else is stored.

import { grantedSites, manifest, registerSites } from "../shared/browser.js";

export async function followGrants() {
  const own = new Set(manifest().matches);
  await registerSites((await grantedSites()).filter((pattern) => !own.has(pattern)));
}
