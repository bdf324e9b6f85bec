import assert from "node:assert/strict";
import test from "node:test";
import { placeFor } from "../../extension/content/beside.js";

const WINDOW = { width: 1000, height: 800 };

test("the card stands on the side of the selection that has more room, and never past an edge", () => {
  assert.deepEqual(placeFor({ left: 100, top: 100, bottom: 130 }, WINDOW), { left: "100px", top: "138px", "max-height": "654px" });
  assert.deepEqual(placeFor({ left: 100, top: 600, bottom: 780 }, WINDOW), { left: "100px", bottom: "208px", "max-height": "584px" });
  assert.equal(placeFor({ left: 950, top: 0, bottom: 20 }, WINDOW).left, "612px");
  assert.equal(placeFor({ left: -40, top: 0, bottom: 20 }, { width: 320, height: 500 }).left, "8px");
});

test("without a selection to stand at, it stands in a corner of the window", () => {
  assert.deepEqual(placeFor(null, WINDOW), { left: "612px", top: "8px", "max-height": "784px" });
});
