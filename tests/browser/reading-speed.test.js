// A long thread must be read without the page noticing: 1,000 nested comments in the shape of reddit.com.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openLab } from "./harness/lab.js";
import { document as pageOf, policyOf } from "./pages/build.js";
import markup from "./pages/reddit/markup.js";
import { plain } from "./pages/posts.js";
import { probe, probeSource } from "./tools/reading.js";

const POSTS = 1000;
const DEPTH = 10;
/** Of main-thread time, for finding and reading all of them. */
const MOST = 500;

/** @type {import("./harness/lab.js").Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/** One chain of replies. @param {number} first @param {number} depth @returns {import("./pages/posts.js").TestPost} */
function chain(first, depth) {
  const id = String(1000 + first + DEPTH - depth);
  const text = `${plain.text} (${id})`;
  return { ...plain, id, text, replies: depth > 1 ? [chain(first, depth - 1)] : [] };
}

test(`${POSTS} nested posts are found and read in ${MOST} ms`, async () => {
  const threads = Array.from({ length: POSTS / DEPTH }, (_, index) => markup.post(chain(index * DEPTH, DEPTH)));
  lab.server.give(markup.url, {
    body: pageOf(markup, markup.list(threads.join(""))),
    headers: { "content-security-policy": policyOf(markup) },
  });
  const page = await lab.open(markup.url);
  await page.evaluate(await probeSource());
  const read = /** @type {import("./tools/reading.js").PageRead} */ (await probe(page, "read", markup.url));
  const texts = read.posts.filter(({ text }) => text !== "").map(({ text }) => text);
  assert.equal(new Set(texts).size, POSTS);
  assert.ok(texts.every((text) => text.startsWith(plain.text)));
  assert.ok(read.took <= MOST, `reading took ${read.took.toFixed(0)} ms`);
  console.log(`${lab.name}: ${POSTS} nested posts in ${read.took.toFixed(0)} ms`);
  await page.close();
});
