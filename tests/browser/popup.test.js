// The popup over a page: what it says, and what its three controls do there. In Chromium it is the real one; in Firefox, whose remote
// protocol cannot look into a toolbar panel, the same document in a tab behind the page.

import assert from "node:assert/strict";
import test, { after, afterEach, before, beforeEach } from "node:test";
import { feed, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { labelledPosts, setSettings } from "./page.js";

const HOME = "https://x.com/home";
const POSTS = [
  { id: "1", text: SAYS.calm },
  { id: "2", text: SAYS.violent },
];

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {import("puppeteer-core").Page} */
let page;
/** @type {import("puppeteer-core").Page} */
let popup;

before(async () => {
  lab = await openLab();
  lab.server.give(HOME, feed({ posts: POSTS }));
  lab.server.give("https://elsewhere.example/", { body: "<!doctype html><title>elsewhere</title>" });
});
after(() => lab.close());

/** @param {string} url */
async function openOver(url) {
  page = await lab.open(url);
  if (url === HOME) await until("the label", async () => (await labelledPosts(page)).length === 1);
  popup = await lab.openPopup(page);
  if (lab.name === "firefox") await page.bringToFront();
}

beforeEach(() => setSettings(lab, {}));
afterEach(async () => {
  await lab.closePage(popup);
  await page.close();
});

const text = () => popup.evaluate(() => document.body.innerText.replace(/\s+/g, " "));
/** @param {RegExp} pattern */
const says = (pattern) => until(`the popup to say ${pattern}`, async () => assert.match(await text(), pattern) ?? true);
/** @param {string} selector */
const press = (selector) => popup.evaluate((wanted) => /** @type {HTMLElement} */ (document.querySelector(wanted)).click(), selector);

test("it says how many posts were read and labelled, and lists the labels", async () => {
  await openOver(HOME);
  await says(/Read 2 posts here, 1 labelled/);
  await says(/Warning Calls for violence Burn down the migrant hotel/);
  await says(/Judged on this device\. Nothing is sent\. Firebreak \d/);
});

test("off and on again, for this site", async () => {
  await openOver(HOME);
  await says(/On for x\.com/);
  await press("#on");
  await until("no label", async () => (await labelledPosts(page)).length === 0);
  await says(/Off for x\.com/);
  await press("#on");
  await until("the label", async () => (await labelledPosts(page)).length === 1);
});

test("the level from which labels are shown is kept, and the page follows", async () => {
  await openOver(HOME);
  await says(/1 labelled/);
  await press("#from-warning");
  await until("the choice to be stored", () =>
    popup.evaluate(async () => {
      const { settings } = /** @type {{ settings?: { showFrom: string } }} */ (await chrome.storage.local.get("settings"));
      return settings?.showFrom === "warning";
    }),
  );
  await until("the choice to be drawn", () =>
    popup.evaluate(() => /** @type {HTMLInputElement} */ (document.querySelector("#from-warning")).checked),
  );
  await until("the warning to stay", async () => JSON.stringify(await labelledPosts(page)) === '["post-2"]');
});

test("on a site that it does not read it says so, and offers to", async () => {
  await openOver("https://elsewhere.example/");
  // Without a press on the real button Firefox does not let it see that tab's address, and it claims nothing.
  await says(lab.name === "firefox" ? /cannot be read|does not read elsewhere\.example/ : /does not read elsewhere\.example by itself/);
});

test("by keyboard: a pause takes the labels away and says until when, and going on brings them back", async () => {
  await openOver(HOME);
  await says(/1 labelled/);
  await enter("#pause");
  await until("no label", async () => (await labelledPosts(page)).length === 0);
  await says(/Nothing is read until \d+:\d\d/);
  await enter("#pause");
  await until("the label", async () => (await labelledPosts(page)).length === 1);
});

test("by keyboard: a label in the list takes the reader to its post", async () => {
  await openOver(HOME);
  await says(/Burn down the migrant hotel/);
  await enter("#label-0");
  await until("the keyboard on the label in the page", () =>
    page.evaluate(
      () => document.activeElement?.closest("article")?.id === "post-2" && document.activeElement.hasAttribute("data-firebreak"),
    ),
  );
});

test("the keys are listed as the browser has them", async () => {
  await openOver(HOME);
  await says(/Keys/);
  await enter("#keys-open");
  await says(/Go to the next label (Alt\+Shift\+J|⌥⇧J)/);
});

/** By Tab and Enter. In Firefox the popup is a tab behind the page, which gets no keys, and the element is pressed. @param {string} selector */
async function enter(selector) {
  if (lab.name === "firefox") return press(selector);
  for (let presses = 0; presses < 30; presses += 1) {
    await popup.keyboard.press("Tab");
    if (!(await popup.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector))) continue;
    // The popup may close at the key's way down, and then nothing hears it come up.
    return popup.keyboard.press("Enter").catch((error) => assert.match(String(error), /Target closed/));
  }
  throw new Error(`Tab never came to ${selector}`);
}
