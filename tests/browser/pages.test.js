// Every site's own test pages, read in a real browser: all posts, nothing else, each text exact, each fact as the page shows it;
// after a node is reused, after "show more" and after a soft navigation too.
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { after, before, test } from "node:test";
import { openLab } from "./harness/lab.js";
import { document as pageOf, expected, mainPage, policyOf } from "./pages/build.js";
import { emoji, later } from "./pages/posts.js";
import { probe, probeSource } from "./tools/reading.js";

/** @typedef {import("./pages/build.js").Markup} Markup */
/** @typedef {import("./tools/reading.js").PageRead} PageRead */

const NOTHING_FOLDED = { replies: 0, places: 0 };
const folder = new URL("./pages/", import.meta.url);
const names = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const markups = await Promise.all(
  names.map(async (name) => /** @type {Markup} */ ((await import(new URL(`${name}/markup.js`, folder).href)).default)),
);

/** @type {import("./harness/lab.js").Lab} */
let lab;
/** @type {string} */
let source;
/** @type {Map<string, Set<string>>} */
const used = new Map();

before(async () => {
  [lab, source] = await Promise.all([openLab(), probeSource()]);
});
after(() => lab.close());

/** @param {string} url @param {string} html @param {string} policy */
async function open(url, html, policy) {
  lab.server.give(url, { body: html, headers: { "content-security-policy": policy } });
  const page = await lab.open(url);
  await page.evaluate(source);
  return page;
}

/** @param {import("puppeteer-core").Page} page @param {string} url */
async function note(page, url) {
  const { site, used: found } = /** @type {{ site: string, used: string[] }} */ (await probe(page, "used", url));
  const known = used.get(site) ?? new Set();
  used.set(site, known);
  for (const selector of found) known.add(selector);
}

/** @param {PageRead} read */
const withText = (read) => read.posts.filter(({ status }) => status === "text");

/** @param {PageRead} read @param {import("./pages/build.js").Expected[]} wanted */
function check(read, wanted) {
  const found = withText(read);
  assert.deepEqual(
    found.map(({ text }) => text),
    wanted.map(({ text }) => text),
  );
  for (const [index, post] of found.entries()) {
    const { counts = {}, ...facts } = /** @type {import("./pages/build.js").Expected} */ (wanted[index]);
    const got = /** @type {Record<string, unknown>} */ ({ ...post });
    for (const [name, value] of Object.entries(facts)) assert.equal(got[name], value, `${name} of "${post.text}"`);
    for (const [name, value] of Object.entries(counts)) {
      assert.equal(/** @type {Record<string, unknown>} */ (post.counts)[name], value, `${name} of "${post.text}"`);
    }
    assert.ok(post.marked, `the words of "${post.text}" are found again in the page`);
    assert.ok(post.placed, `a label for "${post.text}" stands inside its post`);
    assert.ok(post.closest, `"${post.text}" is found from within`);
  }
  assert.ok(read.unchanged, "reading changes nothing in the page");
}

for (const markup of markups) {
  test(`${markup.site}: every post, after reuse, "show more" and a soft navigation`, async () => {
    const { html, posts, whole, policy } = mainPage(markup);
    const page = await open(markup.url, html, policy);
    const reading = async () => /** @type {PageRead} */ (await probe(page, "read", markup.url));

    const first = await reading();
    assert.equal(first.site, markup.site);
    if (markup.site !== "generic") assert.equal(first.health.strategy, "exact");
    assert.deepEqual(first.folded, { replies: (markup.folded ?? 0) * posts.length, places: 0 });
    check(first, expected(markup, posts));
    await note(page, markup.url);

    await page.evaluate(() => dispatchEvent(new Event("test-recycle")));
    const recycled = await reading();
    check(recycled, expected(markup, [emoji, ...posts.slice(1)]));
    assert.notEqual(withText(recycled)[0]?.key, withText(first)[0]?.key, "a reused node is another post");

    if (posts.some(({ rest }) => rest)) {
      await page.evaluate(() => dispatchEvent(new Event("test-more")));
      const opened = [emoji, ...posts.slice(1).map((post) => (post.rest ? whole : post))];
      check(await reading(), expected(markup, opened));
    }

    await page.evaluate(() => dispatchEvent(new Event("test-navigate")));
    check(
      await reading(),
      expected(markup, [later]).map(({ permalink, ...rest }) => (permalink?.includes("#") ? rest : { ...rest, permalink })),
    );
    await page.close();
  });

  for (const other of markup.others ?? []) {
    test(`${markup.site}: ${other.name}`, async () => {
      const url = other.url ?? markup.url;
      const page = await open(url, pageOf({ ...markup, ...(other.root ? { root: other.root } : {}) }, other.html), policyOf(markup));
      const read = /** @type {PageRead} */ (await probe(page, "read", url));
      assert.equal(read.site, markup.site);
      assert.equal(read.health.suspect, other.suspect ?? false);
      check(read, other.expect);
      assert.deepEqual(read.folded, other.folded ?? NOTHING_FOLDED);
      await note(page, url);
      await page.close();
    });
  }
}

const OPEN = "default-src 'none'; style-src 'unsafe-inline'";

test("a site that changed its containers: the generic reader helps, and the site is said to have changed", async () => {
  const article = (/** @type {number} */ id) => `<article><h3>Somebody</h3><p lang="en">Post number ${id} in new clothes.</p></article>`;
  const url = "https://x.com/changed";
  const page = await open(url, `<!doctype html><main>${[1, 2, 3].map(article).join("")}</main>`, OPEN);
  const read = /** @type {PageRead} */ (await probe(page, "read", url));
  assert.deepEqual(read.health, { strategy: "semantic", found: 3, suspect: true });
  check(
    read,
    [1, 2, 3].map((id) => ({ text: `Post number ${id} in new clothes.` })),
  );
  await page.close();
});

test("a site that changed the mark of its texts: posts keep their place and their facts", async () => {
  const post = (
    /** @type {number} */ id,
  ) => `<article data-testid="tweet"><div data-testid="User-Name"><a href="/tom"><div dir="ltr">Tom</div></a></div>
    <div data-testid="newText" lang="en">Post number ${id} in new clothes.</div><a href="/tom/status/${id}"><time datetime="2026-10-01T10:00:00.000Z">1h</time></a></article>`;
  const url = "https://x.com/changed-texts";
  const page = await open(url, `<!doctype html><main>${[1, 2].map(post).join("")}</main>`, OPEN);
  const read = /** @type {PageRead} */ (await probe(page, "read", url));
  assert.deepEqual(read.health, { strategy: "exact", found: 2, suspect: true });
  check(
    read,
    [1, 2].map((id) => ({ text: `Post number ${id} in new clothes.`, permalink: `https://x.com/tom/status/${id}` })),
  );
  await page.close();
});

test("a page of a site without posts, and one with pictures alone, are no sign of a change", async () => {
  const pictures = `<article data-testid="tweet"><div data-testid="User-Name"><a href="/tom"><div dir="ltr">Tom</div></a></div><div data-testid="tweetPhoto"></div></article>`;
  for (const [path, body, strategy] of [
    ["settings", "<main><h1>Settings</h1><p>Your account</p><time datetime='2026-10-01T10:00:00Z'>now</time></main>", "none"],
    ["media", `<main>${pictures.repeat(3)}</main>`, "exact"],
  ]) {
    const url = `https://x.com/${path}`;
    const page = await open(url, `<!doctype html>${body}`, OPEN);
    const read = /** @type {PageRead} */ (await probe(page, "read", url));
    assert.equal(read.health.strategy, strategy);
    assert.equal(read.health.suspect, false);
    check(read, []);
    await page.close();
  }
});

test("hostile and hidden content is read as a reader sees it, and nothing is thrown", async () => {
  const text = (/** @type {string} */ inner) => `<article data-testid="tweet"><div data-testid="tweetText">${inner}</div></article>`;
  const url = "https://x.com/hostile";
  const page = await open(
    url,
    `<!doctype html><style>.gone { position: absolute; left: -9999px } .clipped { position: absolute; clip-path: inset(50%) }</style><main>
    ${text(`Seen<span style="display: none"> not this</span><span class="gone"> nor this</span><span class="clipped"> nor this</span><span style="font-size: 0"> nor this</span><span style="opacity: 0"> nor this</span><span style="visibility: hidden"> nor this</span> words.`)}
    ${text("Zero\u200bwidth and \u202eturned\u202c, but 👩\u200d🚒 whole.")}
    ${text(`<form><input name="firstChild"><input name="attributes"><input name="tagName">Clobbered.</form>`)}
    ${text(`<script type="text/plain">no</script><style>no</style><noscript>no</noscript><template>no</template><textarea>no</textarea><button>no</button>`)}
    <div style="display: none">${text("Hidden as a whole.")}</div>
    ${text(`&lt;img src=x onerror=alert(1)&gt; <b>bold</b> &amp;amp;`)}</main>`,
    OPEN,
  );
  const read = /** @type {PageRead} */ (await probe(page, "read", url));
  const texts = withText(read).map((post) => post.text);
  assert.deepEqual(
    texts.filter((one) => one !== "Clobbered."),
    ["Seen words.", "Zerowidth and turned, but 👩\u200d🚒 whole.", "<img src=x onerror=alert(1)> bold &amp;"],
  );
  assert.ok(read.unchanged);
  await page.close();
});

test("every site file has pages, and every selector of it is used by one", async () => {
  const page = await open("https://example.org/", "<!doctype html><p>nothing", "default-src 'none'");
  const files = /** @type {string[]} */ (await probe(page, "names"));
  assert.deepEqual([...files].sort(), [...names].sort());
  const unused = [];
  for (const name of files) {
    const all = /** @type {string[]} */ (await probe(page, "namedIn", name));
    unused.push(...all.filter((selector) => !used.get(name)?.has(selector)).map((selector) => `${name}: ${selector}`));
  }
  assert.deepEqual(unused, []);
});
