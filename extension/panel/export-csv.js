// Cards as a table for spreadsheets (RFC 4180). A cell that a spreadsheet would take for a formula gets an apostrophe in front, so that
// no post can run anything on the desk of whoever opens it; the hash beside it is still that of the text as posted.

/** @typedef {import("../shared/card.js").Card} Card */

/** Also behind blanks, and in their wide forms: some programs skip the former and read the latter. */
const FORMULA = /^[\s\u00a0\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20|%]|^[\t\r\n]/u;

/** @type {[string, (card: Card) => string | number | boolean | null][]} */
const COLUMNS = [
  ["id", ({ id }) => id],
  ["captured", ({ captured }) => captured],
  ["platform", ({ post }) => post.platform],
  ["permalink", ({ post }) => post.permalink],
  ["author", ({ post }) => post.author],
  ["handle", ({ post }) => post.handle],
  ["time", ({ post }) => post.time],
  ["level", ({ report }) => report.level],
  ["categories", ({ report }) => report.labels.map(({ id }) => id).join(" ")],
  ["stance", ({ report }) => report.stance],
  ["confidence", ({ report }) => report.labels.map(({ confidence }) => confidence).join("; ")],
  ["reasons", ({ report }) => report.labels.map(({ reason }) => reason).join(" ")],
  [
    "words",
    ({ post, report }) => report.labels.flatMap(({ spans }) => spans.map(({ start, end }) => post.text.slice(start, end))).join(" … "),
  ],
  ["text", ({ post }) => post.text],
  ["sha256", ({ post }) => post.sha256],
  ["partial", ({ post }) => post.partial],
  ["quoted", ({ post }) => post.quoted],
  ["reply", ({ post }) => post.reply],
  ["repost", ({ post }) => post.repost],
  ["language", ({ post }) => post.language],
  ["replies", ({ post }) => post.counts.replies],
  ["reposts", ({ post }) => post.counts.reposts],
  ["likes", ({ post }) => post.counts.likes],
  ["views", ({ post }) => post.counts.views],
  ["media", ({ post }) => post.media.join("; ")],
  ["thread", ({ thread }) => thread.join(" ")],
  ["page_url", ({ page }) => page.url],
  ["page_title", ({ page }) => page.title],
  ["screenshot_sha256", ({ screenshot }) => screenshot?.sha256 ?? null],
  ["engine", ({ report }) => report.engine],
  ["rules", ({ report }) => report.rules],
  ["reader", ({ report }) => report.reader ?? null],
];

/** @param {Card[]} cards @param {{ bom?: boolean }} [options] bom: some spreadsheets take the file for another encoding without it */
export function toCsv(cards, { bom = false } = {}) {
  const lines = [COLUMNS.map(([name]) => name), ...cards.map((card) => COLUMNS.map(([, value]) => cell(value(card))))];
  return `${bom ? "\ufeff" : ""}${lines.map((cells) => cells.join(",")).join("\r\n")}\r\n`;
}

/** @param {string | number | boolean | null} value */
export function cell(value) {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
