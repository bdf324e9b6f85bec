// A page after its site was rebuilt: every name that a site file could hold on to is gone or new, and what browsers, screen readers and
// search engines need is still there.

/** Attributes that say something to others than the site's own scripts and styles. */
const KEPT =
  /^(href|src|srcset|alt|datetime|title|lang|dir|role|aria-[a-z]+|item(prop|scope|type)|rel|type|style|tabindex|hidden|content|name)$/;
const TAG = /<([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>`]+))?)*)\s*>/gi;
const ATTRIBUTE = /([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'<>`]+))?/g;

/** A name such as a build gives, the same for the same name. @param {string} name */
function renamed(name) {
  let sum = 7;
  for (const letter of name) sum = (sum * 31 + letter.charCodeAt(0)) % 2 ** 31;
  return `x${sum.toString(36)}`;
}

/** @param {string} html  the part of a page that its site makes */
export function changed(html) {
  const opened = html.replace(TAG, (_, /** @type {string} */ tag, /** @type {string} */ attributes) => {
    const kept = [...attributes.matchAll(ATTRIBUTE)].flatMap(([whole, name = "", value = ""]) => {
      if (name === "class") return [`class="${value.replaceAll('"', "").split(/\s+/).filter(Boolean).map(renamed).join(" ")}"`];
      return KEPT.test(name.toLowerCase()) ? [whole] : [];
    });
    return `<${[element(tag), ...kept].join(" ")}>`;
  });
  return opened.replace(/<\/([a-z][a-z0-9-]*)>/gi, (_, /** @type {string} */ tag) => `</${element(tag)}>`);
}

/** An element of the site's own gets a new name too. @param {string} tag */
function element(tag) {
  return tag.includes("-") ? `${renamed(tag)}-x` : tag;
}
