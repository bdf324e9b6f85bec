// Links out of a post: a search among fact-checks, a look into an archive. From a data file, or from the reader's own list in its place.
// Nothing is asked of these sites: a link is only an address until the reader presses it.

import { load, save } from "./browser.js";
import { element } from "./element.js";
import bundled from "./links.json" with { type: "json" };

/** address: with {words} for the post's words or {link} for its address. @typedef {{ name: string, address: string }} Link */

const KEY = "links";
const MOST = 20;
const LONGEST = { name: 80, address: 500 };
/** Words of a post in a search: longer questions find nothing. */
const MOST_WORDS = 16;

/** @returns {Promise<Link[]>} */
export async function loadLinks() {
  const own = await load(KEY);
  return Array.isArray(own) ? own.filter(isLink).slice(0, MOST) : bundled;
}

/** @param {Link[] | null} links null: those of the data file again */
export async function saveLinks(links) {
  await save(KEY, links);
}

/** @param {unknown} value @returns {value is Link} */
export function isLink(value) {
  const { name, address } = /** @type {Record<string, unknown>} */ (value ?? {});
  if (typeof name !== "string" || typeof address !== "string" || name.trim() === "") return false;
  if (name.length > LONGEST.name || address.length > LONGEST.address) return false;
  return /^https:\/\/[^\s/]+\/\S*$/.test(address) && /\{(words|link)\}/.test(address) && !/^https:\/\/[^/]*[{}]/.test(address);
}

/**
 * The list as lines that a reader can edit: a name, a blank, an address.
 * @param {Link[]} links
 */
export function written(links) {
  return links.map(({ name, address }) => `${name} ${address}`).join("\n");
}

/** @param {string} text @returns {{ links: Link[], wrong: number }} wrong: the first line that is no link, from 1, or 0 */
export function parsed(text) {
  /** @type {Link[]} */
  const links = [];
  for (const [place, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const [, name = "", address = ""] = /^(.*\S)\s+(\S+)\s*$/.exec(line.trim()) ?? [];
    const link = { name, address };
    if (!isLink(link) || links.length === MOST) return { links, wrong: place + 1 };
    links.push(link);
  }
  return { links, wrong: 0 };
}

/** The links that make sense for a post. @param {Link[]} links @param {Pick<import("./protocol.js").Row, "text" | "facts">} row @returns {Link[]} */
export function linksFor(links, { text, facts }) {
  const words = text
    .replace(/https?:\S+/g, " ")
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, MOST_WORDS)
    .join(" ");
  const link = facts?.permalink ?? null;
  return links
    .filter(({ address }) => (link !== null || !address.includes("{link}")) && (words !== "" || !address.includes("{words}")))
    .map(({ name, address }) => ({ name, address: filled(address, { words, link: link ?? "" }) }));
}

/** @param {import("./view.js").Setting} setting @param {Link[]} links as linksFor gives them @returns {HTMLElement | null} null: there are none */
export function renderLinks({ document, words }, links) {
  if (links.length === 0) return null;
  const items = links.map(({ name, address }) =>
    element(document, "li", {}, element(document, "a", { href: address, target: "_blank", rel: "noopener noreferrer" }, name)),
  );
  return element(
    document,
    "section",
    { class: "links" },
    element(document, "h3", {}, words("links_title")),
    element(document, "p", { class: "small" }, words("links_warning")),
    element(document, "ul", {}, ...items),
  );
}

/**
 * In the path of an address archives want another address as it is; in a question every sign is written out.
 * @param {string} address @param {Record<string, string>} values
 */
function filled(address, values) {
  return address.replace(/\{(words|link)\}/g, (_, name, place) => {
    const value = (values[name] ?? "").replace(/\p{Surrogate}/gu, "\ufffd");
    const inPath = name === "link" && !address.slice(0, place).includes("?");
    return inPath ? encodeURI(value).replaceAll("#", "%23") : encodeURIComponent(value);
  });
}
