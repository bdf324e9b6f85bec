// Exports and the report of the command line on paper: a sheet a card, nothing cut in two, and no sheet that is nearly empty.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { inflateSync } from "node:zlib";
import { toHtml } from "../../extension/panel/export-html.js";
import { wordsFrom } from "../../extension/shared/words.js";
import messages from "../../extension/_locales/en/messages.json" with { type: "json" };
import { openLab } from "./harness/lab.js";

/** @typedef {import("../../extension/shared/card.js").Card} Card */

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const EXAMPLE = "tests/evidence/example.jsonld";
/** @param {string} path */
const read = (path) => readFileSync(`${ROOT}${path}`, "utf8");
/** @type {{ exported: string, cards: [Card, Card] }} */
const { exported, cards } = JSON.parse(read(EXAMPLE));
const look = read("extension/panel/export.css");

/** @type {import("./harness/lab.js").Lab} */
let lab;

before(async () => {
  lab = await openLab();
});
after(() => lab.close());

/** A card that is short whatever the rules of the day say of its text. @type {Card} */
const plain = { ...cards[1], report: { ...cards[1].report, level: "none", labels: [] }, annotations: [] };

/** @param {Card[]} some */
const html = (some) => toHtml(some, { words: wordsFrom(messages), exported, look });

/** How many sheets a page takes. @param {string} name @param {string} body */
async function sheets(name, body) {
  const url = `https://paper.example/${name}`;
  lab.server.give(url, { body });
  const page = await lab.open(url);
  const pdf = Buffer.from(await page.pdf({ format: "a4", margin: { top: "1cm", bottom: "1cm", left: "1cm", right: "1cm" } }));
  await page.close();
  return [pdf.toString("latin1"), ...unpacked(pdf)].join("\n").match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

/** What a PDF holds in packed form: one browser packs its list of pages too. @param {Buffer} pdf @returns {string[]} */
function unpacked(pdf) {
  const text = pdf.toString("latin1");
  return [...text.matchAll(/stream\r?\n/g)].flatMap(({ 0: word, index }) => {
    try {
      return [inflateSync(pdf.subarray(index + word.length, text.indexOf("endstream", index))).toString("latin1")];
    } catch {
      return []; // a picture or a font, or the end of another stream
    }
  });
}

/** A card with a picture of so many CSS pixels. @param {number} width @param {number} height @returns {Card} */
function withPicture(width, height) {
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%"/></svg>`;
  const data = `data:image/svg+xml;base64,${Buffer.from(drawn).toString("base64")}`;
  return { ...plain, screenshot: { mediaType: "image/png", taken: exported, sha256: "sha256:0", data } };
}

test("one card is one sheet, and each further card begins one", async () => {
  assert.equal(await sheets("one", html([plain])), 1);
  assert.equal(await sheets("three", html([plain, plain, plain])), 3);
});

test("a picture taller than a sheet is made to fit the next one", async () => {
  assert.equal(await sheets("tall", html([withPicture(700, 4000)])), 2);
});

test("the report of the command line begins with the list of its cards", async () => {
  const run = spawnSync("cargo", ["run", "--quiet", "--bin", "firebreak", "--", "report", EXAMPLE], { cwd: ROOT, encoding: "utf8" });
  assert.equal(run.status, 0, run.stderr);
  const number = await sheets("report", run.stdout);
  assert.ok(number > cards.length, `${number} sheets`);
});
