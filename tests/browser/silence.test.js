// Nothing is sent. The extension makes no request while it works, and could not make one if it tried.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import test, { after, before } from "node:test";
import { feed, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { cardIsOpen, inExtension, labelledPosts, openCard } from "./page.js";

const HOME = "https://x.com/home";
/** A browser calls its maker on its own account, with or without extensions. */
const MAKERS = /^(https:\/\/([\w-]+\.)*(google|googleapis|gvt1|gstatic|mozilla|firefox)\.(com|net|org)\/|http:\(unencrypted\))/;

/** @type {import("./harness/lab.js").Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

test("labelling, opening a card and the popup ask nothing of any server", async () => {
  lab.server.give(HOME, feed({ posts: [{ id: "1", text: `${SAYS.violent} https://elsewhere.example/a` }] }));
  const page = await lab.open(HOME);
  await until("a label", async () => (await labelledPosts(page)).length === 1);
  const [shadow] = await lab.shadows(page);
  assert.ok(shadow);
  await openCard(shadow, () => shadow.click(".label"));
  assert.ok(await cardIsOpen(shadow));
  await inExtension(lab, () => new Promise((done) => requestAnimationFrame(() => done(null))));
  const others = lab.server.unexpected().filter(({ url }) => !MAKERS.test(url));
  assert.deepEqual(others, []);
  const own = lab.server.requests.filter(({ origin }) => /^(chrome|moz)-extension:/.test(origin ?? ""));
  assert.deepEqual(own, []);
  await page.close();
});

test("a page of the extension that tries to send something is refused by its own policy", async () => {
  const before = lab.server.requests.length;
  const outcome = await inExtension(lab, () =>
    fetch("https://x.com/home").then(
      () => "sent",
      () => "refused",
    ),
  );
  assert.equal(outcome, "refused");
  assert.deepEqual(
    lab.server.requests.slice(before).filter(({ url }) => url.startsWith(HOME)),
    [],
  );
});

test("the content script, which that policy does not bind, holds nothing that could send", async () => {
  const built = await readFile(new URL(`../../target/dist/${lab.name}/content/main.js`, import.meta.url), "utf8");
  const code = built.replace(/\/\*[\s\S]*?\*\//g, "");
  for (const way of ["fetch(", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "new Image", "import(", ".src ="]) {
    assert.ok(!code.includes(way), way);
  }
});
