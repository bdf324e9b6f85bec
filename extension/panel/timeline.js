// The posts of a thread counted by time and level: the numbers behind the chart and its table.

/** @typedef {import("./model.js").Listed} Listed */
/** @typedef {import("../engine/firebreak.js").Level} Level */
/** @typedef {{ start: number, counts: Record<Level, number>, total: number }} Slot */
/** timeless: posts without a time that can be placed. @typedef {{ step: number, slots: Slot[], timeless: number }} Timeline */

const MINUTE = 60e3;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [1, 5, 15, 30]
  .map((minutes) => minutes * MINUTE)
  .concat(
    [1, 3, 6, 12].map((hours) => hours * HOUR),
    [1, 7, 30, 91, 365].map((days) => days * DAY),
  );

/** @param {Listed[]} thread @param {number} [most] slots at most @returns {Timeline} */
export function timeline(thread, most = 24) {
  let first = Infinity;
  let last = -Infinity;
  for (const { when } of thread) {
    if (when === null) continue;
    first = Math.min(first, when);
    last = Math.max(last, when);
  }
  if (first > last) return { step: 0, slots: [], timeless: thread.length };
  const step = STEPS.find((one) => Math.floor(last / one) - Math.floor(first / one) < most) ?? Math.ceil((last - first + 1) / (most - 1));
  const from = Math.floor(first / step);
  const slots = Array.from({ length: Math.floor(last / step) - from + 1 }, (_, place) => ({
    start: (from + place) * step,
    counts: { none: 0, note: 0, caution: 0, warning: 0 },
    total: 0,
  }));
  let timeless = 0;
  for (const { when, level } of thread) {
    const slot = when === null ? undefined : slots[Math.floor(when / step) - from];
    if (!slot) {
      timeless += 1;
      continue;
    }
    slot.counts[level] += 1;
    slot.total += 1;
  }
  return { step, slots, timeless };
}
