// The page where anyone can paste a text and see the same report as in the extension: by the rules at once, by the language model a moment
// later. It asks for its own files, the model's when the first text is to be read, and for nothing else; what is typed stays in the page.

import init, { Engine } from "./engine/firebreak.js";
import * as edge from "./engine/reader.js";
import messages from "../extension/_locales/en/messages.json" with { type: "json" };
import { isJudged, showAll } from "../extension/shared/choose.js";
import { element } from "../extension/shared/element.js";
import { Models } from "../extension/shared/models.js";
import { renderCard } from "../extension/shared/view.js";
import { keyOf, wordsFrom } from "../extension/shared/words.js";
import examples from "../extension/shared/examples.json" with { type: "json" };
import { marked } from "./marked.js";

/** @typedef {import("../extension/engine/firebreak.js").Report} Report */

const words = wordsFrom(messages);
const setting = { document, words, direction: /** @type {const} */ ("ltr") };

const input = /** @type {HTMLTextAreaElement} */ (byId("text"));
const answer = byId("answer");

followTheme();
await init({ module_or_path: fetch(new URL("engine/firebreak_bg.wasm", import.meta.url)) });
const engine = new Engine();
const models = new Models(edge, (file) => fetch(new URL("engine/" + file, import.meta.url)));
const { engine: version, rules } = engine.about();
byId("versions").textContent = words("card_versions", version, rules);
byId("state").textContent = "Judged as you type.";

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
  if (text.trim() === "") return "Nothing to read yet.";
  if (!isJudged(report)) return "Not judged: this language is not supported. No label does not mean that all is well.";
  if (report.stance === "asserts") return "No label: nothing here matches what Firebreak looks for.";
  return `No label. ${words(keyOf("stance", report.stance))}.`;
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
