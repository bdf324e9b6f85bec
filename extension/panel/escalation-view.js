// The escalation of a thread, step by step. The posts are judged again with what the others of the thread do, so that each step shows
// the level it has in this company.

import { drawing, element } from "../shared/element.js";
import { shapeOf } from "../shared/icons.js";
import { keyOf } from "../shared/words.js";
import { momentOf } from "./chart.js";
import { button } from "./controls.js";
import { escalation } from "./escalation.js";
import { reportsOn } from "./reports.js";

/** @typedef {import("./model.js").Listed} Listed */
/** @typedef {import("./escalation.js").Step} Step */
/** @typedef {import("../shared/view.js").Setting} Setting */
/** @typedef {import("../engine/firebreak.js").Report} Report */
/** @typedef {{ open: (one: Listed) => void, jump: (one: Listed) => void }} Actions */

export class EscalationView {
  #setting;
  #actions;
  #drawn = "";
  /** @type {Step[]} */ #steps = [];

  /** @param {Setting} setting @param {Actions} actions */
  constructor(setting, actions) {
    this.#setting = setting;
    this.#actions = actions;
    this.node = element(setting.document, "div", { class: "escalation" });
  }

  get steps() {
    return this.#steps;
  }

  /** @param {Listed[]} all */
  async show(all) {
    const steps = escalation(all);
    const name = JSON.stringify(steps.map(({ one, thread }) => [one.row.key, one.row.text, thread]));
    if (name === this.#drawn) return;
    this.#drawn = name;
    this.#steps = steps;
    this.#draw(steps.map(({ one }) => one.row.report));
    const judged = await reportsOn(steps.map(({ one, thread }) => ({ text: one.row.text, thread })));
    if (name === this.#drawn) this.#draw(judged);
  }

  /** @param {Report[]} reports one a step */
  #draw(reports) {
    const { document, words } = this.#setting;
    if (this.#steps.length === 0) {
      this.node.replaceChildren(element(document, "p", { class: "small" }, words("escalation_none")));
      return;
    }
    this.node.replaceChildren(
      element(document, "p", { class: "lead" }, words("escalation_lead")),
      element(document, "p", { class: "small" }, words("escalation_means")),
      element(document, "ol", { class: "steps" }, ...this.#steps.map((step, place) => this.#step(step, reports[place]))),
    );
  }

  /** @param {Step} step @param {Report | undefined} report */
  #step({ one, parts, added, sentences }, report) {
    const { document, words } = this.#setting;
    const level = report?.level ?? one.level;
    return element(
      document,
      "li",
      { class: "step", "data-level": level },
      element(
        document,
        "p",
        { class: "line" },
        drawing(document, shapeOf(level), { class: "icon" }),
        element(document, "span", { class: "level" }, words(keyOf("level", level))),
        ...parts.map((part) =>
          element(document, "span", { class: added.includes(part) ? "part added" : "part" }, words(`escalation_${part}`)),
        ),
        element(document, "span", { class: "time" }, one.when === null ? (one.row.facts?.time ?? "") : momentOf(words, one.when)),
      ),
      element(document, "blockquote", { dir: "auto" }, sentences.join(" ")),
      element(document, "p", { class: "small", dir: "auto" }, one.row.facts?.author ?? ""),
      element(
        document,
        "p",
        { class: "actions" },
        button(document, words("panel_open"), () => this.#actions.open(one)),
        button(document, words("panel_jump"), () => this.#actions.jump(one)),
      ),
    );
  }
}
