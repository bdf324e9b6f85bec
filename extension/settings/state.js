// Everything that the page shows, read at one moment. Storage that cannot be read gives the defaults, and says so.

import { load, storageUse } from "../shared/browser.js";
import { addedSites } from "../shared/granted.js";
import { loadHealth, onHealth } from "../shared/health.js";
import { loadPacks, onPacks } from "../shared/packs.js";
import { onSettings, SETTINGS_KEY } from "../shared/settings.js";
import { unreadable } from "../shared/settings-file.js";
import { defaults, read } from "../shared/settings-read.js";
import { loadSiteFiles, onSiteFiles } from "../shared/site-files.js";
import { onSyncState, syncState } from "../shared/sync.js";

/**
 * faults: parts of the stored settings that cannot be read; failed: what storage said when it could not be asked.
 * @typedef {{
 *   settings: import("../shared/settings.js").Settings, faults: string[], failed: string | null,
 *   packs: import("../shared/packs.js").Pack[], siteFiles: import("../shared/site-files.js").OwnSiteFile[],
 *   health: Record<string, import("../shared/health.js").Health>, granted: string[],
 *   sync: import("../shared/sync.js").SyncState | null, use: { used: number, most: number | null },
 * }} State
 */

/** @returns {Promise<State>} */
export async function look() {
  /** @type {string | null} */
  let failed = null;
  /** @template T @param {Promise<T>} asked @param {T} otherwise @returns {Promise<T>} */
  const or = (asked, otherwise) =>
    asked.catch((error) => {
      failed = error instanceof Error ? error.message : String(error);
      return otherwise;
    });
  const stored = await or(load(SETTINGS_KEY), undefined);
  const state = {
    settings: stored === undefined ? defaults() : read(stored),
    faults: unreadable(stored),
    packs: await or(loadPacks(), []),
    siteFiles: await or(loadSiteFiles(), []),
    health: await or(loadHealth(), {}),
    granted: await or(addedSites(), []),
    sync: await or(syncState(), null),
    use: await or(storageUse(), { used: 0, most: null }),
  };
  return { ...state, failed };
}

/** @param {() => void} listener */
export function onState(listener) {
  for (const follow of [onSettings, onPacks, onSiteFiles, onHealth, onSyncState]) follow(listener);
}
