// A label stands in sight beside its post, and only there, in the markup of every site.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { SAYS } from "./feed.js";
import { openLab, until } from "./harness/lab.js";
import { document as pageOf, policyOf, postsOf } from "./pages/build.js";
import { everywhere } from "./tools/everywhere.js";
import { probeSource } from "./tools/reading.js";

/** @typedef {import("./pages/build.js").Markup} Markup */

const browser = process.env.BROWSER ?? "chromium";
const folder = new URL("./pages/", import.meta.url);
const names = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {string} */
let source;
before(async () => {
  [lab, source] = await Promise.all([openLab({ extension: everywhere(browser), size: { width: 1000, height: 3000 } }), probeSource()]);
});
after(() => lab.close());

/** @param {import("puppeteer-core").Page} page */
async function labels(page) {
  const shadows = await lab.shadows(page);
  const ours = await Promise.all(shadows.map((shadow) => shadow.evaluate((root) => root.querySelector(".firebreak") !== null)));
  return shadows.filter((_, index) => ours[index]);
}

for (const name of names) {
  test(`${name}: the label of one post among others`, async () => {
    const markup = /** @type {Markup} */ ((await import(new URL(`${name}/markup.js`, folder).href)).default);
    const [plain, ...others] = postsOf(markup);
    const said = { .../** @type {import("./pages/posts.js").TestPost} */ (plain), text: SAYS.vermin };
    const html = pageOf(markup, markup.list([...others.slice(0, 1), said, ...others.slice(1)].map(markup.post).join("")));
    lab.server.give(markup.url, { body: html, headers: { "content-security-policy": policyOf(markup) } });
    const page = await lab.open(markup.url);
    await page.evaluate(source);
    await until("a label", async () => (await labels(page)).length > 0);
    const [label, ...more] = await labels(page);
    assert.equal(more.length, 0);
    const look = await label?.evaluate((root, address) => {
      const { width, height } = root.host.getBoundingClientRect();
      // @ts-expect-error: put there by the probe
      return { seen: width > 0 && height > 0, text: globalThis.firebreakProbe.textAround(root.host, address) };
    }, markup.url);
    assert.deepEqual(look, { seen: true, text: SAYS.vermin });
    await page.close();
  });
}

test("a label on a quoted post says so, and one on a post that was cut says that only a part was judged", async () => {
  const markup = /** @type {Markup} */ ((await import(new URL("x/markup.js", folder).href)).default);
  const posts = postsOf(markup);
  const [quoting, cut] = [posts.find(({ quoted }) => quoted), posts.find(({ rest }) => rest)];
  assert.ok(quoting?.quoted && cut);
  const said = [
    { ...quoting, quoted: { ...quoting.quoted, text: SAYS.vermin } },
    { ...cut, text: SAYS.vermin },
  ];
  const url = `${markup.url}?scopes`;
  lab.server.give(url, {
    body: pageOf(markup, markup.list(said.map(markup.post).join(""))),
    headers: { "content-security-policy": policyOf(markup) },
  });
  const page = await lab.open(url);
  await until("two labels", async () => (await labels(page)).length === 2);
  const looks = await Promise.all(
    (await labels(page)).map((label) =>
      label.evaluate((root) => {
        const button = /** @type {HTMLElement} */ (root.querySelector(".label"));
        button.click();
        return {
          inQuote: root.host.closest("div[role='link']") !== null,
          label: button.textContent ?? "",
          card: root.querySelector(".card")?.textContent ?? "",
        };
      }),
    ),
  );
  const quoted = looks.find(({ inQuote }) => inQuote);
  const shown = looks.find(({ inQuote }) => !inQuote);
  assert.match(quoted?.label ?? "", /in the quoted post/);
  assert.match(quoted?.card ?? "", /This is about the quoted post/);
  assert.doesNotMatch(shown?.label ?? "", /quoted/);
  assert.match(shown?.card ?? "", /Judged from the part shown/);
  await page.close();
});
