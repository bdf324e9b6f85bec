// An evidence card: one post as a page showed it, with the report on it, in the form of docs/evidence.md. Pure but for the hash and the
// random name.

import { hashOfBytes, hashOfText } from "./hash.js";

/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {import("../engine/firebreak.js").Label} Label */
/** @typedef {{ replies: number | null, reposts: number | null, likes: number | null, views: number | null }} Counts */
/**
 * @typedef {{
 *   platform: string, permalink: string | null, author: string | null, handle: string | null, time: string | null, text: string,
 *   partial: boolean, quoted: boolean, reply: boolean, repost: boolean, language: string | null, counts: Counts, media: string[],
 * }} ShownPost what the page shows of a post
 */
/** What a card is made of, but for the report. @typedef {{ captured: string, page: { url: string, title: string }, post: ShownPost, thread: string[] }} Draft */
/** @typedef {{ mediaType: "image/png", taken: string, sha256: string, data: string }} Screenshot */
/** @typedef {ReturnType<typeof annotate>} Annotation */
/**
 * @typedef {{
 *   id: string, type: "EvidenceCard", captured: string, page: { url: string, title: string }, post: ShownPost & { sha256: string },
 *   thread: string[], report: Report, annotations: Annotation[], screenshot: Screenshot | null,
 * }} Card
 */

/** Characters of a quotation's surroundings, on each side. */
const AROUND = 32;

/**
 * @param {Draft} draft @param {Report} report on the draft's text
 * @param {Screenshot | null} [screenshot]
 * @returns {Promise<Card>}
 */
export async function makeCard(draft, report, screenshot = null) {
  const { captured, page, post, thread } = wellFormed(draft);
  const id = `urn:uuid:${crypto.randomUUID()}`;
  const { platform, permalink, author, handle, time, text, partial, quoted, reply, repost, language, counts, media } = post;
  return {
    id,
    type: "EvidenceCard",
    captured,
    page: { url: page.url, title: page.title },
    post: {
      ...{ platform, permalink, author, handle, time, text },
      sha256: await hashOfText(text),
      ...{ partial, quoted, reply, repost, language, counts, media },
    },
    thread,
    report,
    annotations: report.labels.map((label) => annotate(id, captured, permalink ?? page.url, text, report, label)),
    screenshot,
  };
}

/**
 * Half a pair of UTF-16 has no UTF-8, and readers of JSON refuse it; what stands for it is as long, so that spans still fit.
 * @template T
 * @param {T} value plain data
 * @returns {T}
 */
function wellFormed(value) {
  const mended = (/** @type {string} */ _, /** @type {unknown} */ one) =>
    typeof one === "string" ? one.replace(/\p{Surrogate}/gu, "\ufffd") : one;
  return JSON.parse(JSON.stringify(value), mended);
}

/** @param {string} id @param {string} created @param {string} source @param {string} text @param {Report} report @param {Label} label */
function annotate(id, created, source, text, { engine, rules }, label) {
  const target = label.spans.map(({ start, end }) => ({ ...at(source), selector: selectors(text, start, end) }));
  return {
    id: `${id}#${label.id}`,
    type: /** @type {const} */ ("Annotation"),
    motivation: /** @type {const} */ ("classifying"),
    created,
    generator: { type: /** @type {const} */ ("Software"), name: `Firebreak ${engine}, rules ${rules}` },
    body: [textual("classifying", label.id), textual("describing", label.reason)],
    target: target.length > 0 ? target : [at(source)],
  };
}

/** @param {"classifying" | "describing"} purpose @param {string} value */
function textual(purpose, value) {
  return { type: /** @type {const} */ ("TextualBody"), purpose, value };
}

/** @param {string} source */
function at(source) {
  return { type: /** @type {const} */ ("SpecificResource"), source };
}

/**
 * Where words stand, counted in characters: the engine counts UTF-16 units, the W3C's selectors do not.
 * @param {string} text @param {number} start @param {number} end in UTF-16 units
 */
export function selectors(text, start, end) {
  const before = [...text.slice(0, start)];
  const exact = text.slice(start, end);
  const after = [...text.slice(end, end + 2 * AROUND + 1)];
  const quote = { exact, prefix: before.slice(-AROUND).join(""), suffix: after.slice(0, AROUND).join("") };
  const position = { start: before.length, end: before.length + [...exact].length };
  return [
    { type: /** @type {const} */ ("TextQuoteSelector"), ...quote },
    { type: /** @type {const} */ ("TextPositionSelector"), ...position },
  ];
}

/** @param {Uint8Array<ArrayBuffer>} png @param {Date} taken @returns {Promise<Screenshot>} */
export async function screenshotOf(png, taken) {
  // In pieces: a call with as many arguments as a picture has bytes is refused.
  let binary = "";
  for (let from = 0; from < png.length; from += 8192) binary += String.fromCharCode(...png.subarray(from, from + 8192));
  const sha256 = await hashOfBytes(png);
  return { mediaType: "image/png", taken: taken.toISOString(), sha256, data: `data:image/png;base64,${btoa(binary)}` };
}
