// "Check this text": the card for selected words, over a page without a content script, and in a page of the extension where no script
// may run.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { inExtension } from "./page.js";
import { everywhere } from "./tools/everywhere.js";

const PAGE = "https://news.example/story";
const TRUSTED = "default-src 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

/** @type {import("./harness/lab.js").Lab} */
let lab;
before(async () => {
  lab = await openLab({ extension: everywhere(process.env.BROWSER ?? "chromium", { scripts: false }) });
  lab.server.give(PAGE, {
    body: `<!doctype html><title>story</title><p id="said">${SAYS.violent}</p><p id="calm">${SAYS.calm}</p><input id="field">`,
    headers: { "content-security-policy": TRUSTED },
  });
});
after(() => lab.close());

/** @param {import("puppeteer-core").Page} page @param {string} selector */
async function select(page, selector) {
  return page.evaluate((wanted) => {
    getSelection()?.selectAllChildren(/** @type {Element} */ (document.querySelector(wanted)));
    return String(getSelection());
  }, selector);
}

test("the card of the selected words stands over the page, in a closed root; Escape closes it and leaves nothing", async () => {
  const page = await lab.open(PAGE);
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  await page.focus("#field");
  const text = await select(page, "#said");
  await lab.driver.chooseOnSelection(text, page);
  const shadow = await until("the card", async () => (await lab.shadows(page)).at(-1));
  await until("the keyboard in the card", () => shadow.evaluate((root) => root.activeElement?.matches(".card") ?? false));
  assert.match(await shadow.text(), /Warning.*Calls for violence.*Judged from the text alone/);
  const inside = await shadow.evaluate((root) => {
    const { left, right, top, bottom } = /** @type {Element} */ (root.querySelector(".over")).getBoundingClientRect();
    return left >= 0 && right <= innerWidth && top >= 0 && bottom <= innerHeight;
  });
  assert.ok(inside);
  await page.keyboard.press("Escape");
  await until("nothing of ours", async () => (await page.evaluate(() => document.documentElement.outerHTML)) === before);
  await page.close();
});

test("words without a label are said to have none, and a second check takes the place of the first", async () => {
  const page = await lab.open(PAGE);
  for (const [selector, says] of /** @type {[string, RegExp][]} */ ([
    ["#said", /Calls for violence/],
    ["#calm", /No label/],
  ])) {
    await lab.driver.chooseOnSelection(await select(page, selector), page);
    await until(String(says), async () => {
      const own = await page.evaluate(() => document.querySelectorAll("[data-firebreak]").length);
      // The browser may still list the root of an element that is gone; the last one is that of the card that stands.
      const shadow = (await lab.shadows(page)).at(-1);
      return own === 1 && says.test((await shadow?.text()) ?? "");
    });
  }
  await page.close();
});

test("where no script may run, a page of the extension shows the card, and the text is handed over once", async () => {
  await inExtension(lab, (text) => chrome.storage.session.set({ check: text }), SAYS.vermin);
  const page = await lab.openExtensionPage("check/check.html");
  await until("the card", async () => /Describes a group as less than human/.test(await page.evaluate(() => document.body.innerText)));
  assert.deepEqual(await inExtension(lab, () => chrome.storage.session.get(null)), {});
  await page.close();
});
