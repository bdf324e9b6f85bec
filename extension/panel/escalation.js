// The combination that turned rumours into riots: somebody is blamed, a place and a time are given, people are called there. The posts of
// a thread that together make it, in order, each with what it adds. Only posts that carry a label of their own are steps: a time and a
// place alone are what a vigil or a bus has too, and nobody who announces one may be shown as part of a riot. Pure; who judges them
// together is escalation-view.js.

/** @typedef {import("./model.js").Listed} Listed */
/** @typedef {import("../engine/firebreak.js").Label} Label */
/** @typedef {"blame" | "place" | "time" | "call"} Part */
/** new: parts that no earlier step had; thread: the categories of the other steps. @typedef {{ one: Listed, parts: Part[], added: Part[], sentences: string[], thread: string[] }} Step */

/** What a label of these categories means for the combination: the definitions of the taxonomy. @type {Record<string, Part[]>} */
const PARTS = {
  "unverified-blame": ["blame"],
  mobilising: ["place", "time", "call"],
  "call-to-violence": ["call"],
  doxxing: ["place"],
};

/** Lines of a label's sum that tell of a time or a place in the same sentence, in the words of data/weights.toml. @type {Record<string, Part>} */
export const SIGNS = { "A time is given": "time", "A place is given": "place" };

/** @type {Part[]} */
export const ALL_PARTS = ["blame", "place", "time", "call"];
const MOST_STEPS = 200;

/**
 * @param {Listed[]} thread
 * @returns {Step[]} none where the thread does not both blame and call
 */
export function escalation(thread) {
  const steps = thread
    .map((one) => ({ one, labels: (one.shown?.labels ?? []).filter(({ id, stance }) => id in PARTS && stance === "asserts") }))
    .filter(({ labels }) => labels.length > 0)
    .sort((one, other) => inTime(one.one, other.one))
    .slice(0, MOST_STEPS);
  const ids = new Set(steps.flatMap(({ labels }) => labels.map(({ id }) => id)));
  if (!ids.has("unverified-blame") || !(ids.has("mobilising") || ids.has("call-to-violence"))) return [];
  /** @type {Set<Part>} */
  const had = new Set();
  return steps.map(({ one, labels }, place) => {
    const given = new Set(labels.flatMap(partsOf));
    const parts = ALL_PARTS.filter((part) => given.has(part));
    const added = parts.filter((part) => !had.has(part));
    for (const part of parts) had.add(part);
    const others = steps.filter((_, index) => index !== place);
    const categories = new Set(others.flatMap((other) => other.labels.map(({ id }) => id)));
    return { one, parts, added, sentences: sentencesOf(one.row.text, labels), thread: [...categories].sort() };
  });
}

/** @param {Label} label @returns {Part[]} */
function partsOf({ id, sum }) {
  return [...(PARTS[id] ?? []), ...sum.flatMap(({ part }) => SIGNS[part] ?? [])];
}

/** Posts whose time is known are in its order; the others stand where they were read. @param {Listed} one @param {Listed} other */
function inTime(one, other) {
  if (one.when !== null && other.when !== null && one.when !== other.when) return one.when - other.when;
  return one.row.number - other.row.number;
}

/** The sentences in which the words of the labels stand. @param {string} text @param {Label[]} labels @returns {string[]} */
export function sentencesOf(text, labels) {
  const spans = labels.flatMap((label) => label.spans);
  const sentences = [...new Intl.Segmenter("en", { granularity: "sentence" }).segment(text)];
  const said = sentences.filter(({ index, segment }) => spans.some(({ start, end }) => start < index + segment.length && end > index));
  return (said.length > 0 ? said : sentences).map(({ segment }) => segment.replace(/\s+/g, " ").trim()).filter(Boolean);
}
