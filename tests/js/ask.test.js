import assert from "node:assert/strict";
import test from "node:test";
import { report } from "./report.js";

const runtime = /** @type {{ id: string | undefined }} */ ({ id: "firebreak" });
Object.assign(globalThis, { chrome: { runtime } });
const { Ask, Gone } = await import("../../extension/content/ask.js");
const { Refused } = await import("../../extension/shared/protocol.js");

/** @param {string[]} texts @returns {import("../../extension/shared/protocol.js").Judged[]} */
const reports = (texts) => texts.map((text) => ({ report: report([], { rules: text }), pending: "no" }));
/** @param {(texts: string[]) => Promise<import("../../extension/shared/protocol.js").Judged[]>} judge */
const asking = (judge) => new Ask({ judge, read: async () => assert.fail("read"), later: () => assert.fail("later") });

test("texts of one moment travel together, each once, and are known afterwards", async () => {
  /** @type {string[][]} */
  const messages = [];
  const ask = asking(async (texts) => (messages.push(texts), reports(texts)));
  const answers = await Promise.all(["a", "b", "a"].map((text) => ask.report(text)));
  assert.deepEqual(
    answers.map(({ rules }) => rules),
    ["a", "b", "a"],
  );
  assert.deepEqual(messages, [["a", "b"]]);
  assert.equal(ask.known("b")?.rules, "b");
  assert.equal(ask.known("c"), undefined);
});

test("no message is larger than the background takes", async () => {
  /** @type {number[]} */
  const sizes = [];
  const ask = asking(async (texts) => (sizes.push(texts.length), reports(texts)));
  await Promise.all(Array.from({ length: 70 }, (_, number) => ask.report(String(number))));
  assert.deepEqual(sizes, [32, 32, 6]);
});

test("a background that dies in the middle of an answer is asked again", async () => {
  let times = 0;
  const ask = asking(async (texts) => {
    times += 1;
    if (times < 3) throw new Error("the message port closed before a response was received");
    return reports(texts);
  });
  assert.equal((await ask.report("a")).rules, "a");
  assert.equal(times, 3);
});

test("a refusal is final", async () => {
  let times = 0;
  const ask = asking(async () => {
    times += 1;
    throw new Refused("no engine");
  });
  await assert.rejects(ask.report("a"), /no engine/);
  assert.equal(times, 1);
});

test("an extension that is gone is not asked", async () => {
  const ask = asking(async () => assert.fail("asked"));
  runtime.id = undefined;
  await assert.rejects(ask.report("a"), Gone);
  runtime.id = "firebreak";
});
