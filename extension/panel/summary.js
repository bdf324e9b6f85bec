// What was read of the thread, and what was not, in sentences.

import { crisesNow } from "../shared/crisis.js";
import { pausedNow } from "../shared/settings-change.js";
import { count, list } from "../shared/words.js";
import { momentOf } from "./chart.js";

/** @typedef {import("./thread.js").State} State */
/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {import("../content/tally.js").Coverage} Coverage */

/** @param {Words} words @param {State & { coverage: Coverage | null }} state @returns {string[]} the first is the one that matters most */
export function summary(words, { all, page, waiting, folded, coverage, settings }) {
  if (pausedNow(settings, Date.now())) return [words("panel_paused")];
  if (!page) return [words(coverage?.on === false ? "popup_is_off" : "panel_nothing_read")];
  const judged = all.filter((one) => one.judged).length;
  const labelled = all.filter(({ level }) => level !== "none").length;
  const lines = [list(words, [count(words, "coverage_read", judged), count(words, "coverage_labelled", labelled)])];
  /** @param {string} key @param {number} number */
  const also = (key, number) => {
    if (number > 0) lines.push(count(words, key, number));
  };
  also("coverage_waiting", waiting);
  also("panel_folded", folded.replies);
  also("panel_folded_places", folded.places);
  const { here, elsewhere } = unseen(all, page.url, folded.replies);
  if (here !== folded.replies) also("panel_unseen", here);
  also("panel_elsewhere", elsewhere);
  also("panel_partial", all.filter(({ row }) => row.partial).length);
  also("coverage_language", all.length - judged);
  also("coverage_silent", coverage?.silent ?? 0);
  if (coverage?.suspect) lines.push(words("coverage_suspect"));
  else if (coverage?.strategy === "semantic") lines.push(words("coverage_guess"));
  for (const { name, until } of crisesNow(settings, Date.now())) lines.push(words("crisis_lasts", name, momentOf(words, until)));
  return lines;
}

/**
 * Replies that the page counts and that were not read. On a post's own page all other posts are taken to answer it: what is missing is
 * folded, hidden or on a next page. In a feed each post's replies stand on a page of its own, but for those that the feed shows or folds.
 * @param {State["all"]} all @param {string} url of the page @param {number} folded replies for which the page has buttons
 * @returns {{ here: number, elsewhere: number }}
 */
export function unseen(all, url, folded) {
  const root = all.find(({ row }) => row.facts?.permalink && !row.quoted && samePage(row.facts.permalink, url));
  if (root) return { here: Math.max(0, (root.row.facts?.counts.replies ?? 0) - (all.length - 1)), elsewhere: 0 };
  const own = all.filter(({ row }) => !row.quoted);
  const counted = own.reduce((sum, { row }) => sum + (row.facts?.counts.replies ?? 0), 0);
  const answers = own.filter(({ row }) => row.facts?.marks.reply).length;
  return { here: 0, elsewhere: Math.max(0, counted - answers - folded) };
}

/** @param {string} one @param {string} other */
function samePage(one, other) {
  const bare = (/** @type {string} */ address) => address.replace(/[?#].*$/, "").replace(/\/$/, "");
  return bare(one) === bare(other);
}
