// Reports for tests that need no engine.

/** @typedef {import("../../extension/engine/firebreak.js").Report} Report */
/** @typedef {import("../../extension/engine/firebreak.js").Label} Label */

/** @param {Partial<Label>} [change] @returns {Label} */
export function label(change) {
  return {
    id: "threat",
    level: "caution",
    confidence: "likely",
    stance: "asserts",
    rule: "threat/one",
    reason: "Threatens harm.",
    wrong: "It would be wrong if it is a game.",
    spans: [{ start: 0, end: 4 }],
    sum: [{ part: "Target: a person", points: 3 }],
    ...change,
  };
}

/** @param {Label[]} labels @param {Partial<Report>} [change] @returns {Report} */
export function report(labels, change) {
  return {
    level: "none",
    stance: "asserts",
    lang: "en",
    truncated: false,
    labels,
    engine: "0.1.0",
    rules: "00000000",
    reader: "absent",
    ...change,
  };
}
