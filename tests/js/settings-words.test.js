import assert from "node:assert/strict";
import test from "node:test";
import messages from "../../extension/_locales/en/messages.json" with { type: "json" };
import { ago, size } from "../../extension/settings/when.js";
import { wordsFrom } from "../../extension/shared/words.js";

const words = wordsFrom(messages);

test("a past time is said in its largest whole unit, and one to come as now", () => {
  const minute = 60_000;
  assert.equal(ago(words, 0, 0), "now");
  assert.equal(ago(words, 50, 0), "now");
  assert.equal(ago(words, 0, 3 * minute + 59_000), "3 minutes ago");
  assert.equal(ago(words, 0, 119 * minute), "1 hour ago");
  assert.equal(ago(words, 0, 24 * 60 * minute), "yesterday");
});

test("sizes are said in kilobytes, from a million on in megabytes", () => {
  assert.equal(size(words, 0), "0 kB");
  assert.equal(size(words, 249_100), "249.1 kB");
  assert.equal(size(words, 1_000_000), "1 MB");
});
