// One post of the list, whole: its words, its labels' cards, the facts, and what can be done with it.

import { element } from "../shared/element.js";
import { renderCard } from "../shared/view.js";
import { keyOf } from "../shared/words.js";
import { button } from "./controls.js";
import { reachOf } from "./facts-of.js";
import { linksFor, renderLinks } from "../shared/links.js";

/** @typedef {import("./model.js").Listed} Listed */
/** @typedef {import("../shared/view.js").Setting} Setting */
/** @typedef {{ jump: (one: Listed) => void, save: (one: Listed, picture: boolean) => Promise<string> }} PostActions save answers with words on how it went */

export class PostDialog {
  #setting;
  #actions;

  /** @param {Setting} setting @param {PostActions} actions */
  constructor(setting, actions) {
    this.#setting = setting;
    this.#actions = actions;
    this.node = element(setting.document, "dialog", { class: "post-dialog", "aria-label": setting.words("panel_post") });
    this.node.addEventListener("click", (event) => {
      if (event.target === this.node) this.node.close(); // Its own area is covered by what is in it, so this is beside it.
    });
  }

  /** @param {Listed} one @param {import("../shared/links.js").Link[]} links */
  open(one, links) {
    const { document, words } = this.#setting;
    const { row, shown } = one;
    const close = button(document, words("card_close"), () => this.node.close(), { class: "plain", id: "close-post" });
    const body = element(
      document,
      "div",
      { class: "dialog-body" },
      element(document, "p", { class: "whole", dir: "auto" }, row.text),
      this.#facts(one),
      this.#buttons(one, close),
      shown
        ? renderCard(this.#setting, shown, row.text, { partial: row.partial })
        : element(document, "p", { class: "small" }, words(one.judged ? "panel_unlabelled" : "panel_unjudged")),
      renderLinks(this.#setting, linksFor(links, one.row)),
    );
    this.node.replaceChildren(body);
    this.node.showModal();
  }

  /** @param {Listed} one */
  #facts({ row, shown }) {
    const { document, words } = this.#setting;
    const { facts } = row;
    const by = [facts?.author, facts?.handle && `@${facts.handle}`].filter(Boolean).join(" ");
    /** @type {[string, string | null | undefined][]} */
    const all = [
      [words("fact_author"), by],
      [words("fact_time"), facts?.time],
      [words("fact_reach"), facts && reachOf(facts.counts, words)],
      [words("fact_media"), facts?.alternatives.join("; ")],
      [words("fact_partial"), row.partial ? words("card_partial") : null],
      [words("card_stance"), shown ? null : words(keyOf("stance", row.report.stance))],
    ];
    const nodes = all.flatMap(([name, value]) =>
      value ? [element(document, "dt", {}, name), element(document, "dd", { dir: "auto" }, value)] : [],
    );
    return element(document, "dl", { class: "facts" }, ...nodes);
  }

  /** @param {Listed} one @param {HTMLElement} close */
  #buttons(one, close) {
    const { document, words } = this.#setting;
    const said = element(document, "p", { class: "small", role: "status" });
    const save = async (/** @type {boolean} */ picture) => {
      said.textContent = await this.#actions.save(one, picture);
    };
    return element(
      document,
      "div",
      { class: "actions" },
      button(document, words("panel_save"), () => save(false), { id: "save-card" }),
      button(document, words("panel_save_picture"), () => save(true), { id: "save-picture" }),
      button(document, words("panel_jump"), () => this.#actions.jump(one), { id: "jump" }),
      close,
      said,
    );
  }
}
