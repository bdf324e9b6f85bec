// What a hundred labels do to a page: a labelled post grows by its label, and nothing that the reader is looking at moves for any other
// reason. The figures are printed.

import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { document as pageOf, policyOf, postsOf } from "./pages/build.js";
import { labels } from "./page.js";
import { everywhere } from "./tools/everywhere.js";

/** @typedef {import("./pages/build.js").Markup} Markup */

const LABELS = 100;
/** Pixels a frame: a fast flick at 60 frames a second. */
const STEP = 40;
/** The label's own margins, or those of the page around it that no longer collapse into one another. */
const SPACE = 16;
/** More calm posts than labelled ones, in between. */
const POSTS = 300;

/** @type {import("./harness/lab.js").Lab} */
let lab;
before(async () => {
  lab = await openLab({ extension: everywhere(process.env.BROWSER ?? "chromium"), size: { width: 900, height: 900 } });
});
after(() => lab.close());

for (const site of ["x", "reddit", "mastodon"]) {
  test(`${site}: ${LABELS} labels shift no post in view that gets none, and each post grows by its label alone`, async (context) => {
    const markup = /** @type {Markup} */ ((await import(`./pages/${site}/markup.js`)).default);
    const [plain] = postsOf(markup);
    const posts = Array.from({ length: POSTS }, (_, number) =>
      markup.post({
        .../** @type {import("./pages/posts.js").TestPost} */ (plain),
        id: String(1000 + number),
        text: number % 3 === 1 ? `${SAYS.vermin} Number ${number}.` : `${SAYS.calm} Number ${number}.`,
      }),
    );
    const html = pageOf(markup, markup.list(posts.map((post, number) => `<section id="n${number}">${post}</section>`).join("")));
    lab.server.give(markup.url, { body: html, headers: { "content-security-policy": policyOf(markup) } });
    const page = await lab.open(markup.url);
    await until("the first labels", async () => (await labels(lab, page)).length > 2);

    const { moved, worst, grown, placed } = await page.evaluate(
      async (step, enough) => {
        const sections = [...document.querySelectorAll("section[id]")];
        const look = () =>
          sections.map((section) => {
            const { top, height } = section.getBoundingClientRect();
            return { top, height, labelled: section.querySelector("[data-firebreak]") !== null };
          });
        let [moved, worst, still] = [0, 0, 0];
        /** @type {number[]} */
        const grown = [];
        let [before, y] = [look(), scrollY];
        while (still < enough) {
          scrollBy({ top: step, behavior: "instant" });
          await new Promise((done) => requestAnimationFrame(done));
          const now = look();
          const scrolled = scrollY - y;
          for (const [place, was] of before.entries()) {
            const { top, height, labelled } = /** @type {typeof was} */ (now[place]);
            if (labelled && !was.labelled) grown.push(height - was.height);
            if (labelled || was.top < 0 || was.top >= innerHeight) continue;
            const shift = Math.abs(top - (was.top - scrolled));
            worst = Math.max(worst, shift);
            if (shift > 0.5) moved += 1;
          }
          still = scrolled === 0 && now.every(({ labelled }, place) => labelled === before[place]?.labelled) ? still + 1 : 0;
          [before, y] = [now, scrollY];
        }
        return { moved, worst, grown, placed: document.querySelectorAll("[data-firebreak]").length };
      },
      STEP,
      30,
    );
    assert.equal(placed, LABELS);
    const hosts = await Promise.all(
      (await labels(lab, page)).slice(0, 5).map((shadow) => shadow.evaluate((root) => root.host.getBoundingClientRect().height)),
    );
    const most = Math.max(...hosts);
    context.diagnostic(
      `${site}: ${placed} labels; posts in view without a label that moved while scrolling: ${moved}, by at most ${worst.toFixed(2)} px; a labelled post grew by ${Math.min(...grown).toFixed(1)} to ${Math.max(...grown).toFixed(1)} px, of which the label is ${most.toFixed(1)} px`,
    );
    assert.equal(moved, 0);
    assert.ok(grown.length > LABELS / 2, `only ${grown.length} were seen to grow`);
    for (const growth of grown) assert.ok(growth <= most + SPACE + 0.5, `grew by ${growth}, the label is ${most}`);
    await page.close();
  });
}
