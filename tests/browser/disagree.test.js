// "Not this": every way to disagree with a label, by keyboard alone, each taken back where it was said; and the report of a wrong label.

import assert from "node:assert/strict";
import test, { after, afterEach, before, beforeEach } from "node:test";
import { feed, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { labelledPosts, labels, openCard, pressUntilFocus, setSettings, storedSettings } from "./page.js";

const HOME = "https://x.com/home";
const POSTS = [
  { id: "1", text: SAYS.calm },
  { id: "2", text: SAYS.violent },
  { id: "3", text: SAYS.vermin },
];

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {import("puppeteer-core").Page} */
let page;

before(async () => {
  lab = await openLab();
  lab.server.give(HOME, feed({ posts: POSTS }));
});
after(() => lab.close());

beforeEach(async () => {
  await setSettings(lab, {});
  page = await lab.open(HOME);
  await until("both labels", async () => (await labels(lab, page)).length === 2);
});
afterEach(() => page.close());

/** Opens the card of the second post and presses one of the buttons at its foot. @param {string} selector */
async function press(selector) {
  const [shadow] = await labels(lab, page);
  assert.ok(shadow);
  await shadow.evaluate((root) => /** @type {HTMLElement} */ (root.querySelector(".label")).focus());
  await openCard(shadow, () => page.keyboard.press("Enter"));
  await pressUntilFocus(page, shadow, selector);
  await page.keyboard.press("Enter");
  return shadow;
}

/** The line that undoes, with the keyboard on its button. */
const undoLine = () =>
  until("the line that undoes, with the keyboard on it", async () => {
    for (const shadow of await lab.shadows(page)) if (await shadow.evaluate((root) => root.activeElement?.matches(".undo"))) return shadow;
    return null;
  });

/** @param {string[]} posts */
const labelsAt = (posts) => until(`labels at exactly ${posts}`, async () => JSON.stringify(await withLabel()) === JSON.stringify(posts));

async function withLabel() {
  return Promise.all((await labels(lab, page)).map((shadow) => shadow.evaluate((root) => root.host.closest("article")?.id ?? "")));
}

for (const { kind, says, left, kept } of [
  { kind: "post", says: "Hidden for this post. Undo", left: ["post-3"], kept: "postsOff" },
  { kind: "rule", says: "Hidden. This rule is off. Undo", left: ["post-3"], kept: "rulesOff" },
  { kind: "site", says: "Hidden. Firebreak is off on x.com. Undo", left: [], kept: "sitesOff" },
  { kind: "hour", says: "Hidden. Firebreak is off for an hour. Undo", left: [], kept: "pausedUntil" },
]) {
  test(`${kind}: one press hides, the line in its place says so, and one press brings the label back with the keyboard on it`, async () => {
    await press(`[data-off="${kind}"]`);
    const line = await undoLine();
    await labelsAt(left);
    assert.equal((await line.text()).replace(/Firebreak label/, "").trim(), says);
    assert.equal(await line.evaluate((root) => root.host.closest("article")?.id), "post-2");
    const stored = JSON.stringify(await storedSettings(lab));
    assert.ok(!stored.includes("hotel") && !stored.includes("sam"), "neither words nor author of the post are kept");
    assert.notDeepEqual(/** @type {any} */ (JSON.parse(stored))[kept], kept === "pausedUntil" ? 0 : []);
    await page.bringToFront();
    await page.keyboard.press("Enter");
    await labelsAt(["post-2", "post-3"]);
    const [shadow] = await labels(lab, page);
    await until("the keyboard on the label", () => shadow?.evaluate((root) => root.activeElement?.matches(".label")));
    assert.deepEqual(/** @type {any} */ (await storedSettings(lab))[kept], kept === "pausedUntil" ? 0 : []);
  });
}

test("the line goes when its post says something else, and never carries over to another", async () => {
  await press('[data-off="site"]');
  await undoLine();
  await page.evaluate((calm) => {
    /** @type {Element} */ (document.querySelector("#post-2 [data-testid=tweetText]")).textContent = calm;
  }, SAYS.calm);
  await until("the line to go", async () => (await labelledPosts(page)).length === 0);
});

test("a page cannot press these buttons", async () => {
  const [shadow] = await labels(lab, page);
  assert.ok(shadow);
  await openCard(shadow, () => shadow.click(".label"));
  await shadow.evaluate((root) => {
    for (const button of root.querySelectorAll("button")) button.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  });
  await labelsAt(["post-2", "post-3"]);
  assert.deepEqual(await storedSettings(lab), {});
});

test("a wrong label is reported as a text to edit and copy, with no address and no author, and nothing is sent", async () => {
  const before = lab.server.requests.length;
  const shadow = await press(".report summary");
  await until("the text to edit, with the keyboard in it", () => shadow.evaluate((root) => root.activeElement?.matches("textarea")));
  const text = await shadow.evaluate((root) => /** @type {HTMLTextAreaElement} */ (root.querySelector("textarea")).value);
  for (const part of [
    /Calls for violence: Warning/,
    /Rule: call-to-violence\//,
    /The text of the post:\nBurn down/,
    /rules [0-9a-f]{8}$/,
  ]) {
    assert.match(text, part);
  }
  assert.doesNotMatch(text, /x\.com|sam/i);
  await page.keyboard.type("A quote from a film. ");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await until("the word that it was copied", async () => /Copied\. Send it wherever you like\./.test(await shadow.text()));
  const pasted = await page.evaluate(() => {
    const area = document.createElement("textarea");
    area.id = "paste";
    document.body.append(area);
    area.focus();
    return true;
  });
  assert.ok(pasted);
  await page.keyboard.down("Control");
  await page.keyboard.press("v");
  await page.keyboard.up("Control");
  const copied = await until("what was copied", () =>
    page.evaluate(() => /** @type {HTMLTextAreaElement} */ (document.querySelector("#paste")).value),
  );
  assert.ok(copied.includes("A quote from a film.") && copied.includes("Rule: call-to-violence/"), copied);
  assert.deepEqual(
    lab.server.requests.slice(before).filter(({ url }) => url.includes("x.com") && !url.endsWith("favicon.ico")),
    [],
  );
});

test("the label goes at once and does not come back for a frame before the choice is kept", async () => {
  await page.evaluate(() => {
    const came = /** @type {string[]} */ ([]);
    Object.assign(window, { came });
    new MutationObserver((records) => {
      for (const { addedNodes } of records)
        for (const node of addedNodes)
          if (node instanceof Element && node.hasAttribute("data-firebreak")) came.push(node.closest("article")?.id ?? "?");
    }).observe(/** @type {Element} */ (document.querySelector("#post-2")), { childList: true, subtree: true });
  });
  await press('[data-off="post"]');
  await undoLine();
  await labelsAt(["post-3"]);
  assert.deepEqual(await page.evaluate(() => /** @type {any} */ (window).came), ["post-2"], "only the line that undoes came");
});
