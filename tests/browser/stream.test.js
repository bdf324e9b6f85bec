// Two thousand posts arrive while the reader scrolls: each that comes into view gets what it should, and what is far away costs nothing.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { feed, postHtml, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { addPosts, labelledPosts } from "./page.js";

const HOME = "https://x.com/home";
const COUNT = 2000;
const BATCH = 50;
/** One post in ten is violent. @param {number} number */
const isViolent = (number) => number % 10 === 3;

/** @type {import("./harness/lab.js").Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

test("labels keep up with 2,000 posts, and only posts near the view are read", async () => {
  lab.server.give(HOME, feed({ posts: [] }));
  const page = await lab.open(HOME);
  for (let from = 0; from < COUNT; from += BATCH) {
    const numbers = Array.from({ length: BATCH }, (_, place) => from + place);
    await addPosts(
      page,
      numbers.map((number) => postHtml({ id: String(number), text: `${isViolent(number) ? SAYS.violent : SAYS.calm} ${number}` })),
    );
  }
  await until("the posts at the top to be labelled", async () => (await labelledPosts(page)).includes("post-3"));
  assert.ok((await labelledPosts(page)).length < COUNT / 20, "posts far below were read");

  for (const number of [503, 1003, 1993]) {
    await page.evaluate((id) => document.querySelector(`#post-${id}`)?.scrollIntoView({ block: "center" }), number);
    await until(`post ${number} to be labelled`, async () => (await labelledPosts(page)).includes(`post-${number}`));
  }
  const wrong = (await labelledPosts(page)).filter((id) => !isViolent(Number(id.replace("post-", ""))));
  assert.deepEqual(wrong, []);
  await page.close();
});
