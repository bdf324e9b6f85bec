// The two models through wasm, as the background uses them: what the gate leaves pending, what the reader's module makes of a text, and
// what the engine's module makes of that.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { modelFile, startEngine, startReader } from "./engine.js";

/** @typedef {{ text: string, categories: number[], stance: number[], gate: number }} Vector */

/** What training gave for some texts. @type {Vector[]} */
const vectors = JSON.parse(readFileSync(new URL("../../data/models/vectors.json", import.meta.url), "utf8"));
const VERMIN = "They are vermin, every last Muslim on this street. Vermin.";
const CALM = [
  "The weather is nice today.",
  "The ferry leaves at nine from the north pier.",
  "I had pasta for dinner.",
  "Happy birthday, dear!",
  "Ten easy recipes for a rainy weekend",
  "Wow, this is the best cake I have ever eaten",
];

const reader = await startReader(modelFile("reader.bin"));

test("the reader's module reads as the model did in training", () => {
  for (const { text, categories, stance } of vectors) {
    const bytes = reader.read(text);
    const numbers = new DataView(bytes.buffer, bytes.byteOffset);
    [...categories, ...stance].forEach((want, place) => {
      const have = numbers.getFloat32(place * 4, true);
      assert.ok(Math.abs(have - want) < 1e-3, `${text}: ${have} for ${want} at ${place}`);
    });
  }
});

test("without the gate every text is pending; with it only those that rules or gate see something in", async () => {
  const engine = await startEngine();
  const pending = (/** @type {string[]} */ texts) => engine.judgeMany(texts).map((look) => look.pending);
  assert.ok(pending([...CALM, VERMIN]).every(Boolean));
  engine.loadGate(modelFile("gate.bin"));
  assert.deepEqual(pending([VERMIN]), [true]);
  assert.ok(pending(CALM).includes(false), "the gate keeps none of the calm posts from the reader");
  assert.equal(engine.judgeMany(["Wir treffen uns heute um neun Uhr am Bahnhof und gehen dann ins Kino."])[0]?.pending, false);
});

test("a report says whether the model read it, was not asked, or took no part", async () => {
  const engine = await startEngine();
  const said = (/** @type {string[]} */ texts) => engine.judgeMany(texts).map(({ report }) => report.reader);
  assert.deepEqual(said([VERMIN]), ["absent"]);
  assert.ok(said(CALM).every((part) => part === "absent"));
  engine.loadGate(modelFile("gate.bin"));
  assert.deepEqual(said([VERMIN]), ["absent"], "it waits for the reader");
  assert.ok(said(CALM).includes("not-asked"));
  assert.equal(engine.judgeRead(VERMIN, reader.read(VERMIN)).reader, "read");
});

test("the reader has one line of the sum, and the rules' report stays what it was", async () => {
  const engine = await startEngine();
  const before = engine.judge(VERMIN);
  const lines = engine.judgeRead(VERMIN, reader.read(VERMIN)).labels.flatMap(({ sum }) => sum.map(({ part }) => part));
  assert.equal(lines.filter((line) => line.includes("language model")).length > 0, true, lines.join("; "));
  assert.deepEqual(engine.judge(VERMIN), before);
});

test("a damaged, foreign or missing file is refused in words, and the engine goes on", async () => {
  const engine = await startEngine();
  for (const [change, words] of /** @type {const} */ ([
    [(/** @type {Uint8Array} */ file) => (file[0] ^= 1), /not a model file of this kind/],
    [(/** @type {Uint8Array} */ file) => (file[12] = 99), /format version 99/],
    [(/** @type {Uint8Array} */ file) => (file[5000] ^= 1), /damaged/],
  ])) {
    const [gate, model] = [modelFile("gate.bin"), modelFile("reader.bin")];
    change(gate);
    change(model);
    assert.throws(() => engine.loadGate(gate), words);
    await assert.rejects(startReader(model), words);
  }
  assert.throws(() => engine.loadGate(new Uint8Array()), /gate\.bin/);
  assert.throws(() => engine.judgeRead(VERMIN, new Uint8Array([1, 2])), Error);
  assert.ok(engine.judge(VERMIN).labels.length > 0);
});
