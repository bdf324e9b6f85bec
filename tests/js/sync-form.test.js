import assert from "node:assert/strict";
import test from "node:test";
import { defaults } from "../../extension/shared/settings-read.js";
import { fromSync, HEAD, toSync } from "../../extension/shared/sync-form.js";

const settings = { ...defaults(), sync: true, pausedUntil: 99, rulesOff: ["hate/vermin"] };
const all = { settings, packs: [{ name: "mine", text: 'id = "é<😀>"\n', on: true }], siteFiles: [{ name: "x", text: "{}", added: 1 }] };

/** As the browsers store it. @param {import("../../extension/shared/sync-form.js").Form} form @returns {Record<string, unknown>} */
const stored = ({ head, items }) => JSON.parse(JSON.stringify({ ...items, [HEAD]: head }));

test("what went out comes back, but for what belongs to the device", () => {
  const back = fromSync(stored(toSync(all, 1)));
  const { sync: _sync, pausedUntil: _pause, ...shared } = settings;
  assert.deepEqual(back, { ...all, settings: shared });
});

test("every item is within the browsers' 8 KB and all within 100 KB, whatever the characters", () => {
  for (const text of ["x", "é", "😀", "<", '"', "\u0001"]) {
    const packs = [{ name: "big", text: text.repeat(15_000), on: true }];
    const form = toSync({ ...all, packs }, 1);
    let sum = 0;
    for (const [key, value] of Object.entries(stored(form))) {
      const escaped = JSON.stringify(value).replace(/[<\u007f-\uffff]/g, "\\u0000");
      assert.ok(key.length + escaped.length <= 8192, `${key} of ${JSON.stringify(text)}`);
      sum += key.length + escaped.length;
    }
    assert.ok(sum <= 102_400);
    const back = fromSync(stored(form));
    if (!form.head.left.includes("packs")) assert.deepEqual(back?.packs, packs);
  }
});

test("what does not fit is left out whole and named, the longest first", () => {
  const siteFiles = [{ name: "x", text: "x".repeat(99_000), added: 1 }];
  assert.deepEqual(toSync({ ...all, siteFiles }, 1).head.left, ["siteFiles"]);
  const packs = [{ name: "mine", text: "x".repeat(99_000), on: true }];
  const both = toSync({ ...all, siteFiles, packs }, 1);
  assert.deepEqual(both.head.left, ["siteFiles", "packs"]);
  const back = fromSync(stored(both));
  assert.equal(back?.packs, undefined);
  assert.deepEqual(/** @type {{ rulesOff: string[] }} */ (back?.settings).rulesOff, ["hate/vermin"]);
});

test("a form of which a piece is missing or old is nothing yet", () => {
  const form = stored(toSync({ ...all, packs: [{ name: "big", text: "x".repeat(20_000), on: true }] }, 1));
  assert.ok(fromSync(form));
  assert.equal(fromSync({ ...form, "piece-1": undefined }), null);
  assert.equal(fromSync({ ...form, "piece-1": "older" }), null);
  for (const nothing of [{}, { [HEAD]: 7 }, { [HEAD]: { version: 2 } }]) assert.equal(fromSync(nothing), null);
});

test("the same settings have the same digest whenever they are sent", () => {
  assert.equal(toSync(all, 1).head.digest, toSync({ ...all, settings: { ...settings, pausedUntil: 0 } }, 2).head.digest);
});
