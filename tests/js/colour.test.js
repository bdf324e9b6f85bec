import assert from "node:assert/strict";
import test from "node:test";
import { readColour } from "../../extension/content/colour.js";

const DARK = [
  "rgb(0, 0, 0)",
  "rgb(21, 32, 43)",
  "rgba(22, 30, 39, 0.9)",
  "color(srgb 0.1 0.1 0.12)",
  "oklch(0.25 0.02 250)",
  "lab(15 0 0)",
];
const LIGHT = ["rgb(255, 255, 255)", "rgba(247, 249, 249, 1)", "color(display-p3 0.95 0.95 0.95 / 0.8)", "oklab(0.97 0 0)", "lab(96% 0 0)"];

test("dark and light are told apart in every notation a browser computes", () => {
  for (const colour of DARK) assert.ok((readColour(colour)?.lightness ?? 1) < 0.5, colour);
  for (const colour of LIGHT) assert.ok((readColour(colour)?.lightness ?? 0) > 0.5, colour);
});

test("opacity is read, and is whole where none is given", () => {
  assert.equal(readColour("rgba(0, 0, 0, 0)")?.opacity, 0);
  assert.equal(readColour("color(srgb 0 0 0 / 0.25)")?.opacity, 0.25);
  assert.equal(readColour("rgb(1, 2, 3)")?.opacity, 1);
});

test("what is no colour is no answer", () => {
  for (const text of ["", "transparent", "rgb()", "url(x)"]) assert.equal(readColour(text), null, text);
});
