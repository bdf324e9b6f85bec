import assert from "node:assert/strict";
import test from "node:test";
import { placeFor } from "../../extension/content/beside.js";

const WINDOW = { width: 1000, height: 800 };
/** Beside the words as far as the window, of whatever width it becomes, has room for the card. @param {number} pixels */
const left = (pixels) => `max(8px, min(${pixels}px, 100vw - 388px))`;

test("the card stands on the side of the selection that has more room, and never past an edge", () => {
  assert.deepEqual(placeFor({ left: 100, top: 100, bottom: 130 }, WINDOW), { left: left(100), top: "138px", "max-height": "654px" });
  assert.deepEqual(placeFor({ left: 100, top: 600, bottom: 780 }, WINDOW), { left: left(100), bottom: "208px", "max-height": "584px" });
  assert.equal(placeFor({ left: 950, top: 0, bottom: 20 }, WINDOW).left, left(950));
  assert.equal(placeFor({ left: -40, top: 0, bottom: 20 }, { width: 320, height: 500 }).left, left(0));
});

test("without a selection to stand at, it stands in a corner of the window", () => {
  assert.deepEqual(placeFor(null, WINDOW), { left: left(1000), top: "8px", "max-height": "784px" });
});
