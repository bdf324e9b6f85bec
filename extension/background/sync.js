// Follows changes on this device and on the others, one at a time: what comes in is not sent back, because it is the same.

import { onSynced } from "../shared/browser.js";
import { problem } from "../shared/log.js";
import { onPacks } from "../shared/packs.js";
import { loadSettings, onSettings } from "../shared/settings.js";
import { onSiteFiles } from "../shared/site-files.js";
import { pull, push } from "../shared/sync.js";

/** @type {Promise<void>} */
let last = Promise.resolve();

/** @param {() => Promise<void>} step */
function next(step) {
  last = last.then(step).catch((error) => problem("sync", error));
}

export function followSync() {
  for (const follow of [onSettings, onPacks, onSiteFiles]) follow(() => next(push));
  onSynced(() => next(async () => ((await loadSettings()).sync ? pull() : undefined)));
}
