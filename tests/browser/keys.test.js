// The keys of the manifest's commands: from label to label, into its card, and over its cover.

import assert from "node:assert/strict";
import test, { after, afterEach, before, beforeEach } from "node:test";
import { feed, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { cardIsOpen, inExtension, labels, setSettings } from "./page.js";

const HOME = "https://x.com/home";

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {import("puppeteer-core").Page} */
let page;

before(async () => {
  lab = await openLab();
  const calm = Array.from({ length: 20 }, (_, number) => ({ id: `c${number}`, text: `${SAYS.calm} ${number}` }));
  lab.server.give(
    HOME,
    feed({
      posts: [
        { id: "1", text: SAYS.violent },
        ...calm.slice(0, 4),
        { id: "2", text: SAYS.vermin },
        ...calm.slice(4),
        { id: "3", text: SAYS.violent },
      ],
    }),
  );
  await setSettings(lab, /** @type {object} */ ({ categories: { "call-to-violence": "cover" } }));
});
after(() => lab.close());

beforeEach(async () => {
  page = await lab.open(HOME);
  await until("labels", async () => (await labels(lab, page)).length >= 2);
});
afterEach(() => page.close());

/** The post whose label has the keyboard. */
const focused = async () => {
  for (const shadow of await labels(lab, page)) {
    const post = await shadow.evaluate((root) => (root.activeElement ? (root.host.closest("article")?.id ?? "?") : ""));
    if (post !== "") return post;
  }
  return "";
};
/** @param {string} id */
const focusAt = (id) => until(`the keyboard at ${id}`, async () => (await focused()) === id);

test("the browser knows the three commands with their words and keys", async () => {
  const commands = await inExtension(lab, () => chrome.commands.getAll());
  const ours = commands.filter(({ name }) => !name?.startsWith("_"));
  assert.deepEqual(
    ours.map(({ name }) => name),
    ["next-label", "open-card", "toggle-cover"],
  );
  for (const { description, shortcut } of ours) {
    assert.match(description ?? "", /label|Cover/);
    assert.match(shortcut ?? "", /^(Alt\+Shift\+|⌥⇧)[JKU]$/);
  }
});

test("next label goes from one to the next, brings each into view, and begins again after the last", async () => {
  for (const id of ["post-1", "post-2"]) {
    await lab.driver.command("next-label", page);
    await focusAt(id);
  }
  await page.evaluate(() => document.querySelector("#post-3")?.scrollIntoView());
  await until("the third label", async () => (await labels(lab, page)).length === 3);
  await lab.driver.command("next-label", page);
  await focusAt("post-3");
  await lab.driver.command("next-label", page);
  await focusAt("post-1");
  assert.ok(await page.evaluate(() => /** @type {Element} */ (document.querySelector("#post-1")).getBoundingClientRect().top >= 0));
});

test("open card opens the card of the label that has the keyboard, else of the first in view", async () => {
  await lab.driver.command("open-card", page);
  const [first, second] = await labels(lab, page);
  await until("the first card", () => first && cardIsOpen(first));
  await page.keyboard.press("Escape");
  await focusAt("post-1");
  await lab.driver.command("next-label", page);
  await focusAt("post-2");
  await lab.driver.command("open-card", page);
  await until("the second card", () => second && cardIsOpen(second));
});

test("one key shows the covered post in view, and the same key covers it again", async () => {
  const [first] = await labels(lab, page);
  const panels = () => first?.evaluate((root) => root.querySelectorAll(".panel").length);
  await until("the cover", async () => (await panels()) === 1);
  await lab.driver.command("toggle-cover", page);
  await until("no cover", async () => (await panels()) === 0);
  await lab.driver.command("toggle-cover", page);
  await until("the cover again", async () => (await panels()) === 1);
});
