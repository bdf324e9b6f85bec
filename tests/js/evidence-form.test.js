// The written form of evidence cards: the example that stands for it is valid by our schema, and by the W3C's own context it is what it
// claims to be. The context lies beside the example (W3C Software and Document License); nothing is fetched.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import test from "node:test";
import { Ajv2020 } from "ajv/dist/2020.js";
import jsonld from "jsonld";
import { hashOfData, hashOfText } from "../../extension/shared/hash.js";

/** @param {string} path */
const read = (path) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
const bytes = read("tests/evidence/example.jsonld");
const example = JSON.parse(bytes);
const manifest = JSON.parse(read("tests/evidence/example.manifest.json"));
const context = JSON.parse(read("tests/evidence/anno.jsonld"));
const OA = "http://www.w3.org/ns/oa#";

/** @param {string | Uint8Array} data */
const sha256 = (data) => `sha256:${createHash("sha256").update(data).digest("hex")}`;

/** @param {string} url */
async function documentLoader(url) {
  if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`a test asked for ${url}`);
  return { contextUrl: null, documentUrl: url, document: context };
}

test("the example is valid by the schema, and a card with a wrong hash or a missing fact is not", () => {
  const valid = new Ajv2020({ strictTuples: false }).compile(JSON.parse(read("docs/evidence.schema.json")));
  assert.ok(valid(example), JSON.stringify(valid.errors));
  for (const spoil of [
    (/** @type {any} */ file) => (file.cards[0].post.sha256 = "sha256:12"),
    (/** @type {any} */ file) => delete file.cards[1].post.counts,
    (/** @type {any} */ file) => (file.version = "firebreak-evidence/2"),
    (/** @type {any} */ file) => (file.cards[0].captured = "yesterday"),
  ]) {
    /** @type {any} */
    const file = structuredClone(example);
    spoil(file);
    assert.equal(valid(file), false, spoil.toString());
  }
});

test("read with the W3C's context, every label is an annotation with quote and position, and nothing is lost", async () => {
  const expanded = await jsonld.expand(example, { documentLoader, safe: true });
  const card = expanded[0]?.["https://firebreak.invalid/ns#cards"][0];
  const [annotation] = card["https://firebreak.invalid/ns#annotations"];
  assert.deepEqual(annotation["@type"], [`${OA}Annotation`]);
  assert.deepEqual(annotation[`${OA}motivatedBy`], [{ "@id": `${OA}classifying` }]);
  const target = annotation[`${OA}hasTarget`][0];
  assert.deepEqual(target[`${OA}hasSource`], [{ "@id": example.cards[0].post.permalink }]);
  const types = target[`${OA}hasSelector`].map((/** @type {any} */ selector) => selector["@type"][0]);
  assert.deepEqual(types, [`${OA}TextQuoteSelector`, `${OA}TextPositionSelector`]);
  const report = card["https://firebreak.invalid/ns#report"][0];
  assert.equal(report["@type"], "@json");
  assert.deepEqual(report["@value"], example.cards[0].report);
});

test("its hashes and positions are those of its text, in characters and not in UTF-16 units", () => {
  for (const { post, annotations, report, screenshot } of example.cards) {
    assert.equal(post.sha256, sha256(post.text));
    const characters = [...post.text];
    const spans = report.labels.flatMap((/** @type {any} */ label) => label.spans);
    const targets = annotations.flatMap((/** @type {any} */ annotation) => annotation.target);
    assert.equal(targets.length, spans.length);
    for (const [place, { selector }] of targets.entries()) {
      const [{ exact, prefix, suffix }, { start, end }] = selector;
      assert.equal(characters.slice(start, end).join(""), exact);
      assert.equal(post.text.slice(spans[place].start, spans[place].end), exact);
      assert.equal(characters.slice(Math.max(0, start - 32), start).join(""), prefix);
      assert.equal(characters.slice(end, end + 32).join(""), suffix);
    }
    if (screenshot) assert.equal(screenshot.sha256, sha256(Buffer.from(screenshot.data.split(",")[1], "base64")));
  }
  assert.match(example.cards[0].post.text, /\p{Extended_Pictographic}/u);
});

test("its manifest names the file's bytes and each card", async () => {
  assert.deepEqual(manifest.files, [{ name: "example.jsonld", bytes: Buffer.byteLength(bytes), sha256: sha256(bytes) }]);
  assert.equal(manifest.cards.length, example.cards.length);
  for (const [place, card] of example.cards.entries()) {
    assert.deepEqual(manifest.cards[place], { id: card.id, sha256: await hashOfData(card), text: card.post.sha256 });
  }
});

test("the hash of a card does not hang on the order of its fields, and changes with any of them", async () => {
  const [card] = example.cards;
  const turned = Object.fromEntries(Object.entries(card).reverse());
  assert.equal(await hashOfData(turned), await hashOfData(card));
  assert.notEqual(await hashOfData({ ...card, page: { ...card.page, title: "Home" } }), await hashOfData(card));
});

test("a lone surrogate is hashed as the sign that stands for it in UTF-8", async () => {
  assert.equal(await hashOfText("a\ud800"), sha256("a\ufffd"));
  assert.equal(await hashOfText(""), sha256(""));
});
