import assert from "node:assert/strict";
import test from "node:test";
import { label, report } from "./report.js";

const { SecondLook, onlyLower } = await import("../../extension/content/second-look.js");

/** @typedef {import("../../extension/engine/firebreak.js").Report} Report */

const calm = report([]);
const caution = report([label()], { level: "caution" });
const warning = report([label({ level: "warning" })], { level: "warning" });

/** A reader that answers when the test says so. */
function scene() {
  /** @type {{ text: string, answer: (report: Report) => void, fail: (error: Error) => void }[]} */
  const asked = [];
  /** @type {[string, Report][]} */
  const later = [];
  const second = new SecondLook(
    (text) => new Promise((answer, fail) => asked.push({ text, answer, fail })),
    (text, whole) => later.push([text, whole]),
  );
  return { asked, later, second };
}

/** Lets every promise that can settle do so. */
const settled = () => new Promise((done) => setImmediate(done));

/** @param {Promise<Report>} promise */
async function given(promise) {
  /** @type {Report | null} */
  let value = null;
  promise.then((report) => (value = report));
  await settled();
  return /** @type {Report | null} */ (value);
}

test("what nobody need read is given at once", async () => {
  const { asked, second } = scene();
  assert.equal(await second.first("a", { report: caution, pending: "no" }), caution);
  assert.equal(asked.length, 0);
});

test("an answer within the wait is what is shown, also where it adds a label", async () => {
  const { asked, later, second } = scene();
  const first = second.first("a", { report: calm, pending: "soon" });
  asked[0]?.answer(caution);
  assert.equal(await first, caution);
  assert.deepEqual(later, []);
});

test("after 400 ms the rules' report stands, and the answer comes later", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { asked, later, second } = scene();
  const first = second.first("a", { report: caution, pending: "soon" });
  context.mock.timers.tick(399);
  assert.equal(await given(first), null);
  context.mock.timers.tick(1);
  assert.equal(await given(first), caution);
  asked[0]?.answer(calm);
  await settled();
  assert.deepEqual(later, [["a", calm]]);
});

test("a warning never waits, nor does a label for a model that is not loaded yet", async () => {
  const { later, asked, second } = scene();
  assert.equal(await given(second.first("a", { report: warning, pending: "soon" })), warning);
  assert.equal(await given(second.first("b", { report: caution, pending: "later" })), caution);
  assert.equal(await given(second.first("c", { report: calm, pending: "later" })), null);
  asked[0]?.answer(caution);
  await settled();
  assert.deepEqual(later, [["a", caution]]);
});

test("one question at a time, and the newest post first", async () => {
  const { asked, second } = scene();
  for (const text of ["a", "b", "c"]) second.first(text, { report: calm, pending: "soon" });
  assert.deepEqual(
    asked.map(({ text }) => text),
    ["a"],
  );
  asked[0]?.answer(calm);
  await settled();
  assert.deepEqual(
    asked.map(({ text }) => text),
    ["a", "c"],
  );
});

test("where the background refuses, the rules' labels stand, and later posts ask again", async (context) => {
  context.mock.timers.enable({ apis: ["setTimeout"] });
  const { asked, second } = scene();
  const firsts = ["a", "b"].map((text) => second.first(text, { report: caution, pending: "soon" }));
  asked[0]?.fail(new Error("no engine"));
  await settled();
  context.mock.timers.tick(400);
  assert.deepEqual(await Promise.all(firsts), [caution, caution]);
  second.first("c", { report: caution, pending: "soon" });
  assert.equal(asked.at(-1)?.text, "c");
});

test("a later report takes away and lowers, and never adds or raises", () => {
  const hate = label({ id: "hate", level: "note" });
  const first = report([label(), hate], { level: "caution" });
  const lower = onlyLower(report([label({ level: "note" })], { level: "note" }), first);
  assert.deepEqual([lower.level, lower.labels.map(({ id, level }) => [id, level])], ["note", [["threat", "note"]]]);
  const higher = report([label({ level: "warning" }), label({ id: "doxxing", level: "warning" })], { level: "warning" });
  assert.deepEqual(onlyLower(higher, first).labels, [label()]);
  assert.equal(onlyLower(higher, first).level, "caution");
  assert.equal(onlyLower(higher, calm).level, "none");
});
