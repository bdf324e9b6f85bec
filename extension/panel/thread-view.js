// The thread report: what was read and what was not, the thread over time, and the list with its filter and order.

import { element } from "../shared/element.js";
import { LEVELS } from "../shared/levels.js";
import { keyOf } from "../shared/words.js";
import { renderChart } from "./chart.js";
import { field, select } from "./controls.js";
import { List } from "./list.js";
import { everything, filtered, ORDERS, sorted } from "./model.js";
import { ROW_HEIGHT, rowOf } from "./row.js";
import { timeline } from "./timeline.js";

/** @typedef {import("./model.js").Listed} Listed */
/** @typedef {import("./model.js").Order} Order */
/** @typedef {import("../shared/view.js").Setting} Setting */

const STANCES = ["asserts", "quotes", "reports", "condemns", "negates", "asks", "jokes-or-plays"];
/** The chart is drawn again at most this often while posts come in, in ms. */
const CHART_EVERY = 1000;

export class ThreadView {
  #setting;
  /** @type {Listed[]} */ #all = [];
  /** @type {Listed[]} */ #shown = [];
  #filter = everything();
  /** @type {Order} */ #order = "read";
  #summary;
  #chart;
  #number;
  #list;
  #drawn = -Infinity;
  /** @type {ReturnType<typeof setTimeout> | undefined} */ #later;

  /** @param {Setting} setting @param {string[]} categories @param {import("./row.js").RowActions} actions */
  constructor(setting, categories, actions) {
    const { document, words } = setting;
    this.#setting = setting;
    this.#summary = element(document, "div", { class: "summary" });
    this.#chart = element(document, "section", { class: "over-time", "aria-label": words("panel_chart") });
    this.#number = element(document, "p", { class: "small number", role: "status" });
    this.#list = new List(document, {
      label: words("panel_posts"),
      height: ROW_HEIGHT,
      key: ({ row }) => row.key,
      make: rowOf(setting, actions),
      main: ".post",
    });
    const node = [this.#summary, this.#chart, this.#controls(categories), this.#number, this.#list.node];
    this.node = element(document, "div", { class: "thread" }, ...node);
  }

  /** What the filter lets through, in order. */
  get shown() {
    return this.#shown;
  }

  /** @param {Listed[]} all in the order of reading @param {string[]} summary */
  show(all, summary) {
    const { document } = this.#setting;
    this.#all = all;
    const lines = summary.map((text, place) => element(document, "p", { class: place === 0 ? "lead" : "small" }, text));
    this.#summary.replaceChildren(...lines);
    this.#apply();
    this.#drawChart();
  }

  /** @param {string[]} categories */
  #controls(categories) {
    const { document, words } = this.#setting;
    const change = (/** @type {Partial<import("./model.js").Filter>} */ part) => {
      this.#filter = { ...this.#filter, ...part };
      this.#apply();
    };
    const search = element(document, "input", {
      type: "search",
      id: "search",
      placeholder: words("panel_search"),
      "aria-label": words("panel_search"),
    });
    search.addEventListener("input", () => change({ text: search.value }));
    const any = { value: "", text: words("panel_any") };
    const level = select(
      document,
      "level",
      LEVELS.map((one) => ({ value: one, text: words(`panel_from_${one}`) })),
      (value) => change({ level: LEVELS.find((one) => one === value) ?? "none" }),
    );
    const category = select(
      document,
      "category",
      [any, ...categories.map((id) => ({ value: id, text: words(keyOf("category", id)) }))],
      (id) => change({ category: id }),
    );
    const stance = select(document, "stance", [any, ...STANCES.map((id) => ({ value: id, text: words(keyOf("stance", id)) }))], (id) =>
      change({ stance: id }),
    );
    const order = select(
      document,
      "order",
      ORDERS.map((one) => ({ value: one, text: words(`panel_order_${one}`) })),
      (value) => {
        this.#order = ORDERS.find((one) => one === value) ?? "read";
        this.#apply();
      },
    );
    return element(
      document,
      "div", // No form: Enter in its one text field would load the page anew.
      { class: "controls", role: "search" },
      search,
      field(document, words("panel_level"), level),
      field(document, words("panel_category"), category),
      field(document, words("card_stance"), stance),
      field(document, words("panel_order"), order),
    );
  }

  #apply() {
    const { words } = this.#setting;
    this.#shown = sorted(filtered(this.#all, this.#filter), this.#order);
    this.#list.show(this.#shown);
    const language = words("language_tag");
    const text = words("panel_shown", this.#shown.length.toLocaleString(language), this.#all.length.toLocaleString(language));
    if (this.#number.textContent !== text) this.#number.textContent = text;
  }

  #drawChart() {
    clearTimeout(this.#later);
    const wait = this.#drawn + CHART_EVERY - performance.now();
    if (wait > 0) {
      this.#later = setTimeout(() => this.#drawChart(), wait);
      return;
    }
    this.#drawn = this.#all.length > 0 ? performance.now() : -Infinity;
    const open = this.#chart.querySelector("details")?.open ?? false;
    this.#chart.replaceChildren(...renderChart(this.#setting, timeline(this.#all)));
    const details = this.#chart.querySelector("details");
    if (details) details.open = open;
  }
}
