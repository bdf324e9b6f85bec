// The cards that the reader saved: listed, exported, deleted, with the log of both and the storage they use.

import { cardLog, brokenAt, deleteCard, onCards, savedCards, storageUse } from "../shared/card-store.js";
import { drawing, element } from "../shared/element.js";
import { shapeOf } from "../shared/icons.js";
import { count, keyOf, list } from "../shared/words.js";
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
  #none;
  /** @type {Saved[]} */ #cards = [];
  /** What stands for each card, by its id. @type {Map<string, HTMLElement>} */ #lines = new Map();
  /** @type {Promise<void>} */ #drawn = Promise.resolve();
  /** @type {Set<string>} */ #picked = new Set();

  /** @param {Setting} setting */
  constructor(setting) {
    const { document, words } = setting;
    this.#setting = setting;
    this.#use = element(document, "p", { class: "lead", id: "storage", tabindex: -1 });
    this.#list = element(document, "ul", { class: "cards", "aria-label": words("cards_title") });
    this.#none = element(document, "li", { class: "small" }, words("cards_none"));
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

  /** One look after the other: two at a time could draw what was stored before over what is stored now. @returns {Promise<void>} */
  show() {
    this.#drawn = this.#drawn.catch(() => {}).then(() => this.#draw());
    return this.#drawn;
  }

  async #draw() {
    const { document, words } = this.#setting;
    const language = words("language_tag");
    const [saved, log, { cards, used }] = await Promise.all([savedCards(), cardLog(), storageUse()]);
    const broken = await brokenAt(log);
    this.#cards = saved;
    const size = list(words, [count(words, "cards_number", saved.length), sizeOf(cards, language)]);
    this.#use.textContent = used === null ? size : words("cards_used", size, sizeOf(used, language));
    this.#drawList();
    const open = this.#log.querySelector("details")?.open ?? false;
    const entries = [...log]
      .reverse()
      .map(({ number, when, what, card, sha256 }) =>
        element(
          document,
          "li",
          { value: number },
          `${words("name_and_value", momentOf(words, Date.parse(when)), words(`cards_${what}`))} `,
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

  /** A card that is listed stays the same node, so that a card saved elsewhere takes neither the keyboard nor a question away from it. */
  #drawList() {
    const lines = this.#cards.map((one) => this.#lines.get(one.card.id) ?? this.#card(one));
    this.#lines = new Map(this.#cards.map(({ card: { id } }, place) => [id, /** @type {HTMLElement} */ (lines[place])]));
    /** @type {Element[]} */
    const wanted = lines.length > 0 ? lines : [this.#none];
    for (const line of [...this.#list.children]) if (!wanted.includes(line)) line.remove();
    for (const [place, line] of wanted.entries()) {
      if (this.#list.children[place] !== line) this.#list.insertBefore(line, this.#list.children[place] ?? null);
    }
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
        element(document, "code", { class: "small", dir: "ltr" }, post.sha256),
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

  /** The keyboard goes on at the card that takes the deleted one's place. @param {string} id */
  async #delete(id) {
    const place = this.#cards.findIndex(({ card }) => card.id === id);
    this.#picked.delete(id);
    await deleteCard(id);
    await this.show();
    const { activeElement, body } = this.#setting.document;
    const next = this.#cards[Math.min(place, this.#cards.length - 1)];
    const line = next ? this.#lines.get(next.card.id) : undefined;
    if (activeElement === body) /** @type {HTMLElement} */ (line?.querySelector(".delete") ?? this.#use).focus();
  }
}
