// Reads one value from a post by the short expressions of the site files. docs/sites.md explains them to people who write no code.
//
//   SELECTOR              the text of the first match that is the post's own
//   SELECTOR@attribute    that attribute of it
//   :scope@attribute      an attribute of the post itself
//   < SELECTOR@attribute  the nearest ancestor of the post that matches
//   + SELECTOR@attribute  inside the element that follows the post
//   :location             the address of the page
//   :body                 for a text: the part of the post that holds most words (body.js)

import { readText } from "./text.js";

/** A value, or the value with a named way to take a part of it; sum: of a count, all matches together. @typedef {string | { from: string, take?: Take, into?: string, sum?: boolean }} Value */
/** @typedef {"after-by" | "last-number"} Take */
/** @typedef {{ where: "own" | "self" | "ancestor" | "next" | "location" | "body", selector: string, attribute: string | null, take: Take | null, into: string | null, sum: boolean }} Reading */

/** The named ways to take a part of a value that a selector cannot name. @type {Record<Take, (value: string) => string>} */
const TAKES = {
  // "feedItem-by-name.example": an identifier that ends with the name of the author.
  "after-by": (value) => value.replace(/^.*?-by-/, ""),
  // "player-0-7571863205253778710": a position, which changes, and the number of the post, which does not.
  "last-number": (value) => /\d+(?=\D*$)/.exec(value)?.[0] ?? "",
};

/** @param {Value} value @returns {Reading} */
export function parseValue(value) {
  const { from, take = null, into = null, sum = false } = typeof value === "string" ? { from: value } : value;
  const [, path = from, attribute = null] = /^(.*?)@([a-z][a-z0-9-]*)$/s.exec(from) ?? [];
  const rest = { attribute, take, into, sum };
  if (path === ":location") return { where: "location", selector: "", ...rest };
  if (path === ":body") return { where: "body", selector: "", ...rest };
  if (path === ":scope") return { where: "self", selector: "", ...rest };
  if (path.startsWith("< ")) return { where: "ancestor", selector: path.slice(2), ...rest };
  if (path.startsWith("+ ")) return { where: "next", selector: path.slice(2), ...rest };
  return { where: "own", selector: path, ...rest };
}

/** @param {import("./scope.js").Scope} scope @param {Reading} reading @returns {Element[]} */
function elementsOf(scope, reading) {
  const { post } = scope;
  switch (reading.where) {
    case "self":
      return [post];
    case "ancestor":
      return [post.parentElement?.closest(reading.selector) ?? []].flat();
    case "next":
      return [...(post.nextElementSibling?.querySelectorAll(reading.selector) ?? [])];
    default:
      return scope.all(reading.selector);
  }
}

/** Text of a name, a count or a date: without the parts that only a screen reader hears twice. @param {Element} element */
function shortText(element) {
  const options = { leaveOut: "script, style, template, svg", inline: "*", pictures: [], isOther: () => false };
  return readText([element], options).text;
}

/**
 * The first of several values that is there and not empty.
 * @param {import("./scope.js").Scope} scope
 * @param {Reading[]} readings
 * @returns {string | null}
 */
export function firstValue(scope, readings) {
  for (const reading of readings) {
    for (const found of valuesOf(scope, reading)) if (found !== "") return found;
  }
  return null;
}

/** @param {import("./scope.js").Scope} scope @param {Reading} reading @returns {string[]} */
export function valuesOf(scope, reading) {
  const raw =
    reading.where === "location"
      ? [scope.post.ownerDocument.location?.href ?? ""]
      : elementsOf(scope, reading).map((element) =>
          (reading.attribute === null ? shortText(element) : (element.getAttribute(reading.attribute) ?? "")).trim(),
        );
  return raw.map((value) => {
    if (value === "") return "";
    const taken = reading.take === null ? value : TAKES[reading.take](value);
    return reading.into === null ? taken : reading.into.replace("{}", taken);
  });
}
