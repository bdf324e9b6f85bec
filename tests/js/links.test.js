import assert from "node:assert/strict";
import test from "node:test";
import bundled from "../../extension/shared/links.json" with { type: "json" };
import { isLink, linksFor, parsed, written } from "../../extension/shared/links.js";
import { report } from "./report.js";

/** @param {string} text @param {string | null} permalink @returns {import("../../extension/shared/protocol.js").Row} */
function row(text, permalink) {
  const counts = { replies: null, reposts: null, likes: null, views: null };
  const facts = { author: null, handle: null, permalink, time: null, counts, marks: { reply: false, repost: false, pinned: false } };
  const rest = { key: "k", number: 1, report: report([]), quoted: false, partial: false, language: null, read: 0 };
  return { ...rest, text, facts: { ...facts, alternatives: [] } };
}

test("every link of the data file is one, and the list survives being edited as text", () => {
  assert.ok(bundled.length > 0 && bundled.every(isLink));
  assert.deepEqual(parsed(written(bundled)), { links: bundled, wrong: 0 });
});

test("each link of the data file, filled for a real post, is an address of its site that still holds what it asks for", () => {
  const [text, link] = ["50% of “them” & us: who? #now", "https://x.com/sam/status/1?s=20#top"];
  const made = linksFor(bundled, row(text, link));
  assert.equal(made.length, bundled.length);
  for (const [place, { address }] of made.entries()) {
    const wanted = bundled[place]?.address ?? "";
    const { host, hash, pathname, searchParams } = new URL(address);
    assert.deepEqual([host, hash], [new URL(wanted).host, ""], address);
    const asked = [decodeURIComponent(address), decodeURIComponent(pathname), ...searchParams.values()];
    assert.ok(
      asked.some((one) => one.endsWith(wanted.includes("{words}") ? text : link)),
      address,
    );
  }
});

test("a line that is no link is named by its number, and what stands before it is kept", () => {
  for (const wrong of [
    "nothing",
    "A http://a.example/{words}",
    "A https://a.example/",
    "A javascript:{words}",
    "A https://{words}.example/",
  ]) {
    const { links, wrong: line } = parsed(`Good https://a.example/?q={words}\n\n${wrong}`);
    assert.deepEqual([links.length, line], [1, 3], wrong);
  }
});

test("words and addresses are written out so that they stay in their place", () => {
  const links = [
    { name: "Search", address: "https://a.example/?q={words}" },
    { name: "Archive", address: "https://b.example/web/*/{link}" },
    { name: "Ask", address: "https://c.example/?url={link}" },
  ];
  const made = linksFor(links, row("Is it #true & https://x.example/ \ud83d?", "https://x.com/a?b=c#d"));
  assert.deepEqual(
    made.map(({ address }) => address),
    [
      "https://a.example/?q=Is%20it%20%23true%20%26%20%EF%BF%BD%3F",
      "https://b.example/web/*/https://x.com/a?b=c%23d",
      "https://c.example/?url=https%3A%2F%2Fx.com%2Fa%3Fb%3Dc%23d",
    ],
  );
});

test("a post without an address, or without words, gets no link that needs them", () => {
  const links = [
    { name: "Search", address: "https://a.example/?q={words}" },
    { name: "Archive", address: "https://b.example/{link}" },
  ];
  assert.deepEqual(
    linksFor(links, row("Hello", null)).map(({ name }) => name),
    ["Search"],
  );
  assert.deepEqual(
    linksFor(links, row("https://only.example/", "https://x.com/1")).map(({ name }) => name),
    ["Archive"],
  );
});
