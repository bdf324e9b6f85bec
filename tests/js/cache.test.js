import assert from "node:assert/strict";
import test from "node:test";
import { TextCache } from "../../extension/shared/cache.js";

test("a text that was used lately stays, the one used longest ago goes", () => {
  const cache = new TextCache(2, 100);
  cache.set("one", 1);
  cache.set("two", 2);
  cache.get("one");
  cache.set("three", 3);
  assert.equal(cache.get("one"), 1);
  assert.equal(cache.get("two"), undefined);
  assert.equal(cache.get("three"), 3);
});

test("long texts together are bounded too, and one that is too long is not kept at all", () => {
  const cache = new TextCache(100, 10);
  cache.set("aaaaaa", 1);
  cache.set("bbbbbb", 2);
  assert.equal(cache.size, 1);
  cache.set("c".repeat(11), 3);
  assert.equal(cache.get("bbbbbb"), 2);
  assert.equal(cache.size, 1);
});

test("setting a text again does not count it twice", () => {
  const cache = new TextCache(100, 10);
  for (let time = 0; time < 5; time += 1) cache.set("aaaaaa", time);
  cache.set("bbbb", 9);
  assert.equal(cache.get("aaaaaa"), 4);
  assert.equal(cache.get("bbbb"), 9);
});
