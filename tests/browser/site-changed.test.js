// Every site's own page after the site changed all its names: how many posts the generic reader still finds, and that it is said.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { openLab } from "./harness/lab.js";
import { document as pageOf, expected, policyOf, postsOf } from "./pages/build.js";
import { changed } from "./tools/changed.js";
import { probe, probeSource } from "./tools/reading.js";

/** @typedef {import("./pages/build.js").Markup} Markup */
/** @typedef {import("./tools/reading.js").PageRead} PageRead */

const folder = new URL("./pages/", import.meta.url);
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() && entry.name !== "generic" ? [entry.name] : [],
);

/**
 * Posts still found, and those among them whose text is exact. Nothing but class names marks a message of Telegram's web clients, so
 * there nothing is left to hold on to.
 * @type {Record<string, [number, number]>}
 */
const LEAST = {
  bluesky: [6, 6],
  discourse: [3, 3],
  disqus: [8, 8],
  facebook: [9, 9],
  hackernews: [7, 7],
  instagram: [4, 4],
  lemmy: [7, 7],
  linkedin: [9, 9],
  mastodon: [6, 4],
  phpbb: [3, 3],
  reddit: [5, 5],
  "reddit-old": [7, 7],
  telegram: [3, 3],
  "telegram-a": [0, 0],
  "telegram-k": [0, 0],
  threads: [4, 4],
  tiktok: [3, 0],
  wordpress: [7, 0],
  x: [7, 7],
  xenforo: [3, 3],
  youtube: [7, 0],
  "youtube-chat": [0, 0],
};

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {string} */
let source;
before(async () => {
  [lab, source] = await Promise.all([openLab(), probeSource()]);
});
after(() => lab.close());

for (const name of names) {
  test(`${name}: all names changed`, async () => {
    const markup = /** @type {Markup} */ ((await import(new URL(`${name}/markup.js`, folder).href)).default);
    const posts = postsOf(markup);
    const html = pageOf(markup, changed(markup.list(posts.map(markup.post).join("\n"))));
    lab.server.give(markup.url, { body: html, headers: { "content-security-policy": policyOf(markup) } });
    const page = await lab.open(markup.url);
    await page.evaluate(source);
    const read = /** @type {PageRead} */ (await probe(page, "read", markup.url));
    const wanted = expected(markup, posts).map(({ text }) => text);
    const found = read.posts.flatMap(({ text }) => (text === "" ? [] : [text]));
    const exact = wanted.filter((text) => found.includes(text)).length;
    const held = wanted.filter((text) => found.some((one) => one.includes(text))).length;
    console.log(`${lab.name} ${name}: ${held} of ${wanted.length} posts found by ${read.health.strategy} reading, ${exact} of them exact`);
    const least = LEAST[name];
    assert.ok(least, `${name} has no line in the table`);
    assert.ok(held >= least[0] && exact >= least[1], `${held} found, ${exact} exact; at least ${least.join(" and ")} are needed`);
    if (read.health.strategy === "semantic" && read.site === name && held > 1)
      assert.ok(read.health.suspect, "the site is said to have changed");
    await page.close();
  });
}
