// Starts a new site: `node tests/browser/tools/new-site.js NAME` writes a site file, a test page in its markup with what must be found
// there, and a line in the index. docs/sites.md says what to fill in.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { canonical } from "./canonical.js";

const root = new URL("../../../", import.meta.url);
const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name)) {
  console.error("usage: cargo xtask new-site NAME, where NAME is in small letters, digits and single hyphens");
  process.exit(2);
}

const file = new URL(`extension/sites/${name}.json`, root);
const folder = new URL(`tests/browser/pages/${name}/`, root);
for (const path of [file, folder]) {
  if (!existsSync(path)) continue;
  console.error(`${path.pathname} exists already`);
  process.exit(1);
}

const site = {
  name,
  title: name,
  checked: new Date().toISOString().slice(0, 7),
  matches: [`https://${name}.example/*`],
  posts: [
    {
      kind: "post",
      select: ["article.post"],
      text: [".post-text"],
      author: [".post-author"],
      handle: [".post-author@href"],
      permalink: ["a.post-link@href"],
      time: ["time@datetime"],
    },
  ],
};

const markup = `// ${name}: say here what is peculiar about its markup.

import { escape, words } from "../posts.js";

/** @type {import("../build.js").Markup} */
export default {
  site: "${name}",
  url: "https://${name}.example/feed",
  lacks: ["emoji", "more", "quote", "repost", "picture", "replies"],
  list: (posts) => \`<main>\${posts}</main>\`,
  post: (post) => \`<article class="post"><a class="post-author" href="/\${post.handle}">\${escape(post.author)}</a>
  <a class="post-link" href="/\${post.handle}/\${post.id}"><time datetime="\${post.time}">2h</time></a><p class="post-text">\${words(post)}</p></article>\`,
  facts: (post) => ({
    author: post.author,
    handle: post.handle,
    permalink: \`https://${name}.example/\${post.handle}/\${post.id}\`,
    time: post.time,
    counts: {},
  }),
};
`;

const index = new URL("extension/sites/index.js", root);
const variable = name.replace(/-(.)/g, (_, letter) => letter.toUpperCase());
const lines = readFileSync(index, "utf8")
  .replace(/(?=\n\/\*\* @type)/, `import ${variable} from "./${name}.json" with { type: "json" };\n`)
  .replace(/(?=  generic,\n)/, `  ${variable},\n`);

writeFileSync(file, await canonical(site));
mkdirSync(folder);
writeFileSync(new URL("markup.js", folder), markup);
writeFileSync(index, lines);
console.log(`extension/sites/${name}.json\ntests/browser/pages/${name}/markup.js
Fill both in, then: cargo xtask build && BROWSER=chromium node --test tests/browser/pages.test.js`);
