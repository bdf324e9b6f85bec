// A report as a label and as a card. Made of elements and text only, so that it is the same in a page's shadow root, in the popup and
// on the web page; the look is view.css and card.css, and who opens what is the business of whoever asks.

import { drawing, element } from "./element.js";
import { CHEVRON, CROSS, shapeOf } from "./icons.js";
import { keyOf, list, quoted } from "./words.js";

/** @typedef {import("./choose.js").Shown} Shown */
/** @typedef {import("./choose.js").ShownLabel} Label */
/** @typedef {import("../engine/firebreak.js").Span} Span */
/** @typedef {import("./words.js").Words} Words */
/** @typedef {{ document: Document, words: Words, direction: "ltr" | "rtl" }} Setting */
/**
 * onClose: without it there is no button to close; onPoint: the reader points at a reason, or at none; onFind: wants to see words in the
 * post. Without the last two there is no post to show them in.
 * @typedef {{
 *   partial?: boolean, quoted?: boolean, onClose?: () => void, onPoint?: (spans: Span[]) => void, onFind?: (span: Span) => void, actions?: Node[],
 * }} CardOptions
 */

/** The language in which rules give their reasons. The rest of a card is in the reader's. */
const RULES = "en";
/** Longer words are cut in the card; the post itself shows them whole. */
const LONGEST_QUOTE = 200;

/**
 * The one line beside a post.
 * @param {Setting} setting @param {Shown} shown @param {{ quoted?: boolean }} [options] quoted: the post is one that another post shows
 * @returns {HTMLButtonElement}
 */
export function renderLabel({ document, words, direction }, { level, labels }, { quoted = false } = {}) {
  const [first, ...others] = /** @type {[Label, ...Label[]]} */ (labels);
  const category = words(keyOf("category", first.id));
  return element(
    document,
    "button",
    { type: "button", class: "label", "data-level": level, dir: direction, "aria-expanded": "false" },
    drawing(document, shapeOf(level), { class: "icon" }),
    element(document, "span", { class: "level" }, words(keyOf("level", level))),
    element(document, "span", { class: "what" }, category),
    others.length > 0 ? element(document, "span", { class: "more" }, words("label_more", others.length)) : null,
    quoted ? element(document, "span", { class: "more" }, words("label_quoted")) : null,
    drawing(document, CHEVRON, { class: "chevron" }),
  );
}

/**
 * Everything behind a label, in the order in which it should be read.
 * @param {Setting} setting @param {Shown} shown @param {string} text the text that was judged
 * @param {CardOptions} [options]
 * @returns {HTMLElement}
 */
export function renderCard(setting, shown, text, { partial = false, quoted = false, onClose, onPoint, onFind, actions = [] } = {}) {
  const { document, words, direction } = setting;
  const { report } = shown;
  const heading = list(
    words,
    shown.labels.map((label) => words(keyOf("category", label.id))),
  );
  return element(
    document,
    "section",
    { class: "card", "data-level": shown.level, dir: direction, role: "dialog", tabindex: -1, "aria-label": words("card_title", heading) },
    onClose ? closeButton(setting, onClose) : null,
    ...shown.labels.map((label) => renderPart(setting, label, text, { onPoint, onFind })),
    element(
      document,
      "footer",
      { class: "foot" },
      actions.length > 0 ? element(document, "div", { class: "actions" }, ...actions) : null,
      element(document, "p", { class: "limits" }, words("card_limits")),
      quoted ? element(document, "p", { class: "limits" }, words("card_quoted")) : null,
      partial || report.truncated ? element(document, "p", { class: "limits" }, words("card_partial")) : null,
      element(document, "p", { class: "versions" }, words("card_versions", report.engine, report.rules)),
    ),
  );
}

/** @param {Setting} setting @param {import("./choose.js").ShownLabel} label @param {string} text @param {Pick<CardOptions, "onPoint" | "onFind">} on */
function renderPart(setting, label, text, { onPoint, onFind }) {
  const { document, words } = setting;
  // A word of the reader's own is there or not: nobody's stance was judged and nothing adds up.
  const reason = label.terms ? words("card_watched", quoted(words, label.terms)) : label.reason;
  const part = element(
    document,
    "article",
    { class: "part", "data-level": label.level },
    element(
      document,
      "header",
      { class: "head" },
      drawing(document, shapeOf(label.level), { class: "icon" }),
      element(document, "span", { class: "level" }, words(keyOf("level", label.level))),
      element(document, "span", { class: "confidence" }, words(keyOf("confidence", label.confidence))),
    ),
    element(document, "h3", { class: "category" }, words(keyOf("category", label.id))),
    element(document, "p", { class: "reason", dir: "auto", lang: label.terms ? null : RULES }, reason),
    label.crisis ? element(document, "p", { class: "raised", dir: "auto" }, words("card_raised", label.crisis)) : null,
    renderQuotes(setting, label, text, onFind),
    label.terms ? null : renderFacts(setting, label),
    label.terms ? null : renderSum(setting, label),
  );
  if (onPoint) {
    for (const type of ["pointerenter", "focusin"]) part.addEventListener(type, () => onPoint(label.spans));
    for (const type of ["pointerleave", "focusout"]) part.addEventListener(type, () => onPoint([]));
  }
  return part;
}

/** @param {Setting} setting @param {Label} label */
function renderFacts({ document, words }, label) {
  return element(
    document,
    "dl",
    { class: "facts" },
    element(document, "dt", {}, words("card_stance")),
    element(document, "dd", {}, words(keyOf("stance", label.stance))),
    element(document, "dt", {}, words("card_wrong")),
    element(document, "dd", { dir: "auto", lang: RULES }, label.wrong),
  );
}

/**
 * The exact words, as they stand in the post: buttons where there is a post to find them in.
 * @param {Setting} setting @param {Label} label @param {string} text @param {CardOptions["onFind"]} onFind
 */
function renderQuotes({ document, words }, label, text, onFind) {
  const quotes = quotesOf(text, label.spans);
  if (quotes.length === 0) return null;
  const items = quotes.map(({ words: said, span }) => {
    const quote = element(document, "q", { dir: "auto" }, said);
    if (!onFind) return element(document, "li", {}, quote);
    const button = element(document, "button", { type: "button", class: "quote", title: words("card_find") }, quote);
    button.addEventListener("click", (event) => {
      if (event.isTrusted) onFind(span);
    });
    return element(document, "li", {}, button);
  });
  return element(document, "ul", { class: "quotes", "aria-label": words("card_words") }, ...items);
}

/**
 * @param {string} text @param {Span[]} spans
 * @returns {{ words: string, span: Span }[]} each wording once, where it first stands, in the order of the text
 */
export function quotesOf(text, spans) {
  const inOrder = [...spans].sort((one, other) => one.start - other.start);
  /** @type {Map<string, Span>} */
  const first = new Map();
  for (const span of inOrder) {
    const said = text.slice(span.start, span.end).replace(/\s+/g, " ").trim();
    if (said !== "" && !first.has(said)) first.set(said, span);
  }
  return [...first].map(([said, span]) => ({
    words: said.length > LONGEST_QUOTE ? `${said.slice(0, LONGEST_QUOTE).trimEnd()}…` : said,
    span,
  }));
}

/** @param {Setting} setting @param {Label} label */
function renderSum({ document, words }, label) {
  const total = label.sum.reduce((sum, { points }) => sum + points, 0);
  const language = words("language_tag");
  /** @param {string} name @param {number} points @param {{ class?: string, lang?: string }} [how] */
  const row = (name, points, how = { lang: RULES }) =>
    element(
      document,
      "tr",
      { class: how.class },
      element(document, "th", { scope: "row", dir: "auto", lang: how.lang }, name),
      element(document, "td", {}, element(document, "bdi", {}, signed(points, language))),
    );
  return element(
    document,
    "details",
    { class: "sum" },
    element(document, "summary", {}, drawing(document, CHEVRON, { class: "chevron" }), element(document, "span", {}, words("card_sum"))),
    element(
      document,
      "table",
      {},
      element(
        document,
        "tbody",
        {},
        ...label.sum.map(({ part, points }) => row(part, points)),
        row(words("card_total"), total, { class: "total" }),
      ),
    ),
  );
}

/** @param {Setting} setting @param {() => void} onClose */
export function closeButton({ document, words }, onClose) {
  const button = element(
    document,
    "button",
    { type: "button", class: "close", "aria-label": words("card_close") },
    drawing(document, CROSS, { class: "icon" }),
  );
  button.addEventListener("click", (event) => {
    if (event.isTrusted) onClose();
  });
  return button;
}

/** @param {number} points @param {string} language @returns {string} */
function signed(points, language) {
  const sign = points < 0 ? "−" : points > 0 ? "+" : "";
  return sign + Math.abs(points).toLocaleString(language);
}
