// Settings through the reader's own browser account, if they turn that on. The last change wins.

import { load, loadSynced, onSaved, removeSynced, save, saveSynced } from "./browser.js";
import { changePacks, loadPacks, readPacks } from "./packs.js";
import { changeSettings, loadSettings } from "./settings.js";
import { read, VERSION } from "./settings-read.js";
import { changeSiteFiles, loadSiteFiles, readSiteFiles } from "./site-files.js";
import { fromSync, HEAD, readHead, toSync } from "./sync-form.js";

/** How the last attempt went; problem null: well. @typedef {{ when: number, left: string[], problem: string | null }} SyncState */

export const STATE_KEY = "syncState";

/** @returns {Promise<boolean>} whether another device put settings there */
export async function somethingSynced() {
  return fromSync(await loadSynced()) !== null;
}

/** This device's settings to the others, if they are not the same. */
export async function push() {
  const settings = await loadSettings();
  if (!settings.sync) return;
  try {
    const { head, items } = toSync({ settings, packs: await loadPacks(), siteFiles: await loadSiteFiles() }, Date.now());
    const stored = await loadSynced();
    if (readHead(stored[HEAD])?.digest !== head.digest) {
      await saveSynced({ ...items, [HEAD]: head });
      await removeSynced(Object.keys(stored).filter((key) => key !== HEAD && !Object.hasOwn(items, key)));
    }
    await save(STATE_KEY, { when: Date.now(), left: head.left, problem: null });
  } catch (error) {
    await save(STATE_KEY, { when: Date.now(), left: [], problem: error instanceof Error ? error.message : String(error) });
  }
}

/** The others' settings to this device. */
export async function pull() {
  const own = await loadSettings();
  const stored = await loadSynced();
  const all = fromSync(stored);
  // What this device sent comes back as a change too. Taken again, it would be sent again, over what another device sent meanwhile.
  if (!all || readHead(stored[HEAD])?.digest === (await digestOf(own))) return;
  const { settings, packs, siteFiles } = all;
  const { sync, pausedUntil, postsOff } = own;
  await changeSettings(() => ({ ...read({ version: VERSION, postsOff, .../** @type {object} */ (settings) }), sync, pausedUntil }));
  if (packs !== undefined) await changePacks(() => readPacks(packs));
  if (siteFiles !== undefined) await changeSiteFiles(() => readSiteFiles(siteFiles));
}

/** @param {import("./settings.js").Settings} settings */
async function digestOf(settings) {
  return toSync({ settings, packs: await loadPacks(), siteFiles: await loadSiteFiles() }, 0).head.digest;
}

/** @returns {Promise<SyncState | null>} */
export async function syncState() {
  return /** @type {SyncState | null} */ ((await load(STATE_KEY)) ?? null);
}

/** @param {() => void} listener @returns {() => void} stops listening */
export function onSyncState(listener) {
  return onSaved(STATE_KEY, listener);
}
