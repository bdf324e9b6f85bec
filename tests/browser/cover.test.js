// Covering, for a reader who asked for it: words and media lie under panels of ours, the post's own nodes are as they were, and showing
// them is one press that lasts.

import assert from "node:assert/strict";
import test, { after, afterEach, before, beforeEach } from "node:test";
import { feed, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { labels, pressUntilFocus, setSettings, treeWithoutLabels } from "./page.js";

const HOME = "https://x.com/home";
const LONG = `${SAYS.violent} ${"And some more words that make a second and a third line of it. ".repeat(4)}`;
const POSTS = [
  { id: "1", text: SAYS.calm },
  { id: "2", text: LONG, picture: true },
  { id: "3", text: SAYS.vermin },
];
const COVER = { categories: { "call-to-violence": "cover" } };

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {import("puppeteer-core").Page} */
let page;
/** @type {import("./harness/shadow.js").Shadow} */
let shadow;

before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/** @param {import("./feed.js").FeedOptions} [options] */
async function open(options) {
  lab.server.give(HOME, feed({ posts: POSTS, ...options }));
  page = await lab.open(HOME);
  await until("both labels", async () => (await labels(lab, page)).length === 2);
  [shadow] = /** @type {[import("./harness/shadow.js").Shadow]} */ (/** @type {unknown} */ (await labels(lab, page)));
}

beforeEach(async () => {
  await setSettings(lab, /** @type {object} */ (COVER));
  await open();
});
afterEach(() => page.close());

/**
 * Of the words and the picture of post 2: the part that a pointer cannot reach and an eye cannot see, because our element is on top.
 * @returns {Promise<{ words: number, picture: number }>}
 */
const hidden = () =>
  page.evaluate(() => {
    const root = document.documentElement;
    const post = /** @type {Element} */ (document.querySelector("#post-2"));
    /** @param {Element} part @param {() => Iterable<DOMRect>} boxes */
    const share = (part, boxes) => {
      part.scrollIntoView({ block: "center", behavior: "instant" });
      let all = 0;
      let ours = 0;
      for (const { left, top, width, height } of boxes()) {
        for (let x = 0.5; x < width; x += Math.max(1, width / 23)) {
          for (let y = 0.5; y < height; y += Math.max(1, height / 7)) {
            if (left + x >= root.clientWidth || top + y >= root.clientHeight || top + y < 0) continue; // Nothing is there to be seen.
            all += 1;
            if (document.elementFromPoint(left + x, top + y)?.hasAttribute("data-firebreak")) ours += 1;
          }
        }
      }
      return ours / all;
    };
    const words = /** @type {Element} */ (post.querySelector("[data-testid=tweetText]"));
    const picture = /** @type {Element} */ (post.querySelector("img"));
    const range = document.createRange();
    range.selectNodeContents(words);
    return { words: share(words, () => range.getClientRects()), picture: share(picture, () => [picture.getBoundingClientRect()]) };
  });
/** @param {number} share */
const isHidden = (share) =>
  until(`${share} of it to be hidden`, async () => assert.deepEqual(await hidden(), { words: share, picture: share }) ?? true);

/** @param {string} selector @param {string} property @param {string} value */
const restyle = (selector, property, value) =>
  page.evaluate(
    (wanted, name, next) => /** @type {HTMLElement} */ (document.querySelector(wanted)).style.setProperty(name, next),
    selector,
    property,
    value,
  );

/** Tab from the label comes to the button that shows and covers. */
async function pressToggle() {
  await shadow.evaluate((root) => /** @type {HTMLElement} */ (root.querySelector(".label")).focus());
  await pressUntilFocus(page, shadow, ".toggle");
  await page.keyboard.press("Enter");
}

test("all words and the picture are covered, only where asked for, and the page's tree is as it was", async () => {
  await isHidden(1);
  assert.match(await shadow.text(), /Show anyway/);
  const [, other] = await labels(lab, page);
  assert.doesNotMatch((await other?.text()) ?? "", /Show anyway/);
  const covered = await treeWithoutLabels(page);
  await setSettings(lab, {});
  await until("no cover", async () => (await hidden()).words === 0);
  assert.equal(await treeWithoutLabels(page), covered);
});

test("show anyway reveals by keyboard, stays when a list draws the post again, and one press covers it again", async () => {
  await isHidden(1);
  await pressToggle();
  await isHidden(0);
  assert.match(await shadow.text(), /Cover again/);
  await page.evaluate(() => {
    const post = /** @type {Element} */ (document.querySelector("#post-2"));
    const cell = /** @type {Element} */ (post.parentElement);
    const next = /** @type {Element} */ (post.cloneNode(true));
    next.querySelector("[data-firebreak]")?.remove();
    cell.replaceChildren(next);
  });
  await until("the new node's label", async () => {
    const [first] = await labels(lab, page);
    if (!(await first?.evaluate((root) => root.host.closest("article")?.id === "post-2"))) return false;
    shadow = /** @type {import("./harness/shadow.js").Shadow} */ (first);
    return /Cover again/.test(await shadow.text());
  });
  await isHidden(0);
  await pressToggle();
  await isHidden(1);
});

test("after revealing, find and copy work on the post's own words", async () => {
  await isHidden(1);
  await pressToggle();
  await isHidden(0);
  const found = await page.evaluate(() => {
    getSelection()?.removeAllRanges();
    // @ts-expect-error: every browser has it, no standard does
    const found = /** @type {boolean} */ (window.find("kill them all"));
    return { found, selected: getSelection()?.toString() };
  });
  assert.deepEqual(found, { found: true, selected: "kill them all" });
});

test("the cover follows a narrower column, a zoomed page and a picture that comes late", async () => {
  await isHidden(1);
  for (const change of [
    () => page.setViewport({ width: 360, height: 900 }),
    () => restyle(":root", "font-size", "32px"),
    () => restyle("#post-2 [data-testid=tweetText]", "font-size", "24px"),
    () => restyle("#post-2 img", "height", "333px"),
    () => restyle("main", "transform", "scale(0.8)"),
    () => restyle("body", "zoom", "1.5"),
  ]) {
    await change();
    await isHidden(1);
  }
});

test("on a right-to-left page and on a dark one it covers as well", async () => {
  await page.close();
  await open({ rtl: true, dark: true });
  await isHidden(1);
});

test("a node that a list uses again for another post is not covered for the next frame", async () => {
  await isHidden(1);
  const stale = await page.evaluate((calm) => {
    const post = /** @type {Element} */ (document.querySelector("#post-2"));
    const words = /** @type {Element} */ (post.querySelector("[data-testid=tweetText]"));
    words.textContent = calm;
    return new Promise((done) =>
      requestAnimationFrame(() => {
        const { left, top, width, height } = words.getBoundingClientRect();
        done(document.elementFromPoint(left + width / 4, top + height / 2)?.hasAttribute("data-firebreak"));
      }),
    );
  }, SAYS.calm);
  assert.equal(stale, false);
});

test("a press on the cover is not a press on the post", async () => {
  await isHidden(1);
  await page.evaluate(() => {
    Object.assign(window, { heard: 0 });
    document.querySelector("#post-2")?.addEventListener("click", () => Object.assign(window, { heard: 1 }));
  });
  await shadow.click(".panel");
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).heard), 0);
  await isHidden(1);
});
