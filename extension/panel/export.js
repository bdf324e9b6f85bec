// Cards as files: the export in the form asked for, and its manifest of hashes. docs/evidence.md says what the files are.

import { hashOfBytes, hashOfData } from "../shared/hash.js";
import { toCsv } from "./export-csv.js";
import { toHtml } from "./export-html.js";
import { toMarkdown } from "./export-markdown.js";

/** @typedef {import("../shared/card.js").Card} Card */
/** @typedef {import("../shared/words.js").Words} Words */
/** @typedef {"jsonld" | "csv" | "markdown" | "html"} Format */
/** @typedef {{ name: string, type: string, bytes: Uint8Array<ArrayBuffer> }} File */
/** look: the style sheet of HTML files. @typedef {{ format: Format, words: Words, look: string, direction?: "ltr" | "rtl", now: Date, bom?: boolean }} Options */

const CONTEXT = [
  "http://www.w3.org/ns/anno.jsonld",
  {
    "@version": 1.1,
    "@vocab": "https://firebreak.invalid/ns#",
    report: { "@id": "https://firebreak.invalid/ns#report", "@type": "@json" },
  },
];

/** @type {Record<Format, { ending: string, type: string, write: (cards: Card[], exported: string, options: Options) => string }>} */
const FORMATS = {
  jsonld: { ending: "jsonld", type: "application/ld+json", write: toJsonLd },
  csv: { ending: "csv", type: "text/csv", write: (cards, _, options) => toCsv(cards, options) },
  markdown: { ending: "md", type: "text/markdown", write: (cards, exported, options) => toMarkdown(cards, { ...options, exported }) },
  html: { ending: "html", type: "text/html", write: (cards, exported, options) => toHtml(cards, { ...options, exported }) },
};

export const FORMAT_NAMES = /** @type {Format[]} */ (Object.keys(FORMATS));

/** @param {Card[]} cards @param {string} exported */
export function toJsonLd(cards, exported) {
  const file = { "@context": CONTEXT, type: "EvidenceFile", version: "firebreak-evidence/1", exported, cards };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** @param {Card[]} cards @param {Options} options @returns {Promise<[File, File]>} the export and its manifest */
export async function exportCards(cards, options) {
  const { ending, type, write } = FORMATS[options.format];
  const exported = options.now.toISOString();
  const base = `firebreak-${exported.slice(0, 19).replace(/[-:]/g, "").replace("T", "-")}`;
  const bytes = new TextEncoder().encode(write(cards, exported, options));
  const name = `${base}.${ending}`;
  const manifest = {
    version: "firebreak-manifest/1",
    exported,
    files: [{ name, bytes: bytes.length, sha256: await hashOfBytes(bytes) }],
    cards: await Promise.all(cards.map(async (card) => ({ id: card.id, sha256: await hashOfData(card), text: card.post.sha256 }))),
  };
  const listed = new TextEncoder().encode(`${JSON.stringify(manifest, null, 2)}\n`);
  return [
    { name, type, bytes },
    { name: `${base}.manifest.json`, type: "application/json", bytes: listed },
  ];
}
