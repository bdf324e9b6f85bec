// The judgement through wasm: the same cases as the native tests, and what only JavaScript can hand over.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { parse } from "smol-toml";
import { startEngine } from "./engine.js";

/** @typedef {{ text: string, level: string, labels: string[], stance?: string, words?: string[] }} Case */

const engine = await startEngine();
const folder = new URL("../cases/judgement/", import.meta.url);

for (const name of readdirSync(folder)) {
  test(`cases of ${name}`, () => {
    const { case: cases } = /** @type {{ case: Case[] }} */ (/** @type {unknown} */ (parse(readFileSync(new URL(name, folder), "utf8"))));
    for (const { text, level, labels, stance, words } of cases) {
      const report = engine.judge(text);
      assert.equal(report.level, level, text);
      assert.deepEqual(
        report.labels.map(({ id }) => id),
        labels,
        text,
      );
      if (stance) assert.equal(report.stance, stance, text);
      if (words) {
        assert.deepEqual(
          report.labels[0]?.spans.map(({ start, end }) => text.slice(start, end)),
          words,
          text,
        );
      }
    }
  });
}

test("spans are UTF-16 offsets of the string given, beside emoji and lone surrogates too", () => {
  for (const before of ["", "🔥🔥 ", "e\u0301 ", "\ud83d ", "\u202e"]) {
    const text = `${before}These migrants are vermin.`;
    const [label] = engine.judge(text).labels;
    const marked = label?.spans.map(({ start, end }) => text.slice(start, end)).join(" ") ?? "";
    assert.match(marked, /vermin/, JSON.stringify(before));
  }
});

test("any string gives a report", () => {
  const odd = ["", "\u0000", "\udc00", "\ud800\ud800", "\u200d".repeat(5000), "a".repeat(200_000), "🏳️‍🌈".repeat(3000)];
  const reports = engine.judgeMany(odd);
  assert.equal(reports.length, odd.length);
  for (const { report } of reports) assert.ok(["none", "note", "caution", "warning"].includes(report.level));
});

test("a text of 1 MB is answered at once, and says that it was not judged", () => {
  const report = engine.judge("These migrants are vermin. ".repeat(40_000));
  assert.equal(report.truncated, true);
  assert.ok(engine.judge("These migrants are vermin.").labels.length > 0, "the engine goes on");
});

test("one by one and many at once give the same reports", () => {
  const texts = ["Kill them all.", "Lovely evening by the canal.", "Is it true?"];
  assert.deepEqual(
    engine.judgeMany(texts).map(({ report }) => report),
    texts.map((text) => engine.judge(text)),
  );
});
