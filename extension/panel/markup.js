// Writes HTML for a file (never for a page of ours): whatever is put into a template is escaped, unless a template made it.

/** What a template made, so that another takes it as it is. */
export class Markup {
  /** @param {string} html */
  constructor(html) {
    this.html = html;
  }

  toString() {
    return this.html;
  }
}

/** @typedef {string | number | null | Markup | Markup[]} Value */

/** @param {TemplateStringsArray} parts @param {...Value} values @returns {Markup} */
export function markup(parts, ...values) {
  return new Markup(parts.map((part, place) => part + (place < values.length ? written(values[place] ?? null) : "")).join(""));
}

/** @param {Value} value @returns {string} */
function written(value) {
  if (value === null) return "";
  if (value instanceof Markup) return value.html;
  if (Array.isArray(value)) return value.map(written).join("");
  return String(value).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
