// Syncing, with the browser's own synced storage and without an account: what a turned-on device puts there, what another takes from there,
// and that it all stays within the browsers' quotas.

import assert from "node:assert/strict";
import test, { after, afterEach, before, beforeEach } from "node:test";
import { defaults } from "../../extension/shared/settings-read.js";
import { fromSync, HEAD, toSync } from "../../extension/shared/sync-form.js";
import { openLab, until } from "./harness/lab.js";

/** What the browsers give: bytes of an item and of all. */
const [ITEM, ALL] = [8192, 102_400];
const OURS = { ...defaults(), watchTerms: [{ term: "harbour road", level: /** @type {const} */ ("note") }] };
const THEIRS = { ...defaults(), watchTerms: [{ term: "old hotel", level: /** @type {const} */ ("caution") }] };

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {import("puppeteer-core").Page} */
let settings;

before(async () => {
  lab = await openLab();
});
after(() => lab.close());
beforeEach(async () => {
  settings = await lab.openExtensionPage("settings/settings.html");
  // Syncing ends before what it synced is gone, or what is still under way would put it there again.
  await settings.evaluate((own) => chrome.storage.local.set({ settings: own }), OURS);
  await lab.killBackground();
  await settings.evaluate(() => chrome.storage.sync.clear());
  await settings.evaluate(() => chrome.storage.local.remove(["packs", "siteFiles", "syncState"]));
  await says("#terms .entries", /harbour road/);
});
afterEach(() => settings.close());

/** @param {string} selector @param {RegExp} pattern */
const says = (selector, pattern) =>
  until(`${selector} to say ${pattern}`, async () => {
    const text = await settings.evaluate((wanted) => document.querySelector(wanted)?.textContent ?? "", selector);
    assert.match(text.replace(/\s+/g, " "), pattern);
    return true;
  });
/** @returns {Promise<Record<string, any>>} */
const synced = () => settings.evaluate(() => chrome.storage.sync.get(null));
/** @returns {Promise<any>} */
const stored = () => settings.evaluate(async () => (await chrome.storage.local.get("settings")).settings);
/** By keyboard. @param {string} selector @param {import("puppeteer-core").KeyInput} key */
async function press(selector, key) {
  await until(selector, () => settings.evaluate((wanted) => document.querySelector(wanted) !== null, selector));
  await settings.focus(selector);
  await settings.keyboard.press(key);
}
/** @param {object} own @param {{ name: string, text: string, on: boolean }[]} [packs] as another device puts it there */
function putThere(own, packs = []) {
  const { head, items } = toSync({ settings: /** @type {any} */ (own), packs, siteFiles: [] }, 1);
  return settings.evaluate((all) => chrome.storage.sync.set(all), { ...items, [HEAD]: head });
}

/** By keyboard, and waits until this device's settings are there. */
async function turnOn() {
  await press("#sync", " ");
  await until("syncing", async () => (await stored()).sync === true && JSON.stringify(await synced()).includes("harbour road"));
  await says("#sync-told:not([hidden])", /Synced/);
}

test("nothing is synced until it is turned on; then all is there, within the quotas, and a change follows", async () => {
  assert.deepEqual(await synced(), {});
  await turnOn();
  const { sync: _sync, pausedUntil: _pause, ...shared } = OURS;
  assert.deepEqual(fromSync(await synced())?.settings, shared);
  await press("#category-hate-cover", " ");
  await until("the change", async () => /** @type {any} */ (fromSync(await synced())?.settings)?.categories.hate === "cover");
  const sizes = await settings.evaluate(async () => {
    const keys = Object.keys(await chrome.storage.sync.get(null));
    return Promise.all(keys.map((key) => chrome.storage.sync.getBytesInUse(key)));
  });
  assert.ok(sizes.length > 1 && sizes.every((size) => size <= ITEM), String(sizes));
});

test("where another device has synced, the reader is asked; theirs are taken, or this device's own", async () => {
  await putThere(THEIRS);
  await press("#sync", " ");
  await says("dialog", /Another device has synced settings already/);
  await press("#answer-yes", "Enter");
  await says("#terms .entries", /old hotel/);
  await until("syncing", async () => (await stored()).sync === true);
  assert.deepEqual((await stored()).watchTerms, THEIRS.watchTerms);

  await press("#sync", " ");
  await until("no syncing", async () => (await stored()).sync === false);
  await settings.evaluate((own) => chrome.storage.local.set({ settings: own }), OURS);
  await says("#terms .entries", /harbour road/);
  await press("#sync", " ");
  await press("#answer-no", "Enter");
  await until("this device's settings there", async () => JSON.stringify(await synced()).includes("harbour road"));
  assert.deepEqual((await stored()).watchTerms, OURS.watchTerms);
});

test("what another device changes is taken over, and a device that does not sync leaves it alone", async () => {
  await turnOn();
  await putThere(THEIRS);
  await says("#terms .entries", /old hotel/);
  await press("#sync", " ");
  await until("no syncing", async () => (await stored()).sync === false);
  await settings.evaluate((own) => chrome.storage.local.set({ settings: own }), OURS);
  await putThere({ ...THEIRS, rulesOff: ["hate/other"] });
  await says("#terms .entries", /harbour road/);
  assert.deepEqual((await stored()).rulesOff, []);
});

test("what is too long for the browser is left out whole and named, and the rest is synced", async () => {
  await settings.evaluate(() =>
    chrome.storage.local.set({ packs: [{ name: "long.toml", text: "# no rule\n".repeat(15_000), on: false }] }),
  );
  await press("#sync", " ");
  await says("#sync-told:not([hidden])", /not synced: (site files, )?rule packs\./);
  const all = fromSync(await synced());
  assert.deepEqual(/** @type {any} */ (all?.settings)?.watchTerms, OURS.watchTerms);
  assert.equal(all?.packs, undefined);
  const used = await settings.evaluate(() => chrome.storage.sync.getBytesInUse(null));
  assert.ok(used <= ALL, String(used));
});
