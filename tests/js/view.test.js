import assert from "node:assert/strict";
import test from "node:test";
import { quotesOf } from "../../extension/shared/view.js";

/** @param {string} text @param {{ start: number, end: number }[]} spans */
const said = (text, spans) => quotesOf(text, spans).map(({ words }) => words);

test("the exact words come in the order of the text, each wording once", () => {
  const text = "kill them, then burn it, then kill them";
  const spans = [
    { start: 16, end: 23 },
    { start: 30, end: 39 },
    { start: 0, end: 9 },
  ];
  assert.deepEqual(said(text, spans), ["kill them", "burn it"]);
  assert.deepEqual(quotesOf(text, spans)[0]?.span, { start: 0, end: 9 });
});

test("white space is folded, nothing is left out silently", () => {
  assert.deepEqual(
    said("a\n\n  b   ", [
      { start: 0, end: 6 },
      { start: 6, end: 9 },
    ]),
    ["a b"],
  );
  assert.deepEqual(said("x".repeat(300), [{ start: 0, end: 300 }]), [`${"x".repeat(200)}…`]);
});
