// From post to label in a real browser: the right post, the right words, and a page that is otherwise left as it was.
// BROWSER=firefox runs the same tests there.

import assert from "node:assert/strict";
import test, { after, afterEach, before, beforeEach } from "node:test";
import { feed, postHtml, SAYS, VIOLENT_WORDS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { addPosts, coverage, labelledPosts, labelOf, paintedWords, setSettings, treeWithoutLabels } from "./page.js";

const HOME = "https://x.com/home";
const MIXED = [
  { id: "1", text: SAYS.calm },
  { id: "2", text: SAYS.violent },
  { id: "3", text: SAYS.calm },
  { id: "4", text: SAYS.vermin },
];

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {import("puppeteer-core").Page} */
let page;

before(async () => {
  lab = await openLab();
});
after(() => lab.close());

beforeEach(async () => {
  lab.server.give(HOME, feed({ posts: MIXED }));
  page = await lab.open(HOME);
});
afterEach(() => page.close());

/** @param {string[]} ids */
const labelsAt = (ids) => until(`labels at exactly ${ids}`, async () => JSON.stringify(await labelledPosts(page)) === JSON.stringify(ids));

test("a label stands beside each post that needs one, and beside no other", async () => {
  await labelsAt(["post-2", "post-4"]);
  const [first, second] = await lab.shadows(page);
  assert.match((await first?.text()) ?? "", /Warning.*Calls for violence/);
  assert.match((await second?.text()) ?? "", /Describes a group as less than human/);
});

test("the exact words are painted, and the page's tree is as it was but for our elements", async () => {
  lab.server.give("https://elsewhere.example/", feed({ posts: MIXED }));
  const other = await lab.open("https://elsewhere.example/");
  const untouched = await treeWithoutLabels(other);
  await other.close();
  await labelsAt(["post-2", "post-4"]);
  assert.match((await paintedWords(page)).join(" "), VIOLENT_WORDS);
  for (const words of await paintedWords(page)) assert.ok(`${SAYS.violent} ${SAYS.vermin}`.includes(words), words);
  assert.equal(await treeWithoutLabels(page), untouched);
});

test("a post edited after it was labelled loses the label, and gets one when it needs one again", async () => {
  await labelsAt(["post-2", "post-4"]);
  const setText = (/** @type {string} */ text) =>
    page.evaluate((next) => {
      const span = /** @type {Element} */ (document.querySelector("#post-2 [data-testid=tweetText] span"));
      /** @type {Text} */ (span.firstChild).data = next;
    }, text);
  await setText(SAYS.calm);
  await labelsAt(["post-4"]);
  assert.doesNotMatch((await paintedWords(page)).join(" "), /herons/);
  await setText(SAYS.violent);
  await labelsAt(["post-2", "post-4"]);
});

test("a node that a list uses again for another post never carries the old label to the next frame", async () => {
  await labelsAt(["post-2", "post-4"]);
  const stale = await page.evaluate((calm) => {
    const post = /** @type {Element} */ (document.querySelector("#post-2"));
    /** @type {Element} */ (post.querySelector("time")?.closest("a")).setAttribute("href", "/sam/status/77");
    /** @type {Element} */ (post.querySelector("[data-testid=tweetText]")).textContent = calm;
    return new Promise((done) => requestAnimationFrame(() => done(post.querySelector("[data-firebreak]") !== null)));
  }, SAYS.calm);
  assert.equal(stale, false);
  await labelsAt(["post-4"]);
});

test("a post that leaves and comes back is labelled again, and what left is forgotten", async () => {
  await labelsAt(["post-2", "post-4"]);
  const html = postHtml(/** @type {import("./feed.js").FeedPost} */ (MIXED[1]));
  await page.evaluate(() => document.querySelector("#post-2")?.closest("[data-testid=cellInnerDiv]")?.remove());
  await labelsAt(["post-4"]);
  await until("its words to be released", async () => !VIOLENT_WORDS.test((await paintedWords(page)).join(" ")));
  await addPosts(page, [html]);
  await labelsAt(["post-4", "post-2"]);
});

test("the worker is killed in the middle of a stream, and every post still gets its label", async () => {
  await labelsAt(["post-2", "post-4"]);
  const posts = Array.from({ length: 200 }, (_, number) => postHtml({ id: `k${number}`, text: `${SAYS.violent} No ${number}.` }));
  await addPosts(page, posts.slice(0, 100));
  await lab.killBackground();
  await addPosts(page, posts.slice(100));
  for (const id of ["k0", "k150", "k199"]) {
    await page.evaluate((post) => document.querySelector(`#post-${post}`)?.scrollIntoView(), id);
    await until(`a label at ${id}`, () => labelOf(page, id));
  }
});

test("a soft navigation starts the count again and labels the new page", async () => {
  await labelsAt(["post-2", "post-4"]);
  await until("both to be counted", async () => (await coverage(lab, HOME)).labels.length === 2);
  const html = postHtml({ id: "9", text: SAYS.vermin });
  await page.evaluate(() => {
    history.pushState({}, "", "/explore");
    document.querySelector("main")?.replaceChildren();
  });
  await addPosts(page, [html]);
  await labelsAt(["post-9"]);
  await until("only the new post to be counted", async () => {
    const { labels, read } = await coverage(lab, "https://x.com/explore");
    return labels.length === 1 && read === 1;
  });
});

test("off for this site undoes everything at once, on brings it back", async () => {
  await labelsAt(["post-2", "post-4"]);
  await setSettings(lab, { sitesOff: ["x.com"] });
  await labelsAt([]);
  assert.deepEqual(await paintedWords(page), []);
  await setSettings(lab, {});
  await labelsAt(["post-2", "post-4"]);
});

test("a page that comes back from the back-forward cache is labelled once", async () => {
  await labelsAt(["post-2", "post-4"]);
  lab.server.give("https://elsewhere.example/", { body: "<!doctype html><title>elsewhere</title>" });
  await lab.driver.goto(page, "https://elsewhere.example/");
  await page.evaluate(() => history.back());
  await until("the feed to be back", async () => page.url() === HOME);
  await labelsAt(["post-2", "post-4"]);
  await addPosts(page, [postHtml({ id: "5", text: SAYS.vermin })]);
  await labelsAt(["post-2", "post-4", "post-5"]);
});
