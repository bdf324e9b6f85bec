// The extension is reloaded under an open page, as an update does: the old copy leaves nothing behind.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { feed, postHtml, SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { addPosts, labelledPosts, paintedWords } from "./page.js";

const HOME = "https://x.com/home";
const POSTS = [
  { id: "1", text: SAYS.violent },
  { id: "2", text: SAYS.vermin },
];

/** @type {import("./harness/lab.js").Lab} */
let lab;
before(async () => {
  lab = await openLab();
});
after(() => lab.close());

test("labels of the old copy go; a page opened afterwards is labelled by the new one", async () => {
  lab.server.give(HOME, feed({ posts: POSTS }));
  const page = await lab.open(HOME);
  await until("both labels", async () => (await labelledPosts(page)).length === 2);
  const old = await page.evaluate(() => {
    const hosts = [...document.querySelectorAll("[data-firebreak]")];
    Object.assign(window, { hosts });
    return hosts.length;
  });
  assert.equal(old, 2);

  await lab.reloadExtension();
  await until("the old labels to go", () =>
    page.evaluate(() => /** @type {any} */ (window).hosts.every((/** @type {Node} */ host) => !host.isConnected)),
  );
  // Firefox runs the new copy in pages that are open; Chromium waits for the next page.
  const left = lab.name === "firefox" ? ["post-1", "post-2"] : [];
  await until("what should be there", async () => JSON.stringify(await labelledPosts(page)) === JSON.stringify(left));
  assert.equal((await paintedWords(page)).length > 0, lab.name === "firefox");
  await addPosts(page, [postHtml({ id: "3", text: SAYS.violent })]);
  await page.close();

  const next = await lab.open(HOME);
  await until("the new copy's labels", async () => (await labelledPosts(next)).length === 2);
  await next.close();
});
