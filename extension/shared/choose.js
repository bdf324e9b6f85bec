// Which parts of a report a reader sees. The report itself never changes: this is only taste. All filtering by settings happens here.

import { crisesNow, raised, touched } from "./crisis.js";
import { rank } from "./levels.js";
import { isPostOff, pausedNow } from "./settings-change.js";
import { LANGUAGES } from "./settings-read.js";
import { watchLabel } from "./watch-terms.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {import("../engine/firebreak.js").Label} Label */
/** @typedef {import("../engine/firebreak.js").Level} Level */
/** @typedef {import("./settings.js").Settings} Settings */

/** @typedef {Label & Partial<import("./watch-terms.js").Watched> & { crisis?: string }} ShownLabel crisis: the name of the crisis watch that raised it */
/** A report cut down to what is shown, worst first; cover: the reader wants such posts covered. @typedef {{ level: Level, labels: ShownLabel[], report: Report, cover: boolean }} Shown */

/**
 * @param {Report} report @param {Settings} settings @param {string} text the text that was judged
 * @param {number} [now] milliseconds since 1970
 * @returns {Shown | null} null: nothing to show
 */
export function choose(report, settings, text, now = Date.now()) {
  if (pausedNow(settings, now) || isPostOff(settings, text)) return null;
  const { categories, languages, rulesOff, showFrom } = settings;
  const crisis = touched(crisesNow(settings, now), text);
  const watched = watchLabel(text, settings.watchTerms);
  /** @type {ShownLabel[]} */
  const judged = (languages.includes(report.lang) ? report.labels : [])
    .map((label) => raised(label, crisis))
    .filter(({ id, level, rule }) => categories[id] !== "off" && rank(level) >= rank(showFrom) && !rulesOff.includes(rule))
    .map((label) => (categories[label.id] === "note" ? { ...label, level: /** @type {const} */ ("note") } : label));
  // A reader's own words are shown whatever level labels are shown from: they were asked for one by one.
  const labels = (watched && !rulesOff.includes(watched.rule) ? [...judged, watched] : judged).sort(
    (one, other) => rank(other.level) - rank(one.level),
  );
  const [first] = labels;
  if (!first) return null;
  return { level: first.level, labels, report, cover: labels.some(({ id }) => categories[id] === "cover") };
}

/** Whoever asks about a text themselves is shown everything. @param {Report} report @returns {Shown | null} */
export function showAll(report) {
  const labels = report.labels.toSorted((one, other) => rank(other.level) - rank(one.level));
  const [first] = labels;
  return first ? { level: first.level, labels, report, cover: false } : null;
}

/** @param {Report} report @returns {boolean} false: the language is not supported, and no label means nothing */
export function isJudged(report) {
  return LANGUAGES.includes(report.lang);
}
