import assert from "node:assert/strict";
import test from "node:test";
import { PACK_BOUNDS, packTooMuch, readPacks, withoutPack, withPack } from "../../extension/shared/packs.js";

const one = { name: "mine.toml", text: "a", on: true };

test("packs are read one by one, and what is no pack is left out", () => {
  assert.deepEqual(
    readPacks([one, 7, null, { name: "", text: "x" }, { name: "no text" }, { name: "b", text: "x" }, { ...one, text: "again" }]),
    [one, { name: "b", text: "x", on: false }],
  );
  for (const broken of [undefined, null, "x", {}]) assert.deepEqual(readPacks(broken), []);
});

test("packs stay within their bounds", () => {
  const many = Array.from({ length: 50 }, (_, place) => ({ ...one, name: `${place}` }));
  assert.equal(readPacks(many).length, PACK_BOUNDS.packs);
  const heavy = many.map((pack) => ({ ...pack, text: "x".repeat(PACK_BOUNDS.text) }));
  assert.equal(readPacks(heavy).length, PACK_BOUNDS.all / PACK_BOUNDS.text);
  assert.deepEqual(readPacks([{ ...one, text: "x".repeat(PACK_BOUNDS.text + 1) }]), []);
});

test("the bound that a pack breaks is named before it is added", () => {
  const many = Array.from({ length: PACK_BOUNDS.packs }, (_, place) => ({ ...one, name: `${place}` }));
  assert.equal(packTooMuch([], one), null);
  assert.equal(packTooMuch(many, one), "packs");
  assert.equal(packTooMuch(many, { ...one, name: "3" }), null);
  assert.equal(packTooMuch([], { ...one, name: "x".repeat(PACK_BOUNDS.name + 1) }), "name");
  assert.equal(packTooMuch([], { ...one, text: "x".repeat(PACK_BOUNDS.text + 1) }), "text");
  const heavy = many.slice(0, 5).map((pack) => ({ ...pack, text: "x".repeat(PACK_BOUNDS.text) }));
  assert.equal(packTooMuch(heavy, one), "all");
});

test("a pack takes the place of the one of its name, and goes again", () => {
  const two = withPack([one], { name: "b", text: "b", on: false });
  assert.deepEqual(
    withPack(two, { ...one, on: false }).map(({ name, on }) => [name, on]),
    [
      ["mine.toml", false],
      ["b", false],
    ],
  );
  assert.deepEqual(withoutPack(two, "b"), [one]);
});
