// Which parts of a report a reader sees. The report itself never changes: this is only taste.

/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {import("../engine/firebreak.js").Label} Label */
/** @typedef {import("../engine/firebreak.js").Level} Level */
/** @typedef {Pick<import("./settings.js").Settings, "showFrom" | "categories">} Taste */

/** A report cut down to what is shown, worst first. @typedef {{ level: Level, labels: Label[], report: Report }} Shown */

/** @type {Level[]} */
export const LEVELS = ["none", "note", "caution", "warning"];

/** @param {Level} level @returns {number} */
export function rank(level) {
  return LEVELS.indexOf(level);
}

/**
 * @param {Report} report @param {Taste} taste
 * @returns {Shown | null} null: nothing to show
 */
export function choose(report, taste) {
  const least = Math.max(rank(taste.showFrom), 1);
  const labels = report.labels
    .filter((label) => taste.categories[label.id] !== "off" && rank(label.level) >= least)
    .sort((one, other) => rank(other.level) - rank(one.level));
  const [first] = labels;
  return first ? { level: first.level, labels, report } : null;
}

/** Languages with rules. The engine also answers `und` for a text too short to tell, and reads it as English. */
const JUDGED = ["en", "und"];

/** @param {Report} report @returns {boolean} false: the language is not supported, and no label means nothing */
export function isJudged(report) {
  return JUDGED.includes(report.lang);
}
