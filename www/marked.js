// A text with the words that caused its labels marked, each by the worst level it took part in.

import { element } from "../extension/shared/element.js";
import { rank } from "../extension/shared/levels.js";

/** @typedef {import("../extension/engine/firebreak.js").Report} Report */
/** @typedef {import("../extension/engine/firebreak.js").Level} Level */

/** @param {Document} document @param {string} text @param {Report} report @returns {Node[]} */
export function marked(document, text, report) {
  return pieces(text, report).map(({ words, level }) =>
    level === "none" ? document.createTextNode(words) : element(document, "mark", { "data-level": level }, words),
  );
}

/**
 * The text cut where a mark begins or ends.
 * @param {string} text @param {Report} report
 * @returns {{ words: string, level: Level }[]}
 */
export function pieces(text, report) {
  const spans = report.labels.flatMap(({ level, spans }) => spans.map((span) => ({ ...span, level })));
  const edges = new Set([0, text.length, ...spans.flatMap(({ start, end }) => [start, end])]);
  const cuts = [...edges].sort((one, other) => one - other);
  return cuts.slice(0, -1).map((start, place) => {
    const covering = spans.filter((span) => span.start <= start && start < span.end);
    const worst = covering.sort((one, other) => rank(other.level) - rank(one.level))[0];
    return { words: text.slice(start, cuts[place + 1]), level: worst?.level ?? "none" };
  });
}
