// Judges the example of evidence cards anew, for the day when rules or model say something else of its two posts. What the page showed,
// the cards' names, times and pictures stay; reports, annotations and the manifest are made again. `cargo xtask renew-example` runs it.

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { exportCards } from "../../extension/panel/export.js";
import { makeCard } from "../../extension/shared/card.js";
import { wordsFrom } from "../../extension/shared/words.js";
import messages from "../../extension/_locales/en/messages.json" with { type: "json" };

/** @typedef {import("../../extension/shared/card.js").Card} Card */

const [program = "target/debug/firebreak"] = process.argv.slice(2);
const folder = new URL("./", import.meta.url);
const { exported, cards } = /** @type {{ exported: string, cards: Card[] }} */ (
  JSON.parse(readFileSync(new URL("example.jsonld", folder), "utf8"))
);

/** @param {Card} card @returns {import("../../extension/engine/firebreak.js").Report} */
function judged({ thread, post }) {
  if (thread.length > 0) throw new Error("`firebreak score` judges a post alone, and this card was judged in a thread");
  const line = execFileSync(program, ["score"], { input: JSON.stringify({ id: null, text: post.text }), encoding: "utf8" });
  const { id: _, ...report } = JSON.parse(line);
  return report;
}

const renewed = await Promise.all(
  cards.map(async (card) => {
    const made = await makeCard(card, judged(card), card.screenshot);
    return /** @type {Card} */ (JSON.parse(JSON.stringify(made).replaceAll(made.id, card.id)));
  }),
);
const [file, manifest] = await exportCards(renewed, { format: "jsonld", words: wordsFrom(messages), look: "", now: new Date(exported) });
const listed = JSON.parse(new TextDecoder().decode(manifest.bytes));
listed.files[0].name = "example.jsonld";
writeFileSync(new URL("example.jsonld", folder), file.bytes);
writeFileSync(new URL("example.manifest.json", folder), `${JSON.stringify(listed, null, 2)}\n`);
console.log(`${fileURLToPath(folder)}: ${renewed.length} cards judged anew`);
