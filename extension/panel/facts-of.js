// What a card holds besides words and labels, as pairs of a name and a value, for people to read.

import { count, keyOf } from "../shared/words.js";

/** @typedef {import("../shared/card.js").Card} Card */
/** @typedef {import("../shared/words.js").Words} Words */

const COUNTS = /** @type {const} */ (["views", "reposts", "replies", "likes"]);

/** @param {Card} card @param {Words} words @returns {[string, string][]} */
export function factsOf({ id, captured, page, post, thread, report, screenshot }, words) {
  const by = [post.author, post.handle && `@${post.handle}`].filter(Boolean).join(" ");
  /** @type {[string, string | null][]} */
  const facts = [
    [words("fact_author"), by || null],
    [words("fact_time"), post.time],
    [words("fact_reach"), reachOf(post.counts, words) || null],
    [words("fact_media"), post.media.join("; ") || null],
    [words("fact_permalink"), post.permalink],
    [words("fact_page"), page.title ? `${page.title} (${page.url})` : page.url],
    [words("fact_captured"), captured],
    [words("fact_partial"), post.partial ? words("card_partial") : null],
    [words("fact_thread"), thread.join(", ") || null],
    [words("fact_hash"), post.sha256],
    [words("fact_screenshot"), screenshot?.sha256 ?? null],
    [words("fact_versions"), words("card_versions", report.engine, report.rules)],
    [words("fact_reader"), report.reader ? words(keyOf("reader", report.reader)) : null],
    [words("fact_card"), id],
  ];
  return facts.flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
}

/** "1,200,000 views · 14 likes": what the page shows, in the order of how much it says. @param {import("../shared/card.js").Counts} counts @param {Words} words */
export function reachOf(counts, words) {
  const shown = COUNTS.flatMap((name) => {
    const number = counts[name];
    return number === null ? [] : [count(words, `reach_${name}`, number)];
  });
  return shown.join(" · ");
}
