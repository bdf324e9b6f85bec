// The cards that the reader saved: listed, exported, deleted, with the log of both and the storage they use.

import { cardLog, brokenAt, deleteCard, onCards, savedCards, storageUse } from "../shared/card-store.js";
import { drawing, element } from "../shared/element.js";
import { shapeOf } from "../shared/icons.js";
import { count, keyOf } from "../shared/words.js";
import { momentOf } from "./chart.js";
import { sizeOf } from "./controls.js";
import { exportBar } from "./export-bar.js";

/** @typedef {import("../shared/card-store.js").Saved} Saved */
/** @typedef {import("../shared/view.js").Setting} Setting */

export class SavedView {
  #setting;
  #list;
  #use;
  #log;
  /** @type {Saved[]} */ #cards = [];
  /** @type {Set<string>} */ #picked = new Set();

  /** @param {Setting} setting */
  constructor(setting) {
    const { document, words } = setting;
    this.#setting = setting;
    this.#use = element(document, "p", { class: "lead", id: "storage" });
    this.#list = element(document, "ul", { class: "cards", "aria-label": words("cards_title") });
    this.#log = element(document, "div", { class: "log" });
    const bar = exportBar(setting, {
      id: "saved",
      choices: [
        { value: "all", text: words("cards_all") },
        { value: "picked", text: words("cards_picked") },
      ],
      cards: async (choice) => this.#cards.filter(({ card }) => choice === "all" || this.#picked.has(card.id)).map(({ card }) => card),
    });
    this.node = element(document, "div", { class: "saved" }, this.#use, bar, this.#list, this.#log);
    onCards(() => this.show());
  }

  async show() {
    const { document, words } = this.#setting;
    const language = words("language_tag");
    const [saved, log, { cards, used }] = await Promise.all([savedCards(), cardLog(), storageUse()]);
    const broken = await brokenAt(log);
    this.#cards = saved;
    const size = `${count(words, "cards_number", saved.length)}, ${sizeOf(cards, language)}`;
    this.#use.textContent = used === null ? size : words("cards_used", size, sizeOf(used, language));
    this.#list.replaceChildren(...saved.map((one) => this.#card(one)));
    if (saved.length === 0) this.#list.append(element(document, "li", { class: "small" }, words("cards_none")));
    const open = this.#log.querySelector("details")?.open ?? false;
    const entries = [...log]
      .reverse()
      .map(({ number, when, what, card, sha256 }) =>
        element(
          document,
          "li",
          { value: number },
          `${momentOf(words, Date.parse(when))}: ${words(`cards_${what}`)} `,
          element(document, "code", {}, card.replace("urn:uuid:", "")),
          element(document, "br"),
          element(document, "code", {}, sha256),
        ),
      );
    const details = element(
      document,
      "details",
      { class: "table", open },
      element(document, "summary", {}, words("cards_log", log.length)),
      element(document, "p", { class: "small" }, broken === 0 ? words("cards_log_whole") : words("cards_log_broken", broken)),
      element(document, "ol", { reversed: true }, ...entries),
    );
    this.#log.replaceChildren(...(log.length > 0 ? [details] : []));
  }

  /** @param {Saved} saved */
  #card({ card, saved, bytes }) {
    const { document, words } = this.#setting;
    const { post, report } = card;
    const box = element(document, "input", {
      ...{ type: "checkbox", class: "pick", checked: this.#picked.has(card.id), "aria-label": words("panel_pick", post.text.slice(0, 40)) },
    });
    box.addEventListener("change", () => {
      if (box.checked) this.#picked.add(card.id);
      else this.#picked.delete(card.id);
    });
    const [first] = report.labels;
    const link = /^https?:/.test(post.permalink ?? "")
      ? element(document, "a", { href: post.permalink, target: "_blank", rel: "noopener noreferrer" }, words("fact_permalink"))
      : null;
    return element(
      document,
      "li",
      { class: "card-line", "data-level": report.level },
      box,
      element(
        document,
        "div",
        { class: "card-body" },
        element(
          document,
          "p",
          { class: "line" },
          first ? drawing(document, shapeOf(report.level), { class: "icon" }) : null,
          element(document, "span", { class: "level" }, words(keyOf("level", report.level))),
          first ? element(document, "span", { class: "what" }, words(keyOf("category", first.id))) : null,
        ),
        element(document, "p", { class: "said", dir: "auto" }, post.text),
        element(
          document,
          "p",
          { class: "small" },
          words("cards_when", momentOf(words, Date.parse(saved)), sizeOf(bytes, words("language_tag"))),
          card.screenshot ? ` · ${words("cards_picture")}` : "",
          link ? " · " : null,
          link,
        ),
        element(document, "code", { class: "small" }, post.sha256),
      ),
      this.#deleteButton(card),
    );
  }

  /** Asks once: what was deleted on the page too is gone. @param {import("../shared/card.js").Card} card */
  #deleteButton({ id, post }) {
    const { document, words } = this.#setting;
    const name = words("cards_delete_this", post.text.slice(0, 40));
    const made = element(document, "button", { type: "button", class: "plain delete", "aria-label": name }, words("cards_delete"));
    let asked = false;
    const ask = (/** @type {boolean} */ now) => {
      asked = now;
      made.textContent = words(now ? "cards_delete_sure" : "cards_delete");
      made.setAttribute("aria-label", now ? `${words("cards_delete_sure")} ${name}` : name);
    };
    made.addEventListener("click", () => (asked ? this.#delete(id) : ask(true)));
    made.addEventListener("blur", () => ask(false));
    return made;
  }

  /** @param {string} id */
  async #delete(id) {
    this.#picked.delete(id);
    await deleteCard(id);
    await this.show();
  }
}
