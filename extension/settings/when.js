// Times as people say them, in the language of the page.

/** @typedef {import("../shared/words.js").Words} Words */

/** @type {[Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** @param {Words} words @param {number} when @param {number} now @returns {string} "3 minutes ago" */
export function ago(words, when, now) {
  const format = new Intl.RelativeTimeFormat(words("language_tag"), { numeric: "auto" });
  const past = Math.max(0, now - when);
  for (const [unit, length] of UNITS) if (past >= length) return format.format(-Math.floor(past / length), unit);
  return format.format(0, "second");
}

/** @param {Words} words @param {number} when @returns {string} */
export function day(words, when) {
  return new Intl.DateTimeFormat(words("language_tag"), { dateStyle: "medium" }).format(when);
}

/** @param {Words} words @param {number} when @returns {string} */
export function moment(words, when) {
  return new Intl.DateTimeFormat(words("language_tag"), { dateStyle: "medium", timeStyle: "short" }).format(when);
}

/** @param {Words} words @param {number} bytes @returns {string} */
export function size(words, bytes) {
  const [unit, of] = bytes >= 1_000_000 ? ["megabyte", 1_000_000] : ["kilobyte", 1000];
  const style = { style: /** @type {const} */ ("unit"), unit, maximumFractionDigits: 1 };
  return new Intl.NumberFormat(words("language_tag"), style).format(bytes / of);
}
