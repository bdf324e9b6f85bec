import assert from "node:assert/strict";
import test from "node:test";
import { quotesOf } from "../../extension/shared/view.js";

test("the exact words come in the order of the text, each wording once", () => {
  const text = "kill them, then burn it, then kill them";
  const spans = [
    { start: 16, end: 23 },
    { start: 30, end: 39 },
    { start: 0, end: 9 },
  ];
  assert.deepEqual(quotesOf(text, spans), ["kill them", "burn it"]);
});

test("white space is folded, nothing is left out silently", () => {
  assert.deepEqual(
    quotesOf("a\n\n  b   ", [
      { start: 0, end: 6 },
      { start: 6, end: 9 },
    ]),
    ["a b"],
  );
  assert.deepEqual(quotesOf("x".repeat(300), [{ start: 0, end: 300 }]), [`${"x".repeat(200)}…`]);
});
