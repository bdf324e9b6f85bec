// A reader's own words in a post. Their labels are added where a report is cut down to what is shown (choose.js) and never to the report:
// the engine, its cache, the command line and exported evidence know nothing of them.

/** @typedef {import("../engine/firebreak.js").Label} Label */
/** @typedef {import("../engine/firebreak.js").Span} Span */
/** @typedef {import("./settings.js").WatchTerm} WatchTerm */
/** The label of an own word, which has the words instead of a reason. @typedef {Label & { terms: string[] }} Watched */

/** The id of such labels, beside those of the engine's categories. */
export const WATCHED = "watch-term";

/** Scripts whose writers put no space between words: there a term may stand anywhere. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const WORD = "[\\p{L}\\p{N}\\p{M}_]";

/**
 * One label for all terms of a post, at the highest of their levels.
 * @param {string} text @param {WatchTerm[]} terms
 * @returns {Watched | null}
 */
export function watchLabel(text, terms) {
  const found = terms.map(({ term, level }) => ({ term, level, spans: spansOf(text, term) })).filter(({ spans }) => spans.length > 0);
  if (found.length === 0) return null;
  return {
    id: WATCHED,
    level: found.some(({ level }) => level === "caution") ? "caution" : "note",
    confidence: "strong match",
    stance: "asserts",
    rule: WATCHED,
    reason: "",
    wrong: "",
    spans: found.flatMap(({ spans }) => spans),
    sum: [],
    terms: found.map(({ term }) => term),
  };
}

/**
 * Where a term stands as whole words, whatever its capitals and however its accents are encoded.
 * @param {string} text @param {string} term
 * @returns {Span[]}
 */
export function spansOf(text, term) {
  const forms = [...new Set([term.trim().normalize("NFC"), term.trim().normalize("NFD")])].filter((form) => form !== "");
  if (forms.length === 0) return [];
  return [...text.matchAll(new RegExp(forms.map(pattern).join("|"), "giu"))].map(({ index, 0: words }) => ({
    start: index,
    end: index + words.length,
  }));
}

/** @param {string} form */
function pattern(form) {
  const letters = [...form];
  const plain = form
    .split(/\s+/u)
    .map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"))
    .join("\\s+");
  return bound(letters[0], "<!") + plain + bound(letters.at(-1), "!");
}

/** Where the term ends in a letter or a digit, no other one may follow. @param {string | undefined} edge @param {string} look */
function bound(edge = "", look) {
  return new RegExp(WORD, "u").test(edge) && !UNSPACED.test(edge) ? `(?${look}${WORD})` : "";
}
