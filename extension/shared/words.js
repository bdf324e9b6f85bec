// Words for readers. Inside the extension the browser picks the language (browser.js); a page outside it gives one messages file.

/** @typedef {(key: string, ...values: (string | number)[]) => string} Words */
/** @typedef {Record<string, { message: string }>} Messages */

const RIGHT_TO_LEFT = "\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}";
/** A sign that runs the other way than the words around it, by the direction of those. */
const OTHER_WAY = { ltr: new RegExp(`[${RIGHT_TO_LEFT}]`, "u"), rtl: new RegExp(`(?![${RIGHT_TO_LEFT}])\\p{L}`, "u") };

/**
 * @param {Messages} messages
 * @returns {Words}
 */
export function wordsFrom(messages) {
  /** @type {Words} */
  const words = (key, ...values) => {
    const message = Object.hasOwn(messages, key) ? messages[key]?.message : undefined;
    const shown = values.length > 0 ? fit(words, values) : [];
    return message?.replace(/\$(\d)/g, (_, place) => shown[Number(place) - 1] ?? "") ?? key;
  };
  return words;
}

/**
 * Values as they can stand in a sentence: numbers in the signs of its language, and a name or phrase that runs the other way set apart,
 * or it would pull the signs beside it to its own side.
 * @param {Words} words @param {(string | number)[]} values @returns {string[]}
 */
export function fit(words, values) {
  const otherWay = OTHER_WAY[directionOf(words)];
  return values.map((value) => {
    if (typeof value === "number") return value.toLocaleString(words("language_tag"));
    return otherWay.test(value) ? `\u2068${value}\u2069` : value;
  });
}

/** The direction of these words, whatever that of the browser or of the page is. @param {Words} words @returns {"ltr" | "rtl"} */
export function directionOf(words) {
  return words("language_direction") === "rtl" ? "rtl" : "ltr";
}

/**
 * A sentence about a number of things: `KEY_one`, `KEY_few`, …, with `KEY_other` where a language makes no difference.
 * @param {Words} words @param {string} key @param {number} number
 * @returns {string}
 */
export function count(words, key, number) {
  const form = `${key}_${new Intl.PluralRules(words("language_tag")).select(number)}`;
  const text = words(form, number);
  return text === form ? words(`${key}_other`, number) : text;
}

/** Several things one after another, as the language puts them. @param {Words} words @param {string[]} parts @returns {string} */
export function list(words, parts) {
  return new Intl.ListFormat(words("language_tag"), { type: "unit", style: "short" }).format(fit(words, parts));
}

/** Several phrases, each in quotation marks. @param {Words} words @param {string[]} phrases @returns {string} */
export function quoted(words, phrases) {
  return list(
    words,
    phrases.map((phrase) => words("quoted_words", phrase)),
  );
}

/** The key of a category, stance or level: `call-to-violence` has its words under `category_call_to_violence`. @param {string} kind @param {string} id */
export function keyOf(kind, id) {
  return `${kind}_${id.replace(/[^a-z0-9]/gi, "_")}`;
}
