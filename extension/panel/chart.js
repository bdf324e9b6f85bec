// The thread over time: bars stacked by level, each level with a pattern of its own, and the same numbers as a table.

import { element } from "../shared/element.js";
import { keyOf } from "../shared/words.js";

/** @typedef {import("./timeline.js").Timeline} Timeline */
/** @typedef {import("../shared/view.js").Setting} Setting */
/** @typedef {import("../engine/firebreak.js").Level} Level */

const SPACE = "http://www.w3.org/2000/svg";
const [WIDTH, HEIGHT, GAP] = [300, 56, 1];
/** From the bottom up: the worst stands on the ground, where it can be compared. @type {Level[]} */
const STACK = ["warning", "caution", "note", "none"];

/** @param {Setting} setting @param {Timeline} timeline @returns {Node[]} */
export function renderChart(setting, timeline) {
  const { document, words } = setting;
  const { slots, timeless } = timeline;
  const missing = timeless > 0 ? element(document, "p", { class: "small" }, words("panel_timeless", timeless)) : null;
  if (slots.length === 0) return missing ? [missing] : [];
  const details = element(
    document,
    "details",
    { class: "table" },
    element(document, "summary", {}, words("panel_chart_table")),
    renderTable(setting, timeline),
  );
  return [drawBars(setting, timeline), renderEnds(setting, timeline), details, ...(missing ? [missing] : [])];
}

/** @param {Document} document @param {string} tag @param {Record<string, string | number>} attributes @param {...Node} children */
function svg(document, tag, attributes, ...children) {
  const made = document.createElementNS(SPACE, tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
  made.append(...children);
  return made;
}

/** @param {Setting} setting @param {Timeline} timeline */
function drawBars({ document, words }, { slots, step }) {
  const most = Math.max(...slots.map(({ total }) => total));
  const wide = WIDTH / slots.length;
  const bars = slots.flatMap(({ counts, start, total }, place) => {
    let ground = HEIGHT;
    const parts = STACK.filter((level) => counts[level] > 0).map((level) => {
      const height = (counts[level] / most) * HEIGHT;
      ground -= height;
      return svg(document, "rect", {
        ...{ class: "bar-part", "data-level": level, x: place * wide, y: ground, width: Math.max(1, wide - GAP), height },
      });
    });
    const title = svg(document, "title", {});
    title.textContent = words("name_and_value", momentOf(words, start, step), total);
    return total > 0 ? [svg(document, "g", {}, title, ...parts)] : [];
  });
  const label = words(
    "panel_chart_label",
    slots.reduce((sum, { total }) => sum + total, 0),
    slots.reduce((sum, { counts }) => sum + counts.warning, 0),
  );
  const picture = svg(document, "svg", {
    ...{ class: "chart", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", role: "img", "aria-label": label },
  });
  picture.append(...bars);
  return picture;
}

/** Where the axis begins and ends. @param {Setting} setting @param {Timeline} timeline */
function renderEnds({ document, words }, { slots, step }) {
  const [first, last] = [slots[0], slots.at(-1)];
  return element(
    document,
    "p",
    { class: "ends small", "aria-hidden": "true" },
    element(document, "span", {}, momentOf(words, first?.start ?? 0, step)),
    element(document, "span", {}, slots.length > 1 ? momentOf(words, last?.start ?? 0, step) : ""),
  );
}

/** @param {Setting} setting @param {Timeline} timeline */
function renderTable({ document, words }, { slots, step }) {
  const levels = [...STACK].reverse();
  const head = [words("panel_chart_from"), ...levels.map((level) => words(keyOf("level", level)))];
  return element(
    document,
    "table",
    {},
    element(document, "thead", {}, element(document, "tr", {}, ...head.map((name) => element(document, "th", { scope: "col" }, name)))),
    element(
      document,
      "tbody",
      {},
      ...slots
        .filter(({ total }) => total > 0)
        .map(({ start, counts }) =>
          element(
            document,
            "tr",
            {},
            element(document, "th", { scope: "row" }, momentOf(words, start, step)),
            ...levels.map((level) => element(document, "td", {}, String(counts[level]))),
          ),
        ),
    ),
  );
}

/** @type {Intl.DateTimeFormat | undefined} */
let byDay;
/** @type {Intl.DateTimeFormat | undefined} */
let byTime;

/** A moment as precisely as the steps are. @param {import("../shared/words.js").Words} words @param {number} moment @param {number} [step] */
export function momentOf(words, moment, step = 0) {
  const language = words("language_tag");
  byDay ??= new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric" });
  byTime ??= new Intl.DateTimeFormat(language, { day: "numeric", month: "short", hour: "2-digit", minute: "2-digit" });
  return (step >= 86_400e3 ? byDay : byTime).format(moment);
}
