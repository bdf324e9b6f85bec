// The first minute: the page that opens on installation, its example judged by the real engine, and the question for the sites.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { openLab, until } from "./harness/lab.js";

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {import("puppeteer-core").Page} */
let page;

// That it opens by itself is what openLab waits for.
before(async () => {
  lab = await openLab();
  page = await lab.openExtensionPage("onboarding/onboarding.html");
});
after(() => lab.close());

const text = () => page.evaluate(() => document.body.innerText.replace(/\s+/g, " "));
/** @param {RegExp} pattern */
const says = (pattern) => until(`the page to say ${pattern}`, async () => assert.match(await text(), pattern) ?? true);
/** @param {string} selector */
async function tabTo(selector) {
  for (let presses = 0; presses < 60; presses += 1) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector)) return;
  }
  throw new Error(`Tab never came to ${selector}`);
}

test("the example has its label and its card, from the engine", async () => {
  await says(/Warning Calls for violence/);
  await says(/What would make this wrong/);
});

test("by keyboard: the same words reported have no warning, and what is written is judged as it is written", async () => {
  await tabTo("#example-report");
  await page.keyboard.press("Enter");
  await until("no warning", async () => !/Warning Calls for violence/.test(await text()));
  await tabTo("#try");
  await page.keyboard.down("Control");
  await page.keyboard.press("a");
  await page.keyboard.up("Control");
  await page.keyboard.type("These migrants are vermin, every single one of them.");
  await says(/Describes a group as less than human/);
});

test("it says what it does and does not do, that nothing leaves the device, and how to check that", async () => {
  for (const part of [/What it does not do/, /never a person/, /Nothing leaves this device/, /choose “Network”/, /connect-src 'self'/]) {
    assert.match(await text(), part);
  }
  assert.deepEqual(
    lab.server.requests.filter(({ origin }) => /^(chrome|moz)-extension:/.test(origin ?? "")),
    [],
  );
});

test("the keys are there as the browser has them", async () => {
  assert.match(await text(), /Go to the next label (Alt\+Shift\+J|⌥⇧J)/);
});

test("a page that is drawn anew leaves the keyboard where the reader has gone meanwhile", async () => {
  if (lab.name === "firefox") return; // Only in Chromium can a test say that the sites have changed.
  await page.bringToFront();
  await page.focus("#example-game");
  await page.evaluate(() => {
    const ask = chrome.permissions.contains.bind(chrome.permissions);
    // The browser takes its time to answer, and the reader goes on.
    chrome.permissions.contains = /** @type {any} */ (
      (/** @type {any} */ what) => new Promise((go) => Object.assign(window, { goOn: () => go(ask(what)) }))
    );
    document.querySelector("#example-game")?.setAttribute("data-old", "");
    /** @type {any} */ (chrome.permissions.onAdded).dispatch({});
  });
  await until("the question", () => page.evaluate(() => "goOn" in window));
  await page.focus("#settings");
  await page.evaluate(() => /** @type {any} */ (window).goOn());
  await until("the page to be drawn anew", () => page.evaluate(() => document.querySelector("[data-old]") === null));
  await until("the keyboard to stay", () => page.evaluate(() => document.activeElement?.id === "settings"));
});

test("where the sites are not granted it asks for them, and says so when they are", async () => {
  assert.match(await text(), /Firebreak reads the posts that you see on .*x\.com/);
  const given = await page.evaluate(async () => {
    const origins = chrome.runtime.getManifest().host_permissions ?? [];
    return chrome.permissions.remove({ origins }).catch(() => false);
  });
  if (lab.name === "chromium") return assert.equal(given, false, "Chromium takes required sites back only in its own settings");
  await says(/may Firebreak read these sites\?/);
  assert.ok(await page.evaluate(() => document.querySelector("#grant") !== null));
});
