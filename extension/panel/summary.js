// What was read of the thread, and what was not, in sentences.

import { crisesNow } from "../shared/crisis.js";
import { pausedNow } from "../shared/settings-change.js";
import { count } from "../shared/words.js";
import { momentOf } from "./chart.js";

/** @typedef {import("./thread.js").State} State */
/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../content/tally.js").Coverage} Coverage */

/** @param {Words} words @param {State & { coverage: Coverage | null }} state @returns {string[]} the first is the one that matters most */
export function summary(words, { all, page, waiting, coverage, settings }) {
  if (pausedNow(settings, Date.now())) return [words("panel_paused")];
  if (!page) return [words(coverage?.on === false ? "popup_is_off" : "panel_nothing_read")];
  const judged = all.filter((one) => one.judged).length;
  const labelled = all.filter(({ level }) => level !== "none").length;
  const lines = [`${count(words, "coverage_read", judged)}, ${count(words, "coverage_labelled", labelled)}`];
  /** @param {string} key @param {number} number */
  const also = (key, number) => {
    if (number > 0) lines.push(count(words, key, number));
  };
  also("coverage_waiting", waiting);
  also("panel_unseen", unseen(all, page.url));
  also("panel_partial", all.filter(({ row }) => row.partial).length);
  also("coverage_language", all.length - judged);
  also("coverage_silent", coverage?.silent ?? 0);
  if (coverage?.suspect) lines.push(words("coverage_suspect"));
  else if (coverage?.strategy === "semantic") lines.push(words("coverage_guess"));
  for (const { name, until } of crisesNow(settings, Date.now())) lines.push(words("crisis_lasts", name, momentOf(words, until)));
  return lines;
}

/**
 * Replies that the page counts and does not show: folded, hidden, on a next page. Known only on a post's own page, where all other posts
 * are taken to answer it.
 * @param {State["all"]} all @param {string} url of the page
 */
export function unseen(all, url) {
  const root = all.find(({ row }) => row.facts?.permalink && samePage(row.facts.permalink, url));
  const replies = root?.row.facts?.counts.replies ?? 0;
  return Math.max(0, replies - (all.length - 1));
}

/** @param {string} one @param {string} other */
function samePage(one, other) {
  const bare = (/** @type {string} */ address) => address.replace(/[?#].*$/, "").replace(/\/$/, "");
  return bare(one) === bare(other);
}
