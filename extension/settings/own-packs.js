// Rule packs of the reader's own. The engine tries each before it is added, and again whenever the page opens: what it says is shown.

import { element, focusUnlessGone } from "../shared/element.js";
import { changePacks, PACK_BOUNDS, packTooMuch, withoutPack, withPack } from "../shared/packs.js";
import { askBackground } from "../shared/protocol.js";
import { count, keyOf, list as inList } from "../shared/words.js";
import { button, download, filePicker, fill, paragraph, section, toggle } from "./parts.js";

/** @typedef {import("../shared/packs.js").Pack} Pack */
/** @typedef {import("../engine/firebreak.js").Trial} Trial */

/** @param {import("./parts.js").Page} page @returns {import("./parts.js").Part} */
export function ownPacks({ setting, state, act }) {
  const { document, words } = setting;
  /** @type {Map<string, Trial>} by name and text */
  const trials = new Map();
  const name = element(document, "input", { type: "text", id: "pack-name", maxlength: PACK_BOUNDS.name, dir: "auto", autocomplete: "off" });
  const text = element(document, "textarea", { id: "pack-text", rows: 8, dir: "ltr", spellcheck: "false" });
  const answer = element(document, "div", { role: "status", id: "pack-answer" });
  const form = element(
    document,
    "form",
    { class: "stack" },
    element(document, "label", {}, words("settings_pack_name"), name),
    element(document, "label", {}, words("settings_pack_text"), text),
    answer,
    element(
      document,
      "div",
      { class: "line" },
      element(document, "button", { type: "submit", class: "plain", id: "pack-add" }, words("settings_pack_add")),
      button(setting, "pack-try", words("settings_pack_try"), () => tryOut()),
      filePicker(setting, "pack-file", words("settings_pick"), ".toml,text/plain", async (file) => {
        name.value = file.name.slice(0, PACK_BOUNDS.name);
        text.value = await file.text();
        await tryOut();
      }),
    ),
  );
  const adder = element(document, "details", { id: "pack-form" }, element(document, "summary", {}, words("settings_pack_form")), form);
  const list = element(document, "ul", { class: "entries" });
  const about = paragraph(setting, words("settings_packs_about"));
  const made = section(setting, "packs", words("settings_packs"), about, list, adder);

  /** @returns {Pack} */
  const typed = () => ({ name: name.value.trim() || words("settings_pack_unnamed"), text: text.value, on: true });

  /** @returns {Promise<boolean>} whether it can be added */
  async function tryOut() {
    const pack = typed();
    const bound = packTooMuch(state().packs, pack);
    if (bound) {
      answer.replaceChildren(paragraph(setting, words(keyOf("bound", bound)), "problem"));
      return false;
    }
    try {
      const trial = await trialOf(pack);
      answer.replaceChildren(...outcome(trial));
      return trial.fault === null;
    } catch (error) {
      answer.replaceChildren(
        paragraph(setting, words("popup_engine_failed", error instanceof Error ? error.message : String(error)), "problem"),
      );
      return false;
    }
  }

  /** @param {Pack} pack @returns {Promise<Trial>} */
  async function trialOf(pack) {
    const key = JSON.stringify([pack.name, pack.text]);
    const trial = trials.get(key) ?? (await askBackground("settings-to-background/try-pack", { file: pack.name, text: pack.text }));
    trials.set(key, trial);
    return trial;
  }

  /** What the engine says of a pack: its fault, or each of its examples. @param {Trial} trial @returns {Node[]} */
  function outcome({ fault, rules, examples }) {
    if (fault !== null) return [element(document, "p", { class: "problem fault", dir: "ltr", lang: "en" }, fault)];
    const sum = inList(words, [count(words, "settings_pack_rules", rules), count(words, "settings_pack_examples", examples.length)]);
    const failed = examples.filter(({ passed }) => !passed);
    const said = failed.length === 0 ? words("settings_pack_sound", sum) : words("settings_pack_fails", sum, failed.length);
    // Those that fail come first: they are what there is to mend.
    const all = [...failed, ...examples.filter(({ passed }) => passed)].map(example);
    const details = element(document, "details", { class: "examples", open: failed.length > 0 });
    details.append(element(document, "summary", {}, words("settings_pack_examples_all")), element(document, "ul", {}, ...all));
    return [paragraph(setting, said, failed.length === 0 ? "small" : "problem"), ...(examples.length > 0 ? [details] : [])];
  }

  /** @param {import("../engine/firebreak.js").Tried} tried */
  function example({ rule, line, example: text, should_match: should, passed }) {
    const key = passed
      ? should
        ? "settings_pack_spoke"
        : "settings_pack_silent"
      : should
        ? "settings_pack_missed"
        : "settings_pack_wrong";
    return element(
      document,
      "li",
      { class: passed ? null : "problem" },
      element(document, "span", { class: "small" }, words(key, rule, line)),
      element(document, "q", { dir: "auto" }, text),
    );
  }

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (text.value.trim() === "") return text.focus();
    if (!(await tryOut())) return focusUnlessGone(form, text);
    const pack = typed();
    const added = await act(() => changePacks((packs) => withPack(packs, pack)), words("settings_pack_added", pack.name));
    if (!added) return;
    name.value = "";
    text.value = "";
  });

  /** @param {Pack} pack @param {number} place */
  function entry(pack, place) {
    const told = element(document, "div", { class: "told" });
    trialOf(pack).then(
      (trial) => told.replaceChildren(...outcome(trial)),
      (error) => told.replaceChildren(paragraph(setting, words("popup_engine_failed", String(error)), "problem")),
    );
    const onOff = (/** @type {boolean} */ on) => act(() => changePacks((packs) => withPack(packs, { ...pack, on })));
    const remove = () => act(() => changePacks((packs) => withoutPack(packs, pack.name)), words("settings_removed", pack.name));
    const state = words(pack.on ? "settings_on" : "settings_off");
    return element(
      document,
      "li",
      {},
      element(document, "span", { class: "grow" }, element(document, "bdi", { class: "name" }, pack.name), told),
      button(
        setting,
        `pack-export-${place}`,
        words("settings_export"),
        () => download(setting, pack.name.endsWith(".toml") ? pack.name : `${pack.name}.toml`, pack.text, "application/toml"),
        words("settings_export_one", pack.name),
      ),
      button(setting, `pack-remove-${place}`, words("settings_remove"), remove, words("settings_remove_one", pack.name)),
      toggle(setting, `pack-on-${place}`, state, pack.on, onOff, words("settings_pack_on", pack.name)),
    );
  }

  return { element: made, uses: ({ packs }) => packs, refresh: ({ packs }) => fill(list, packs.map(entry)) };
}
