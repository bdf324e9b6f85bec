// The four forms of an export and its manifest, made from the example that stands for the form of a card.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";
import { exportCards } from "../../extension/panel/export.js";
import { cell, toCsv } from "../../extension/panel/export-csv.js";
import { toHtml } from "../../extension/panel/export-html.js";
import { plain, toMarkdown } from "../../extension/panel/export-markdown.js";
import { markup } from "../../extension/panel/markup.js";
import { makeCard } from "../../extension/shared/card.js";
import { wordsFrom } from "../../extension/shared/words.js";
import messages from "../../extension/_locales/en/messages.json" with { type: "json" };

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const example = read("tests/evidence/example.jsonld");
/** @type {import("../../extension/shared/card.js").Card[]} */
const cards = JSON.parse(example).cards;
const look = read("extension/panel/export.css");
const words = wordsFrom(messages);
const exported = "2026-11-24T20:05:00.000Z";
const NASTY = `</style><script>alert(1)</script> <img src=x onerror="alert(1)"> 'quoted' & "so"`;

/** A card whose every text is out to do harm. @param {string} text */
async function spoilt(text) {
  const [first] = cards;
  assert.ok(first);
  const { captured, thread, report } = first;
  const post = { ...first.post, text, author: text, handle: text, time: text, permalink: "javascript:alert(1)", media: [text] };
  const label = { .../** @type {import("../../extension/engine/firebreak.js").Label} */ (report.labels[0]), spans: [{ start: 0, end: 8 }] };
  return makeCard({ captured, page: { url: "https://a.example/", title: text }, post, thread }, { ...report, labels: [label] });
}

/** Reads RFC 4180. @param {string} csv @returns {string[][]} */
function parse(csv) {
  /** @type {string[][]} */
  const lines = [[]];
  for (const [, quoted, bare = "", end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    lines.at(-1)?.push(quoted?.replaceAll('""', '"') ?? bare);
    if (end === "\r\n") lines.push([]);
    if (end === "") break;
  }
  return lines.slice(0, -1);
}

test("JSON-LD: the cards of the example are written as the example, byte for byte", async () => {
  const [file] = await exportCards(cards, { format: "jsonld", words, look, now: new Date(exported) });
  assert.equal(new TextDecoder().decode(file.bytes), example);
});

test("each export comes with a manifest that names its bytes and every card", async () => {
  for (const format of /** @type {const} */ (["jsonld", "csv", "markdown", "html"])) {
    const [file, manifest] = await exportCards(cards, { format, words, look, now: new Date(exported) });
    const list = JSON.parse(new TextDecoder().decode(manifest.bytes));
    const sha256 = `sha256:${createHash("sha256").update(file.bytes).digest("hex")}`;
    assert.deepEqual(list.files, [{ name: file.name, bytes: file.bytes.length, sha256 }]);
    assert.match(file.name, /^firebreak-20261124-200500\.(jsonld|csv|md|html)$/);
    assert.equal(manifest.name, "firebreak-20261124-200500.manifest.json");
    assert.deepEqual(list.cards, JSON.parse(read("tests/evidence/example.manifest.json")).cards);
  }
});

test("CSV: what a spreadsheet would run is defused, and everything else stays as it is", () => {
  for (const formula of ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1", "＝1", "|calc", "\u00a0@x", '=HYPERLINK("a")', "%0A=1"]) {
    assert.match(cell(formula), /^"?'/, JSON.stringify(formula));
  }
  for (const calm of ["Hello", "5 - 3", "a=b", "#tag", "e@mail", ""]) assert.equal(cell(calm), calm);
  assert.equal(cell(12), "12");
  assert.equal(cell(null), "");
  assert.equal(cell('He said "no", twice'), '"He said ""no"", twice"');
});

test("CSV: read back, every cell is what it was, with line breaks and quotation marks", async () => {
  const text = 'One, "two"\nthree\r\n=four; five';
  const card = await spoilt(text);
  const [names, ...lines] = parse(toCsv([card, ...cards]));
  assert.equal(lines.length, 3);
  for (const line of lines) assert.equal(line.length, names?.length);
  assert.equal(lines[0]?.[names?.indexOf("text") ?? -1], text);
  assert.equal(lines[1]?.[names?.indexOf("views") ?? -1], "1200000");
  assert.equal(lines[2]?.[names?.indexOf("views") ?? -1], "");
});

test("CSV: the mark of its encoding is there when asked for", () => {
  assert.ok(toCsv(cards, { bom: true }).startsWith("\ufeffid,"));
  assert.ok(toCsv(cards).startsWith("id,"));
});

test("HTML: no text of a post becomes markup, nothing is fetched, and the marked words stand in the text", async () => {
  const html = toHtml([await spoilt(NASTY), ...cards], { words, exported, look });
  const tags = new Set([...html.matchAll(/<([a-z0-9]+)[\s>]/gi)].map(([, tag]) => tag?.toLowerCase()));
  assert.ok(!tags.has("script"));
  assert.doesNotMatch(html, /<img(?! src="data:image\/png;base64,)/);
  assert.doesNotMatch(html, /href="(?!https?:)/);
  assert.doesNotMatch(html, /(src|url)\s*[=(]\s*"?https?:/);
  assert.match(html, /<meta http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;;/);
  assert.match(html, /<mark>&#60;\/style&#62;?/);
  const [label] = /** @type {import("../../extension/shared/card.js").Card} */ (cards[0]).report.labels;
  const { start, end } = /** @type {import("../../extension/engine/firebreak.js").Span} */ (label?.spans[0]);
  assert.ok(html.includes(`<mark>${cards[0]?.post.text.slice(start, end)}</mark>`));
});

test("HTML: its style sheet holds no sign that would end it", () => {
  assert.doesNotMatch(look, /[<&]/);
  assert.doesNotMatch(look, /url\(|@import/);
});

test("Markdown: no text of a post becomes markup", async () => {
  const text = "# Not a heading\n- [no](javascript:x)\n<b>bold</b> *star* `code`\n1. item\n> quote";
  const lines = toMarkdown([await spoilt(text)], { words, exported }).split("\n");
  assert.equal(lines.filter((line) => /^#+ /.test(line)).length, 2); // The title and the card's own heading.
  assert.ok(!lines.some((line) => /(?<!\\)[<`*_[](?!https?:)/.test(line.replace(/^- |\*\*/g, ""))), lines.join("\n"));
  assert.equal(plain("1. a"), "1\\. a");
});

test("markup: values are escaped once, and markup inside markup is not", () => {
  assert.equal(
    markup`<p title="${'"<&>"'}">${[markup`<b>${"<"}</b>`]}${null}</p>`.html,
    '<p title="&#34;&#60;&#38;&#62;&#34;"><b>&#60;</b></p>',
  );
});

test("a text with half a pair of UTF-16 is kept in a form that every reader of JSON takes", async () => {
  const card = await spoilt("half \ud83d of a pair, and a whole 😡");
  assert.equal(card.post.text, "half \ufffd of a pair, and a whole 😡");
  assert.doesNotMatch(JSON.stringify(card), /\\ud/);
});
