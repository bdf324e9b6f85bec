// Words of no language: English with strange letters, in brackets that show where a message begins and ends, and longer by two fifths, as
// translations are. What stands on a page in plain letters is then no message, and what lacks a bracket was cut.

/** @typedef {import("../../../extension/shared/words.js").Messages} Messages */

const LETTERS = "aáeéiíoóuúnñcçyýAÁEÉIÍOÓUÚNÑCÇsşSŞgğGĞlłrřRŘtţTŢdđDĐbƀpṗPṖhħHĦmṁMṀfƒFƑkķKĶvṽVṼwŵWŴxẋjĵJĴqɋzžZŽLŁBƁ";
const MORE = "ōñē ţŵō ţħřēē ƒōūř ƒīṽē şīẋ şēṽēñ ēīğħţ ñīñē ţēñ";
/** Not for readers: they say how the others are to be read. */
const NOT_WORDS = ["language_tag", "language_direction"];

export const [OPEN, CLOSE] = ["⟦", "⟧"];

/** @param {string} text @returns {string} values, fields in braces and addresses as they are */
function strange(text) {
  return text.replace(/\$\d|\{\w+\}|https?:\S*|[a-zA-Z]/g, (part) => {
    const place = part.length === 1 ? LETTERS.indexOf(part) : -1;
    return place >= 0 ? (LETTERS[place + 1] ?? part) : part;
  });
}

/** @param {Messages} messages @returns {Messages} */
export function pseudo(messages) {
  return Object.fromEntries(
    Object.entries(messages).map(([key, { message }]) => {
      if (NOT_WORDS.includes(key)) return [key, { message }];
      const more = MORE.repeat(8)
        .slice(0, Math.ceil(message.length * 0.4))
        .trim();
      return [key, { message: `${OPEN}${strange(message)} ${more}${CLOSE}` }];
    }),
  );
}

/**
 * What is wrong with the words under a root. Runs in a page.
 * @param {Document | ShadowRoot | null} given null: of the page @param {{ data: string, oneLine: string }} exceptions selectors: data: what is
 * no words of ours; oneLine: what is cut with dots, because it stands whole elsewhere
 * @returns {string[]}
 */
export function faultsOf(given, { data, oneLine }) {
  const root = given ?? document;
  /** @type {string[]} */
  const faults = [];
  const short = (/** @type {string} */ text) => text.trim().replace(/\s+/g, " ").slice(0, 60);
  /** @param {string} text @param {string} where */
  const judge = (text, where) => {
    let depth = 0;
    let outside = "";
    for (const sign of text) {
      if (sign === "⟦") depth += 1;
      else if (sign === "⟧") depth -= 1;
      else if (depth === 0) outside += sign;
      if (depth < 0) break;
    }
    if (depth !== 0) faults.push(`cut in ${where}: ${short(text)}`);
    else if (/[A-Za-z]{2}/.test(outside)) faults.push(`not a message, in ${where}: ${short(text)}`);
  };
  const shown = (/** @type {Element} */ element) => element.checkVisibility({ visibilityProperty: true });
  for (const element of root.querySelectorAll("*")) {
    if (element.closest("style, script, noscript, template, head") || !shown(element) || element.closest(data)) continue;
    const name = `${element.localName}${element.id ? `#${element.id}` : ""}${element.classList.length > 0 ? `.${element.classList[0]}` : ""}`;
    for (const attribute of ["aria-label", "title", "placeholder", "alt"])
      judge(element.getAttribute(attribute) ?? "", `${name}[${attribute}]`);
    const own = [...element.childNodes].flatMap((node) => (node instanceof Text ? [node.data] : []));
    if (!/textarea|select/.test(element.localName)) for (const text of own) judge(text, name);
    if (own.join("").trim() === "" || !(element instanceof HTMLElement) || element.closest("svg, textarea, option")) continue;
    const box = element.getBoundingClientRect();
    if (box.right > innerWidth + 1 || box.left < -1) faults.push(`beyond the edge: ${name}: ${short(element.textContent ?? "")}`);
    for (let around = /** @type {Element | null} */ (element); around; around = around.parentElement) {
      if (around.matches(oneLine) || around.clientWidth <= 1) continue;
      if (around.scrollWidth > around.clientWidth + 1) {
        faults.push(`wider than ${around.localName}.${around.className}: ${name}: ${short(element.textContent ?? "")}`);
        break;
      }
    }
  }
  return [...new Set(faults)];
}
