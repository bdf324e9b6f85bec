// Cards as Markdown, for notes and drafts. Nothing of a post can become a heading, a link or markup of its own.

import { keyOf } from "../shared/words.js";
import { factsOf } from "./facts-of.js";

/** @typedef {import("../shared/card.js").Card} Card */
/** @typedef {import("../shared/words.js").Words} Words */

/** @param {Card[]} cards @param {{ words: Words, exported: string }} options */
export function toMarkdown(cards, { words, exported }) {
  const parts = [`# ${plain(words("export_title"))}`, plain(words("export_made", exported)), plain(words("card_limits"))];
  return [...parts, ...cards.map((card, place) => section(card, place + 1, words))].join("\n\n") + "\n";
}

/** @param {Card} card @param {number} number @param {Words} words */
function section(card, number, words) {
  const { post, report } = card;
  const level = report.labels.length > 0 ? words(keyOf("level", report.level)) : words("level_none");
  const labels = report.labels.map(
    (label) =>
      `- **${plain(words(keyOf("category", label.id)))}** (${plain(words(keyOf("level", label.level)))}, ` +
      `${plain(words(keyOf("confidence", label.confidence)))}): ${plain(label.reason)} ${plain(words(keyOf("stance", label.stance)))}.`,
  );
  const facts = factsOf(card, words).map(
    ([name, value]) => `- ${plain(name)}: ${/^https?:[^\s<>]+$/.test(value) ? `<${value}>` : plain(value)}`,
  );
  return [`## ${number}. ${plain(level)}`, quoted(post.text), ...(labels.length > 0 ? [labels.join("\n")] : []), facts.join("\n")].join(
    "\n\n",
  );
}

/** @param {string} text */
function quoted(text) {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => `> ${plain(line)}`.trimEnd())
    .join("\n");
}

/** With every sign that Markdown or HTML could read escaped. @param {string} text */
export function plain(text) {
  return text
    .replace(/[\r\n]+/g, " ")
    .replace(/[\\`*_{}[\]<>()#+\-.!|~&$^=:@"'/]/g, "\\$&")
    .replace(/^(\d+)(\\[.)])/, "$1$2")
    .replace(/^[ \t]+/, "");
}
