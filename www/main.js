// The page where anyone can paste a text and see the same report as in the extension: by the rules at once, by the language model a moment
// later. It asks for its own files, the model's when the first text is to be read, and for nothing else; what is typed stays in the page.

import init, { Engine } from "./engine/firebreak.js";
import * as edge from "./engine/reader.js";
import { isJudged, showAll } from "../extension/shared/choose.js";
import { element } from "../extension/shared/element.js";
import { Models } from "../extension/shared/models.js";
import { renderCard } from "../extension/shared/view.js";
import { directionOf, keyOf, wordsFrom } from "../extension/shared/words.js";
import examples from "../extension/shared/examples.json" with { type: "json" };
import { marked } from "./marked.js";

/** @typedef {import("../extension/engine/firebreak.js").Report} Report */

/** Languages that there are words in; the first is taken where the reader's browser asks for none of them. */
const LANGUAGES = ["en", "de", "fr", "es", "ar"];

const input = /** @type {HTMLTextAreaElement} */ (byId("text"));
const answer = byId("answer");

followTheme();
const words = wordsFrom(await messages());
const setting = { document, words, direction: directionOf(words) };
speak();
await init({ module_or_path: fetch(new URL("engine/firebreak_bg.wasm", import.meta.url)) });
const engine = new Engine();
const models = new Models(edge, (file) => fetch(new URL("engine/" + file, import.meta.url)));
const { engine: version, rules } = engine.about();
byId("versions").textContent = words("card_versions", version, rules);
byId("state").textContent = words("www_ready");

input.addEventListener("input", () => show(input.value));
addExamples("categories", "category", examples.categories);
addExamples("stances", "stance", examples.stances);
try_(examples.categories[0]?.text ?? "");

/** @param {string} text */
async function show(text) {
  const [first] = engine.judgeMany([text]);
  if (!first) return;
  draw(text, first.report);
  if (!first.pending) return;
  const reading = await models.read(engine, text);
  if (input.value !== text) return; // An answer to older words comes too late.
  if (reading) draw(text, engine.judgeRead(text, reading));
  if (models.state.state === "failed") byId("state").textContent = words("popup_models_failed", models.state.fault);
}

/** @param {string} text @param {Report} report */
function draw(text, report) {
  const shown = showAll(report);
  const card = shown ? renderCard(setting, shown, text) : null;
  card?.querySelector("details")?.setAttribute("open", "");
  card?.setAttribute("role", "group");
  answer.replaceChildren(
    element(document, "p", { class: "read", dir: "auto" }, ...marked(document, text, report)),
    card ?? element(document, "p", { class: "nothing" }, nothing(text, report)),
  );
}

/** Why there is no label. @param {string} text @param {Report} report */
function nothing(text, report) {
  if (text.trim() === "") return words("www_empty");
  if (!isJudged(report)) return words("nothing_language");
  if (report.stance === "asserts") return words("nothing_found");
  return words("nothing_stance", words(keyOf("stance", report.stance)));
}

/** The words of the first language that the reader's browser asks for and that there are words in. */
async function messages() {
  const wanted = navigator.languages.map((tag) => tag.split("-")[0] ?? "");
  const language = wanted.find((tag) => LANGUAGES.includes(tag)) ?? LANGUAGES[0];
  const file = await fetch(new URL(`_locales/${language}/messages.json`, import.meta.url));
  return /** @type {Promise<import("../extension/shared/words.js").Messages>} */ (file.json());
}

/** Puts its words into the page. */
function speak() {
  document.documentElement.lang = words("language_tag");
  document.documentElement.dir = setting.direction;
  document.title = words("www_title");
  for (const place of document.querySelectorAll("[data-words]")) {
    place.textContent = words(/** @type {HTMLElement} */ (place).dataset.words ?? "");
  }
}

/** @param {string} list @param {string} kind @param {{ id: string, text: string }[]} some */
function addExamples(list, kind, some) {
  for (const { id, text } of some) {
    const button = element(document, "button", { type: "button", class: "example" }, words(keyOf(kind, id)));
    button.addEventListener("click", () => try_(text));
    byId(list).append(button);
  }
}

/** @param {string} text */
function try_(text) {
  input.value = text;
  show(text);
}

function followTheme() {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const follow = () => (document.body.dataset.theme = dark.matches ? "dark" : "light");
  dark.addEventListener("change", follow);
  follow();
}

/** @param {string} id @returns {HTMLElement} */
function byId(id) {
  const found = document.getElementById(id);
  if (!found) throw new Error(`no #${id} in the page`);
  return found;
}
