import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import test from "node:test";
import { sha256 } from "../../extension/shared/sha256.js";

test("texts of every length around a block hash as Node hashes them", () => {
  for (let length = 0; length <= 300; length += 1) {
    const text = "aé😀".repeat(length).slice(0, length);
    assert.equal(sha256(text), createHash("sha256").update(text).digest("hex"), `${length} characters`);
  }
});
