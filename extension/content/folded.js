// What a page keeps folded: the buttons and links behind which replies lie ("load more comments (12 replies)", "View 12 replies"). Which
// they are stands in the site file; how many replies one stands for is read from its words, in whatever language and digits.

import { selectorCheck } from "../shared/site-file.js";
import { parseCount } from "./counts.js";
import { shown } from "./shown.js";
import { parseValue } from "./values.js";

/** @typedef {import("./rules.js").SiteFile} SiteFile */
/** replies: as the page's own buttons number them; places: buttons that say no number. @typedef {{ replies: number, places: number }} Folded */

/**
 * @param {SiteFile} site
 * @param {Document} document
 * @returns {(roots: ParentNode[]) => Folded}
 */
export function foldedOf(site, document) {
  const parses = selectorCheck(document);
  const counted = (site.folded?.counted ?? []).map(parseValue).filter(({ selector }) => parses(selector));
  const uncounted = (site.folded?.uncounted ?? []).filter(parses).join(", ");
  const language = document.documentElement?.lang ?? "";
  return (roots) => {
    /** @type {Map<Element, number | null>} null: it stands for replies, and says not how many */
    const found = new Map();
    for (const root of roots) {
      for (const { selector, attribute } of counted) {
        for (const element of root.querySelectorAll(selector)) {
          const number = parseCount(attribute === null ? element.textContent : element.getAttribute(attribute), language);
          if (number !== null && shown(element)) found.set(element, number);
        }
      }
      if (uncounted === "") continue;
      for (const element of root.querySelectorAll(uncounted)) if (!found.has(element) && shown(element)) found.set(element, null);
    }
    const folded = { replies: 0, places: 0 };
    for (const [element, number] of found) {
      if (inside(element, found)) continue;
      if (number === null) folded.places += 1;
      else folded.replies += number;
    }
    return folded;
  };
}

/** A button and the frame around it are one. @param {Element} element @param {Map<Element, unknown>} found */
function inside(element, found) {
  for (let around = element.parentElement; around; around = around.parentElement) if (found.has(around)) return true;
  return false;
}
