// What the panel makes of a thread: times, filter, order, timeline, escalation.

import assert from "node:assert/strict";
import test from "node:test";
import { escalation, sentencesOf, SIGNS } from "../../extension/panel/escalation.js";
import { summary, unseen } from "../../extension/panel/summary.js";
import { everything, filtered, listed, sorted } from "../../extension/panel/model.js";
import { timeline } from "../../extension/panel/timeline.js";
import { whenOf } from "../../extension/panel/when.js";
import { parseCount } from "../../extension/content/counts.js";
import { defaults } from "../../extension/shared/settings-read.js";
import { wordsFrom } from "../../extension/shared/words.js";
import messages from "../../extension/_locales/en/messages.json" with { type: "json" };
import { label, report } from "./report.js";
import { readFileSync } from "node:fs";
import { parse } from "smol-toml";

const weights = readFileSync(new URL("../../data/weights.toml", import.meta.url), "utf8");

const NOW = Date.UTC(2026, 10, 24, 20);
const HOUR = 3600e3;
const NO_COUNTS = { replies: null, reposts: null, likes: null, views: null };

let number = 0;
/**
 * @param {string} text @param {import("../../extension/engine/firebreak.js").Label[]} [labels]
 * @param {{ time?: string | null, counts?: Partial<typeof NO_COUNTS | Record<keyof typeof NO_COUNTS, number>>, author?: string, reply?: boolean }} [facts]
 */
function post(text, labels = [], { time = null, counts = {}, author = "Sam", reply = false } = {}) {
  number += 1;
  const level = labels[0]?.level ?? "none";
  const facts = { author, handle: "sam", permalink: `https://a.example/${number}`, time, counts: { ...NO_COUNTS, ...counts } };
  const marks = { reply, repost: false, pinned: false };
  const row = {
    key: String(number),
    number,
    text,
    report: report(labels, { level }),
    quoted: false,
    partial: false,
    language: null,
    read: NOW,
  };
  return listed({ ...row, facts: { ...facts, marks, alternatives: [] } }, defaults(), NOW);
}
const texts = (/** @type {import("../../extension/panel/model.js").Listed[]} */ some) => some.map(({ row }) => row.text);

test("times are placed where that is sure, and nowhere else", () => {
  assert.equal(whenOf("2026-11-24T18:00:00.000Z", NOW), NOW - 2 * HOUR);
  assert.equal(whenOf("2h", NOW), NOW - 2 * HOUR);
  assert.equal(whenOf("2 hours ago", NOW), NOW - 2 * HOUR);
  assert.equal(whenOf("1 min ago", NOW), NOW - 60e3);
  assert.equal(whenOf("now", NOW), NOW);
  for (const vague of ["Monday", "3 Nov", "2 moons ago", "h", "", "99999h"]) assert.equal(whenOf(vague, NOW), null, vague);
  assert.equal(whenOf(null, NOW), null);
});

test("reach is read as pages write it", () => {
  assert.equal(parseCount("1.2M", "en"), 1_200_000);
  assert.equal(parseCount("12K", "en"), 12_000);
  assert.equal(parseCount("3,4 mil", "es"), 3400);
  assert.equal(parseCount("17,002 views", "en"), 17_002);
});

test("the filter takes level, category, stance and words, together", () => {
  const all = [
    post("Nothing here"),
    post("They burnt it", [label({ id: "threat", level: "warning" })]),
    post("Café, they say", [label({ id: "hate", level: "note", stance: "quotes" })], { author: "Zoë" }),
  ];
  const find = (/** @type {Partial<import("../../extension/panel/model.js").Filter>} */ change) =>
    texts(filtered(all, { ...everything(), ...change }));
  assert.equal(find({}).length, 3);
  assert.deepEqual(find({ level: "caution" }), ["They burnt it"]);
  assert.deepEqual(find({ category: "hate" }), ["Café, they say"]);
  assert.deepEqual(find({ stance: "quotes" }), ["Café, they say"]);
  assert.deepEqual(find({ text: "cafe ZOE" }), ["Café, they say"]);
  assert.deepEqual(find({ text: "they", level: "note" }), ["They burnt it", "Café, they say"]);
  assert.deepEqual(find({ text: "they", category: "doxxing" }), []);
});

test("a category that the reader turned off is no label in the panel either", () => {
  assert.equal(post("You fool", [label({ id: "personal-attack", level: "warning" })]).level, "none");
});

test("sorting: by time with the timeless last, by level, by reach with views before answers", () => {
  const all = [
    post("b", [], { time: "1h", counts: { likes: 900 } }),
    post("a", [label({ level: "caution" })], { time: "3h", counts: { views: 10 } }),
    post("d", [label({ level: "warning" })], { counts: { views: 1_000 } }),
    post("c", [], { time: "2026-11-24T19:30:00Z", counts: { replies: 1 } }),
  ];
  assert.deepEqual(texts(sorted(all, "oldest")), ["a", "b", "c", "d"]);
  assert.deepEqual(texts(sorted(all, "newest")), ["c", "b", "a", "d"]);
  assert.deepEqual(texts(sorted(all, "level")), ["d", "a", "b", "c"]);
  assert.deepEqual(texts(sorted(all, "reach")), ["d", "a", "b", "c"]);
  assert.deepEqual(texts(sorted([...all].reverse(), "read")), ["b", "a", "d", "c"]);
});

test("the timeline counts every post once, in at most the slots asked for", () => {
  const all = [
    post("a", [], { time: "50h" }),
    post("b", [label({ level: "warning" })], { time: "1h" }),
    post("c", [], { time: "5m" }),
    post("d"),
  ];
  const { slots, timeless, step } = timeline(all, 24);
  assert.equal(timeless, 1);
  assert.ok(slots.length <= 24 && step === 3 * HOUR, `${slots.length} slots of ${step} ms`);
  assert.equal(
    slots.reduce((sum, { total }) => sum + total, 0),
    3,
  );
  assert.equal(
    slots.reduce((sum, { counts }) => sum + counts.warning, 0),
    1,
  );
  assert.deepEqual(timeline([post("e")]), { step: 0, slots: [], timeless: 1 });
  const years = timeline([post("f", [], { time: "1990-01-01T00:00:00Z" }), post("g", [], { time: "1h" })], 24);
  assert.ok(years.slots.length <= 24 && years.slots.reduce((sum, { total }) => sum + total, 0) === 2);
});

const blame = (/** @type {string} */ text) => label({ id: "unverified-blame", spans: [{ start: 0, end: text.indexOf(".") }] });

test("blame and a call in one thread are an escalation: in order of time, each with what it adds and its sentence", () => {
  const [who, where] = ["It was him from the hotel. I like tea.", "Bring petrol. Meet at the hotel at seven."];
  const call = label({ id: "mobilising", level: "warning", spans: [{ start: 14, end: 30 }] });
  const all = [post(where, [call], { time: "1h" }), post("Lovely evening"), post(who, [blame(who)], { time: "2h" })];
  const steps = escalation(all);
  assert.deepEqual(
    steps.map(({ one, added, sentences, thread }) => [one.row.text, added, sentences, thread]),
    [
      [who, ["blame"], ["It was him from the hotel."], ["mobilising"]],
      [where, ["place", "time", "call"], ["Meet at the hotel at seven."], ["unverified-blame"]],
    ],
  );
});

test("a call to hurt adds the time and the place that its own sentence gives, in the words of the engine's sum", () => {
  const { words } = /** @type {{ words: Record<string, string> }} */ (parse(weights));
  assert.deepEqual(SIGNS, { [String(words["time"])]: "time", [String(words["place"])]: "place" });
  const call = "Burn it down tonight, the hotel on Mill Road.";
  const sum = [
    { part: String(words["time"]), points: 1 },
    { part: String(words["place"]), points: 1 },
  ];
  const blamed = post("It was him.", [label({ id: "unverified-blame" })], { time: "2026-11-24T17:00:00.000Z" });
  const bare = post("Burn it down.", [label({ id: "call-to-violence" })], { time: "2026-11-24T18:00:00.000Z" });
  const whole = post(call, [label({ id: "call-to-violence", sum })], { time: "2026-11-24T19:00:00.000Z" });
  const vigil = post("A vigil at the hotel on Mill Road, 7 tonight.", [], { time: "2026-11-24T20:00:00.000Z" });
  assert.deepEqual(
    escalation([blamed, bare, whole, vigil]).map(({ added }) => added),
    [["blame"], ["call"], ["place", "time"]],
  );
});

test("blame alone, a call alone, and blame with a call that is quoted are no escalation", () => {
  const text = "It was him. Go.";
  assert.deepEqual(escalation([post(text, [blame(text)])]), []);
  assert.deepEqual(escalation([post(text, [label({ id: "call-to-violence" })])]), []);
  assert.deepEqual(escalation([post(text, [blame(text)]), post(text, [label({ id: "call-to-violence", stance: "quotes" })])]), []);
});

test("a label without words of its own adds the whole post", () => {
  assert.deepEqual(sentencesOf("One. Two.", [label({ spans: [] })]), ["One.", "Two."]);
});

/** @param {import("../../extension/panel/model.js").Listed[]} all @param {string} url @param {{ replies: number, places: number }} folded */
function said(all, url, folded) {
  const page = { url, title: "A", platform: "x" };
  return summary(wordsFrom(messages), { all, page, waiting: 0, folded, coverage: null, settings: defaults() });
}

test("on a post's own page, replies that it counts and that were not read are said, and those that the page folds", () => {
  const root = post("The first", [], { counts: { replies: 40 } });
  const all = [root, post("An answer", [], { reply: true })];
  const url = `${root.row.facts?.permalink}?lang=en`;
  assert.deepEqual(unseen(all, url, 0), { here: 39, elsewhere: 0 });
  assert.deepEqual(said(all, url, { replies: 12, places: 1 }).slice(1), [
    "12 replies are folded on the page",
    "1 place where the page folds replies and does not say how many",
    "39 replies that the page counts are folded or not loaded",
  ]);
  assert.deepEqual(said(all, url, { replies: 39, places: 0 }).slice(1), ["39 replies are folded on the page"]);
});

test("in a feed, replies stand on pages of their own, but for those that the feed shows or folds", () => {
  const all = [
    post("One", [], { counts: { replies: 1200 } }),
    post("Two", [], { counts: { replies: 34 } }),
    post("An answer to it", [], { reply: true, counts: { replies: 0 } }),
  ];
  const url = "https://a.example/home";
  assert.deepEqual(unseen(all, url, 0), { here: 0, elsewhere: 1233 });
  assert.deepEqual(said(all, url, { replies: 33, places: 0 }).slice(1), [
    "33 replies are folded on the page",
    "1,200 replies that the posts here count stand on pages of their own",
  ]);
  assert.deepEqual(unseen([post("No counts at all")], url, 0), { here: 0, elsewhere: 0 });
});
