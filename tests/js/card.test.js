import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";
import { readDraft } from "../../extension/background/draft.js";
import { makeCard, screenshotOf, selectors } from "../../extension/shared/card.js";
import { draftOf } from "../../extension/shared/card-draft.js";

const file = JSON.parse(readFileSync(new URL("../evidence/example.jsonld", import.meta.url), "utf8"));

test("a card made from what the example shows is the example, but for its name", async () => {
  for (const example of file.cards) {
    const { captured, page, post, thread, report, screenshot } = example;
    const card = await makeCard({ captured, page, post, thread }, report, screenshot);
    assert.match(card.id, /^urn:uuid:[0-9a-f-]{36}$/);
    assert.notEqual(card.id, example.id);
    assert.deepEqual(JSON.parse(JSON.stringify(card).replaceAll(card.id, example.id)), example);
    assert.deepEqual(Object.keys(card), Object.keys(example));
  }
});

test("words are found again by character, whatever stands around them", () => {
  const text = "🐀🐀 a 👩‍👩‍👧 says go";
  const start = text.indexOf("says");
  const [quote, position] = selectors(text, start, start + 4);
  assert.deepEqual(quote, { type: "TextQuoteSelector", exact: "says", prefix: "🐀🐀 a 👩‍👩‍👧 ", suffix: " go" });
  assert.deepEqual(position, { type: "TextPositionSelector", start: 11, end: 15 });
});

test("surroundings are at most 32 characters, and no character is cut in half", () => {
  const text = `${"😡".repeat(40)}kill${"😡".repeat(40)}`;
  const [quote] = selectors(text, 80, 84);
  assert.ok(quote && "prefix" in quote);
  assert.equal(quote.prefix, "😡".repeat(32));
  assert.equal(quote.suffix, "😡".repeat(32));
});

test("a label without words of its own points at the whole post", async () => {
  const { captured, page, post, thread, report } = file.cards[0];
  const bare = { ...report, labels: [{ ...report.labels[0], spans: [] }] };
  const card = await makeCard({ captured, page, post, thread }, bare);
  assert.deepEqual(card.annotations[0]?.target, [{ type: "SpecificResource", source: post.permalink }]);
});

test("a post that left the page before its facts were read is a draft with nothing made up", () => {
  const row = { key: "k", number: 1, text: "Hello", report: file.cards[0].report, quoted: false, partial: true, language: null };
  const draft = draftOf(
    { ...row, read: Date.UTC(2026, 10, 24), facts: null },
    { url: "https://a.example/", title: "A", platform: "generic" },
  );
  assert.equal(draft.captured, "2026-11-24T00:00:00.000Z");
  assert.deepEqual(draft.post.counts, { replies: null, reposts: null, likes: null, views: null });
  assert.deepEqual([draft.post.permalink, draft.post.time, draft.post.media], [null, null, []]);
});

test("a picture of any size becomes a data URL with the hash of its bytes", async () => {
  const { data, sha256, taken } = await screenshotOf(new Uint8Array(100_000).fill(7), new Date(0));
  assert.equal(Buffer.from(data.split(",")[1] ?? "", "base64").length, 100_000);
  assert.match(sha256, /^sha256:[0-9a-f]{64}$/);
  assert.equal(taken, "1970-01-01T00:00:00.000Z");
});

test("what a page's process sends is cut to the known fields, and refused without a text", () => {
  const sent = {
    captured: "2026-11-24T10:00:00Z",
    page: { url: "https://a.example/", title: 7 },
    post: { text: "Hi", likes: 1, media: [1, "a"] },
  };
  const draft = readDraft({ ...sent, thread: ["threat"], more: true });
  assert.deepEqual(Object.keys(draft), ["captured", "page", "post", "thread"]);
  assert.deepEqual([draft.page.title, draft.post.media, draft.thread], ["", ["a"], []]);
  assert.throws(() => readDraft({ ...sent, post: {} }), /post\.text/);
  assert.throws(() => readDraft({ ...sent, captured: "now" }), /no time/);
  assert.throws(() => readDraft(null), /post\.text/);
});
