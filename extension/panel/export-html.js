// Cards as one HTML file that opens without network and runs nothing: its own policy allows its style and the pictures inside it.

import { keyOf } from "../shared/words.js";
import { factsOf } from "./facts-of.js";
import { Markup, markup } from "./markup.js";

/** @typedef {import("../shared/card.js").Card} Card */
/** @typedef {import("../engine/firebreak.js").Label} Label */
/** @typedef {import("../shared/words.js").Words} Words */

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";

/** @param {Card[]} cards @param {{ words: Words, exported: string, look: string, direction?: "ltr" | "rtl" }} options look: export.css @returns {string} */
export function toHtml(cards, { words, exported, look, direction = "ltr" }) {
  // The style sheet is ours, and holds no sign that a browser would read as markup.
  const style = new Markup(look);
  return markup`<!doctype html>
<html lang="${words("language_tag")}" dir="${direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">
<meta name="referrer" content="no-referrer">
<title>${words("export_title")}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>${words("export_title")}</h1>
<p>${words("export_made", exported)}</p>
<p>${words("card_limits")}</p>
</header>
<main>
${cards.map((card, place) => article(card, place + 1, words))}
</main>
</body>
</html>
`.html;
}

/** @param {Card} card @param {number} number @param {Words} words */
function article(card, number, words) {
  const { report, post, screenshot } = card;
  const level = report.labels.length > 0 ? words(keyOf("level", report.level)) : words("level_none");
  return markup`<article class="${report.level}" id="card-${number}">
<h2>${number}. ${level}</h2>
<blockquote dir="auto">${marked(post.text, report.labels)}</blockquote>
${report.labels.map((label) => part(label, words))}
<dl>${factsOf(card, words).map(([name, value]) => markup`<dt>${name}</dt><dd>${linked(value)}</dd>`)}</dl>
${screenshot ? markup`<figure><img src="${screenshot.data}" alt="${words("export_picture")}"><figcaption>${words("export_taken", screenshot.taken)}</figcaption></figure>` : null}
</article>
`;
}

/** @param {Label} label @param {Words} words */
function part(label, words) {
  const total = label.sum.reduce((sum, { points }) => sum + points, 0);
  return markup`<section class="${label.level}">
<h3>${words(keyOf("category", label.id))} <small>${words(keyOf("level", label.level))} · ${words(keyOf("confidence", label.confidence))}</small></h3>
<p>${label.reason}</p>
<p><b>${words("card_stance")}:</b> ${words(keyOf("stance", label.stance))}. <b>${words("card_wrong")}:</b> ${label.wrong}</p>
<table><caption>${words("card_sum")}</caption>
${label.sum.map(({ part, points }) => markup`<tr><th scope="row">${part}</th><td>${points}</td></tr>`)}
<tr><th scope="row">${words("card_total")}</th><td>${total}</td></tr></table>
</section>
`;
}

/** The text with the words of its labels marked, each stretch once. @param {string} text @param {Label[]} labels */
function marked(text, labels) {
  const spans = labels.flatMap((label) => label.spans).sort((one, other) => one.start - other.start);
  const parts = [];
  let at = 0;
  for (const { start, end } of spans) {
    const from = Math.max(start, at);
    if (end <= from) continue;
    parts.push(markup`${text.slice(at, from)}<mark>${text.slice(from, end)}</mark>`);
    at = end;
  }
  return [...parts, markup`${text.slice(at)}`];
}

/** Only web addresses become links. @param {string} value */
function linked(value) {
  return /^https?:\/\/[^\s]+$/.test(value)
    ? markup`<a href="${value}" rel="noopener noreferrer">${value}</a>`
    : markup`<bdi>${value}</bdi>`;
}
