// The examples on the web page show what they say they show.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { startEngine } from "./engine.js";

/** @typedef {{ id: string, text: string }} Example */

const engine = await startEngine();
/** @type {{ categories: Example[], stances: Example[] }} */
const { categories, stances } = JSON.parse(readFileSync(new URL("../../extension/shared/examples.json", import.meta.url), "utf8"));

test("there is one example of each category, and it gets that label", () => {
  assert.deepEqual(
    categories.map(({ id }) => id),
    engine.about().categories,
  );
  for (const { id, text } of categories) {
    const found = engine.judge(text).labels.map((label) => label.id);
    assert.ok(found.includes(id), `${text}\n  should be ${id}, got ${found.join(", ") || "no label"}`);
  }
});

test("each example of a stance gets that stance, and only the writer's own voice is warned of", () => {
  for (const { id, text } of stances) {
    const { level, stance } = engine.judge(text);
    assert.equal(stance, id, text);
    assert.equal(level === "caution" || level === "warning", id === "asserts", `${text}: ${level}`);
  }
});
