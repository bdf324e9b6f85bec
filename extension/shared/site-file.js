// Checks a site file that a reader gives in the settings. Site files hold selectors and names of strategies, never code, so a checked
// one can do no more harm than to read the wrong words. extension/sites/schema.json says the same for editors; a test compares the two.

/** @typedef {import("../content/rules.js").SiteFile} SiteFile */
/** @typedef {{ ok: true, value: SiteFile } | { ok: false, error: string }} Checked */
/** Throws when the value is wrong; `where` names its place in the file. @typedef {(value: unknown, where: string) => void} Check */

const LONGEST = 100_000;
const NAME = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const ATTRIBUTE = /@[a-z][a-z0-9-]*$/;

class Wrong extends Error {}

/** @param {RegExp} form @param {string} like @returns {Check} */
const text = (form, like) => (value, where) => {
  if (typeof value !== "string" || !form.test(value)) throw new Wrong(`${where}: ${like} is needed`);
};
/** @type {Check} */
const yes = (value, where) => {
  if (typeof value !== "boolean") throw new Wrong(`${where}: true or false is needed`);
};
/** @param {string[]} words @returns {Check} */
const oneOf = (words) => (value, where) => {
  if (!words.includes(/** @type {string} */ (value))) throw new Wrong(`${where}: one of ${words.join(", ")} is needed`);
};
/** @param {Check} check @returns {Check} */
const list = (check) => (value, where) => {
  if (!Array.isArray(value)) throw new Wrong(`${where}: a list in square brackets is needed`);
  for (const [index, one] of value.entries()) check(one, `${where}, entry ${index + 1}`);
};
/** @param {Record<string, Check>} fields @param {string[]} needed @returns {Check} */
const record =
  (fields, needed = []) =>
  (value, where) => {
    if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Wrong(`${where}: { … } is needed`);
    for (const name of needed) if (!Object.hasOwn(value, name)) throw new Wrong(`${where}: "${name}" is missing`);
    for (const [name, one] of Object.entries(value)) {
      const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!check) throw new Wrong(`${where}: "${name}" is no field of a site file; known are ${Object.keys(fields).join(", ")}`);
      check(one, `${where} › ${name}`);
    }
  };

/** @param {(selector: string) => boolean} parses @returns {Check} */
function siteFile(parses) {
  /** @type {Check} */
  const selector = (value, where) => {
    if (typeof value !== "string" || !parses(value)) throw new Wrong(`${where}: ${JSON.stringify(value)} is no selector`);
  };
  /** @type {Check} a selector with what to read of it, as in values.js */
  const reading = (value, where) => {
    if (typeof value !== "string") throw new Wrong(`${where}: a selector in quotation marks is needed`);
    const path = value.replace(ATTRIBUTE, "").replace(/^[<+] /, "");
    if (path !== ":location") selector(path, where);
  };
  /** @type {Check} */
  const words = (value, where) => {
    if (value !== ":body") reading(value, where);
  };
  const taken = record(
    { from: reading, take: oneOf(["after-by", "last-number"]), into: text(/\{\}/, 'a text with "{}" in it'), sum: yes },
    ["from"],
  );
  /** @type {Check} */
  const value = (one, where) => (typeof one === "string" ? reading : taken)(one, where);
  const selectors = list(selector);
  const values = list(value);
  const kind = record(
    {
      kind: text(NAME, "a name in small letters"),
      like: text(NAME, "the name of another kind"),
      select: selectors,
      grow: record({ from: selector, within: selector }, ["from", "within"]),
      lastResort: yes,
      quoted: yes,
      quotedIn: selector,
      text: list(words),
      pick: oneOf(["all", "first", "longest"]),
      leaveOut: selectors,
      inline: selectors,
      pictures: list(reading),
      showMore: selectors,
      media: selectors,
      ...Object.fromEntries(["id", "author", "handle", "permalink", "time", "language", "alternatives"].map((name) => [name, values])),
      counts: record({ replies: values, reposts: values, likes: values, views: values }),
      marks: record({ reply: selectors, repost: selectors, pinned: selectors }),
      place: record({ after: selectors, append: selectors }),
    },
    ["kind"],
  );
  return record(
    {
      name: text(NAME, "a name in small letters"),
      title: text(/\S/, "the name of the site"),
      checked: text(/^\d{4}-\d\d$/, 'a month such as "2026-11"'),
      matches: list(text(/^https:\/\/(\*\.)?[^/*]+\/[^*]*\*$/, 'an address such as "https://*.example.org/*"')),
      detect: selectors,
      shadow: selectors,
      frame: yes,
      folded: record({ counted: list(reading), uncounted: selectors }),
      posts: list(kind),
    },
    ["name", "title", "checked", "matches", "posts"],
  );
}

/**
 * @param {string} json  as a reader pasted it
 * @param {(selector: string) => boolean} parses  whether this browser understands a selector
 * @returns {Checked}
 */
export function checkSiteFile(json, parses) {
  if (json.length > LONGEST) return { ok: false, error: `longer than ${LONGEST} characters` };
  try {
    const value = JSON.parse(json);
    siteFile(parses)(value, "the file");
    const names = value.posts.map((/** @type {{ kind: string }} */ { kind }) => kind);
    for (const { kind, like, select, grow } of value.posts) {
      if (like !== undefined && !names.includes(like)) throw new Wrong(`kind ${kind}: there is no kind "${like}" to be like`);
      if (!select?.length && !grow) throw new Wrong(`kind ${kind}: "select" or "grow" must say where its posts are`);
    }
    return { ok: true, value };
  } catch (error) {
    if (error instanceof Wrong) return { ok: false, error: error.message };
    return { ok: false, error: `not written as JSON: ${error instanceof Error ? error.message : error}` };
  }
}

/** Whether the browser understands a selector. @param {Document} document @returns {(selector: string) => boolean} */
export function selectorCheck(document) {
  const fragment = document.createDocumentFragment();
  return (selector) => {
    try {
      fragment.querySelector(selector);
      return true;
    } catch {
      return false;
    }
  };
}
