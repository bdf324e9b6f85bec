// The language model in a real browser: it takes a label of the rules away, makes one that they miss, and where its file is damaged or
// the worker dies the rules' labels stand. Which texts the two judge differently is asked of the built modules, since weights change.

import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import test, { after, afterEach, before } from "node:test";
import { fileURLToPath } from "node:url";
import { modelFile, startEngine, startReader } from "../wasm/engine.js";
import { feed, postHtml, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { addPosts, coverage, labelledPosts, labelOf } from "./page.js";

const HOME = "https://x.com/home";
const FRIENDLY = [
  "I will find you and thank you in person.",
  "My sister is such a muppet, love her to bits.",
  "You idiot, you made me laugh so hard at the party.",
  "You are a clown and I mean it fondly.",
];
const HOSTILE = [
  "Trans people are disgusting freaks.",
  "The Roma camp must be cleared out, they are thieves by nature.",
  "Somebody ought to deal with that family at number nine, permanently.",
];

const engine = await startEngine();
engine.loadGate(modelFile("gate.bin"));
const reader = await startReader(modelFile("reader.bin"));
const byRules = (/** @type {string} */ text) => engine.judge(text).level;
const byBoth = (/** @type {string} */ text) =>
  engine.judgeMany([text])[0]?.pending ? engine.judgeRead(text, reader.read(text)).level : byRules(text);
/** @param {string[]} texts @param {(rules: string, both: string) => boolean} differ @returns {string} */
const chosen = (texts, differ) =>
  texts.find((text) => differ(byRules(text), byBoth(text))) ?? assert.fail(`the models agree on all of ${texts}`);
const TAKEN = chosen(FRIENDLY, (rules, both) => rules !== "none" && both === "none");
const MADE = chosen(HOSTILE, (rules, both) => rules === "none" && both !== "none");

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {import("puppeteer-core").Page} */
let page;

/** @param {string} text what the background says by rules and reader */
const read = (text) => readIn(lab, text);

/** @param {import("./harness/lab.js").Lab} lab @param {string} text @returns {Promise<{ level: string }>} */
async function readIn(lab, text) {
  const popup = await lab.openExtensionPage("popup/popup.html");
  const { value } = await popup.evaluate((text) => chrome.runtime.sendMessage({ name: "page-to-background/read", text }), text);
  await popup.close();
  return value;
}

/** @param {string[]} ids */
const labelsAt = (ids) => until(`labels at exactly ${ids}`, async () => JSON.stringify(await labelledPosts(page)) === JSON.stringify(ids));

/** @param {import("./harness/lab.js").Lab} lab @param {import("./feed.js").FeedPost[]} posts */
async function openFeed(lab, posts) {
  lab.server.give(HOME, feed({ posts }));
  return lab.open(HOME);
}

before(async () => {
  lab = await openLab();
});
after(() => lab.close());
afterEach(() => (page.browser().connected ? page.close() : undefined));

test("a label of the rules that the model does not share goes away, also where it stood first", async () => {
  page = await openFeed(lab, [
    { id: "1", text: TAKEN },
    { id: "2", text: SAYS.violent },
  ]);
  await until("the first label", () => labelOf(page, "2"));
  assert.equal((await read(TAKEN)).level, "none");
  await labelsAt(["post-2"]);
});

test("a post that the rules miss is labelled where the model's answer is known in time", async () => {
  assert.notEqual((await read(MADE)).level, "none");
  page = await openFeed(lab, [
    { id: "1", text: SAYS.calm },
    { id: "2", text: MADE },
  ]);
  await labelsAt(["post-2"]);
  const [shadow] = await lab.shadows(page);
  assert.match((await shadow?.text()) ?? "", /Warning|Caution|Note/);
});

test("the worker is killed while posts wait to be read, and the reading goes on", async () => {
  page = await openFeed(lab, [{ id: "first", text: SAYS.violent }]);
  await until("the first label", () => labelOf(page, "first"));
  const texts = Array.from({ length: 40 }, (_, number) => `${TAKEN} ${"!".repeat(number + 1)}`);
  const stays = texts.flatMap((text, number) => (byBoth(text) === "none" ? [] : [`post-k${number}`]));
  await addPosts(
    page,
    texts.map((text, number) => postHtml({ id: `k${number}`, text })),
  );
  await lab.killBackground();
  for (const number of [0, 20, 39]) {
    await page.evaluate((id) => document.querySelector(id)?.scrollIntoView(), `#post-k${number}`);
    await until("posts in view to be read", async () => (await coverage(lab, HOME)).waiting === 0);
  }
  await labelsAt(["post-first", ...stays]);
});

test("with a damaged model file the rules go on, and the popup says so", async () => {
  const folder = mkdtempSync(join(tmpdir(), "firebreak-damaged-"));
  cpSync(fileURLToPath(new URL(`../../target/dist/${lab.name}`, import.meta.url)), folder, { recursive: true });
  const file = join(folder, "engine/reader.bin");
  const bytes = readFileSync(file);
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 1;
  writeFileSync(file, bytes);
  const damaged = await openLab({ extension: folder });
  try {
    page = await openFeed(damaged, [
      { id: "1", text: TAKEN },
      { id: "2", text: SAYS.violent },
    ]);
    await labelsAt(["post-1", "post-2"]);
    assert.equal((await readIn(damaged, TAKEN)).level, byRules(TAKEN));
    const popup = await damaged.openPopup(page);
    if (damaged.name === "firefox") await page.bringToFront(); // There the popup is a tab, and speaks of the one in front.
    const words = /language model cannot be used, so the rules judge alone: reader\.bin: damaged/;
    await until("the popup to say so", () => popup.evaluate((words) => new RegExp(words).test(document.body.innerText), words.source));
    await labelsAt(["post-1", "post-2"]);
  } finally {
    await damaged.close();
    rmSync(folder, { recursive: true });
  }
});
