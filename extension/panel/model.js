// The rows of the thread as the panel lists them: what a reader's settings show of each, when it was written, how far it went; and the
// filtering and sorting. Pure, so that it can be measured and tested without a page.

import { choose, isJudged } from "../shared/choose.js";
import { rank } from "../shared/levels.js";
import { whenOf } from "./when.js";

/** @typedef {import("../shared/protocol.js").Row} Row */
/** @typedef {import("../shared/choose.js").Shown} Shown */
/** @typedef {import("../engine/firebreak.js").Level} Level */
/** @typedef {import("../shared/settings.js").Settings} Settings */
/** shown null: no label; when null: no time that can be placed. @typedef {{ row: Row, shown: Shown | null, level: Level, when: number | null, judged: boolean, views: number, answers: number, search: string }} Listed */
/** level: at least that; category, stance: "" for any. @typedef {{ level: Level, category: string, stance: string, text: string }} Filter */
/** @typedef {"read" | "oldest" | "newest" | "level" | "reach"} Order */

/** @type {Order[]} */
export const ORDERS = ["read", "oldest", "newest", "level", "reach"];

/** @returns {Filter} */
export function everything() {
  return { level: "none", category: "", stance: "", text: "" };
}

/** @param {Row} row @param {Settings} settings @param {number} [now] @returns {Listed} */
export function listed(row, settings, now = Date.now()) {
  // The panel has a choice of level of its own.
  const shown = choose(row.report, { ...settings, showFrom: "note" }, row.text, now);
  const { author, handle, time, counts } = row.facts ?? { author: null, handle: null, time: null, counts: null };
  return {
    row,
    shown,
    level: shown?.level ?? "none",
    when: whenOf(time, row.read),
    judged: isJudged(row.report),
    views: counts?.views ?? -1,
    answers: (counts?.replies ?? 0) + (counts?.reposts ?? 0) + (counts?.likes ?? 0),
    search: fold(`${row.text}\n${author ?? ""}\n${handle ?? ""}`),
  };
}

/** @param {string} text without differences that nobody searches for */
function fold(text) {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}

/** @param {Listed[]} all @param {Filter} filter @returns {Listed[]} */
export function filtered(all, { level, category, stance, text }) {
  const least = rank(level);
  const words = fold(text).split(/\s+/).filter(Boolean);
  return all.filter(
    (one) =>
      rank(one.level) >= least &&
      (category === "" || (one.shown?.labels.some(({ id }) => id === category) ?? false)) &&
      (stance === "" || stanceOf(one) === stance) &&
      words.every((word) => one.search.includes(word)),
  );
}

/** Who speaks in the worst label, or in the post where there is none. @param {Listed} one */
export function stanceOf({ shown, row }) {
  return shown?.labels[0]?.stance ?? row.report.stance;
}

/** @param {Listed[]} some @param {Order} order @returns {Listed[]} a new list; equals stay in the order of reading */
export function sorted(some, order) {
  const byReading = (/** @type {Listed} */ one, /** @type {Listed} */ other) => one.row.number - other.row.number;
  return [...some].sort((one, other) => compare(one, other, order) || byReading(one, other));
}

/** @param {Listed} one @param {Listed} other @param {Order} order */
function compare(one, other, order) {
  switch (order) {
    case "oldest":
      return (one.when ?? Infinity) - (other.when ?? Infinity) || 0; // Infinity less Infinity is no number.
    case "newest":
      return (other.when ?? -Infinity) - (one.when ?? -Infinity) || 0;
    case "level":
      return rank(other.level) - rank(one.level);
    case "reach":
      // Posts that show how often they were seen come first: answers say less.
      return other.views - one.views || other.answers - one.answers;
    default:
      return 0;
  }
}
