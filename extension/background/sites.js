// The content script also runs on the sites that the reader turned on.

import { registerSites } from "../shared/browser.js";
import { addedSites } from "../shared/granted.js";

export async function followGrants() {
  await registerSites(await addedSites());
}
