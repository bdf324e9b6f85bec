// The thread that a page gives to the panel, without a page: elements are plain objects, and idle time comes when the test says so.

import assert from "node:assert/strict";
import test from "node:test";
import { Thread } from "../../extension/content/thread.js";
import { report } from "./report.js";

const CLEAN = report([]);

/** A page of posts by key. @param {string[]} keys */
function page(keys) {
  /** @type {(() => void)[]} */
  const idle = [];
  const elements = keys.map((key) => ({ key, isConnected: true, likes: 1 }));
  const window = {
    performance: { timeOrigin: 1 },
    requestIdleCallback: (/** @type {(deadline: object) => void} */ work) =>
      idle.push(() => work({ didTimeout: false, timeRemaining: () => 50 })),
    cancelIdleCallback: () => idle.splice(0),
  };
  /** @returns {any} */
  const read = (/** @type {any} */ element) => ({
    element,
    key: element.key,
    text: `Post ${element.key}`,
    quoted: false,
    partial: false,
    language: null,
  });
  const reader = {
    find: () => elements.filter(({ isConnected }) => isConnected),
    read,
    facts: (/** @type {any} */ { likes }) => ({ counts: { likes } }),
    folded: () => ({ replies: 12, places: 1 }),
  };
  const thread = new Thread(/** @type {any} */ ({ defaultView: window }), /** @type {any} */ (reader), async () => CLEAN);
  const settle = async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      for (const work of idle.splice(0)) work();
      await new Promise((done) => setImmediate(done));
    }
  };
  return { thread, elements, settle, saw: (/** @type {number} */ place) => thread.saw(read(elements[place]), CLEAN) };
}

const keysOf = (/** @type {import("../../extension/shared/protocol.js").ThreadPart} */ { rows }) => rows.map(({ key }) => key);

test("what was in view comes at once, the rest of the page when there is time, and each row once", async () => {
  const { thread, settle, saw } = page(["a", "b", "c"]);
  saw(1);
  const first = thread.part({});
  assert.deepEqual(keysOf(first), ["b"]);
  assert.ok(first.waiting > 0);
  await settle();
  const second = thread.part({ epoch: first.epoch, since: first.next });
  assert.deepEqual(new Set(keysOf(second)), new Set(["a", "c"]));
  const third = thread.part({ epoch: first.epoch, since: second.next });
  assert.deepEqual([third.rows, third.waiting, third.next], [[], 0, second.next]);
});

test("what the page folds is told with the last of many answers", async () => {
  const keys = Array.from({ length: 500 }, (_, place) => String(place));
  const { thread, settle } = page(keys);
  const empty = thread.part({});
  await settle();
  const first = thread.part({ epoch: empty.epoch, since: empty.next });
  assert.deepEqual([first.more, first.folded], [true, null]);
  const second = thread.part({ epoch: first.epoch, since: first.next });
  assert.deepEqual([second.more, second.folded], [false, { replies: 12, places: 1 }]);
});

test("a row comes again when its report changed, and a post that left keeps the facts it had", () => {
  const { thread, elements, saw } = page(["a"]);
  saw(0);
  const { epoch, next } = thread.part({});
  const [element] = elements;
  assert.ok(element);
  element.isConnected = false;
  thread.saw(/** @type {any} */ ({ element, key: "a", text: "Post a", quoted: false, partial: false, language: null }), report([]));
  const [row] = thread.part({ epoch, since: next }).rows;
  assert.equal(row?.facts?.counts.likes, 1);
  assert.equal(thread.element("a"), null);
});

test("one row is read again when it is asked for", () => {
  const { thread, elements, saw } = page(["a"]);
  saw(0);
  thread.part({});
  const [element] = elements;
  assert.ok(element);
  element.likes = 9;
  assert.equal(thread.row("a")?.facts?.counts.likes, 9);
  assert.equal(thread.row("z"), null);
});

test("another page, and another thread of the same page, have names of their own, so that old rows are void", () => {
  const { thread, saw } = page(["a"]);
  saw(0);
  const before = thread.part({});
  thread.clear();
  saw(0);
  const after = thread.part({ epoch: before.epoch, since: before.next });
  assert.notEqual(after.epoch, before.epoch);
  assert.deepEqual(keysOf(after), ["a"]);
  assert.notEqual(page(["a"]).thread.part({}).epoch, after.epoch);
});
