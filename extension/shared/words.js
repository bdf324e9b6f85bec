// Words for readers. Inside the extension the browser picks the language (browser.js); a page outside it gives one messages file.

/** @typedef {(key: string, ...values: (string | number)[]) => string} Words */
/** @typedef {Record<string, { message: string }>} Messages */

/**
 * @param {Messages} messages
 * @returns {Words}
 */
export function wordsFrom(messages) {
  return (key, ...values) => {
    const message = Object.hasOwn(messages, key) ? messages[key]?.message : undefined;
    return message?.replace(/\$(\d)/g, (_, place) => String(values[Number(place) - 1] ?? "")) ?? key;
  };
}

/**
 * A sentence about a number of things: `KEY_one`, `KEY_few`, …, with `KEY_other` where a language makes no difference.
 * @param {Words} words @param {string} key @param {number} number
 * @returns {string}
 */
export function count(words, key, number) {
  const language = words("language_tag");
  const form = `${key}_${new Intl.PluralRules(language).select(number)}`;
  const text = words(form, number.toLocaleString(language));
  return text === form ? words(`${key}_other`, number.toLocaleString(language)) : text;
}

/** The key of a category, stance or level: `call-to-violence` has its words under `category_call_to_violence`. @param {string} kind @param {string} id */
export function keyOf(kind, id) {
  return `${kind}_${id.replace(/[^a-z0-9]/gi, "_")}`;
}
