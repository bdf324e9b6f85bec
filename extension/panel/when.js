// The moment that a page's words about a post's time stand for: an ISO time, or "2h" and its like, counted back from when it was read.

const UNITS = /** @type {Record<string, number>} */ ({
  s: 1e3,
  sec: 1e3,
  second: 1e3,
  m: 60e3,
  min: 60e3,
  minute: 60e3,
  h: 3600e3,
  hr: 3600e3,
  hour: 3600e3,
  d: 86_400e3,
  day: 86_400e3,
  w: 604_800e3,
  wk: 604_800e3,
  week: 604_800e3,
});

/**
 * @param {string | null} time as the page shows it @param {number} read when it was read, in ms since 1970
 * @returns {number | null} ms since 1970; null: no time, or words that cannot be placed for sure ("Monday", "3 Nov")
 */
export function whenOf(time, read) {
  if (time === null) return null;
  if (/^\d{4}-\d\d-\d\dT/.test(time)) {
    const moment = Date.parse(time);
    return Number.isNaN(moment) ? null : moment;
  }
  if (/^(now|just now)$/i.test(time)) return read;
  const [, number, unit = ""] = /^(\d{1,4})\s?([a-z]+)(?: ago)?$/i.exec(time) ?? [];
  const length = UNITS[unit.toLowerCase()] ?? UNITS[unit.toLowerCase().replace(/s$/, "")];
  return number === undefined || length === undefined ? null : read - Number(number) * length;
}
