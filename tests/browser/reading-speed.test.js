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
/** A slice of idle time, after which the page can draw again. A machine that is busy with other work stretches one now and then. */
const SLICE = 16;
const STRETCHED = 0.05;

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

/** @param {string} name */
async function open(name) {
  const url = `${markup.url}?${name}`;
  const threads = Array.from({ length: POSTS / DEPTH }, (_, index) => markup.post(chain(index * DEPTH, DEPTH)));
  lab.server.give(url, {
    body: pageOf(markup, markup.list(threads.join(""))),
    headers: { "content-security-policy": policyOf(markup) },
  });
  const page = await lab.open(url);
  await page.evaluate(await probeSource());
  return page;
}

test(`${POSTS} nested posts are found and read in ${MOST} ms`, async () => {
  const page = await open("at-once");
  const read = /** @type {import("./tools/reading.js").PageRead} */ (await probe(page, "read", markup.url));
  const texts = read.posts.filter(({ text }) => text !== "").map(({ text }) => text);
  assert.equal(new Set(texts).size, POSTS);
  assert.ok(texts.every((text) => text.startsWith(plain.text)));
  assert.ok(read.took <= MOST, `reading took ${read.took.toFixed(0)} ms`);
  console.log(`${lab.name}: ${POSTS} nested posts in ${read.took.toFixed(0)} ms`);
  await page.close();
});

/** Of several readings the shortest is taken: what a busy machine adds to the others is not the reader's work. */
const READINGS = 3;

test(`${POSTS} nested posts in view at once are read in idle slices of ${SLICE} ms`, async () => {
  /** @type {{ read: number, sum: number, slices: number[] }[]} */
  const readings = [];
  for (let reading = 0; reading < READINGS; reading += 1) {
    const page = await open(`sliced-${reading}`);
    const { read, slices } = /** @type {{ read: number, slices: number[] }} */ (await probe(page, "watchAll", markup.url));
    readings.push({ read, slices, sum: slices.reduce((all, slice) => all + slice, 0) });
    await page.close();
  }
  assert.deepEqual(
    readings.map(({ read }) => read),
    readings.map(() => POSTS),
  );
  const { sum, slices } = /** @type {typeof readings[0]} */ (readings.sort((one, other) => one.sum - other.sum)[0]);
  const long = slices.filter((slice) => slice > SLICE).length;
  const longest = Math.max(...slices).toFixed(1);
  console.log(
    `${lab.name}: ${POSTS} posts in ${slices.length} slices, ${sum.toFixed(0)} ms together, longest ${longest} ms, ${long} over ${SLICE} ms`,
  );
  assert.ok(slices.length > 1, "the work is spread");
  assert.ok(sum <= MOST, `reading took ${sum.toFixed(0)} ms`);
  assert.ok(long <= Math.ceil(slices.length * STRETCHED), `${long} of ${slices.length} slices were longer than ${SLICE} ms`);
});
