// One post in the list, as the nodes of its row: whether it is picked, what it is, what it says, when and how far, and the way to it.

import { drawing, element } from "../shared/element.js";
import { shapeOf } from "../shared/icons.js";
import { keyOf } from "../shared/words.js";
import { momentOf } from "./chart.js";
import { reachOf } from "./facts-of.js";

/** @typedef {import("./model.js").Listed} Listed */
/** @typedef {import("../shared/view.js").Setting} Setting */
/** @typedef {{ isPicked: (key: string) => boolean, pick: (key: string, picked: boolean) => void, open: (one: Listed) => void, jump: (one: Listed) => void }} RowActions */

export const ROW_HEIGHT = 92;
const LONGEST = 240;
const ARROW = "M9 2h5v5h-1.6V4.7L7 10.1 5.9 9l5.4-5.4H9zM3 4h4v1.6H4.6v5.8h5.8V9H12v4H3z";

/** @param {Setting} setting @param {RowActions} actions @returns {(one: Listed) => Node[]} */
export function rowOf({ document, words }, { isPicked, pick, open, jump }) {
  return (one) => {
    const { row, shown, level, when } = one;
    const box = element(document, "input", {
      ...{ type: "checkbox", class: "pick", checked: isPicked(row.key), "aria-label": words("panel_pick", who(one)) },
    });
    box.addEventListener("change", () => pick(row.key, box.checked));
    const [first, ...others] = shown?.labels ?? [];
    const post = element(
      document,
      "button",
      { type: "button", class: "post", "data-level": level },
      element(
        document,
        "span",
        { class: "line" },
        first ? drawing(document, shapeOf(level), { class: "icon" }) : null,
        element(document, "span", { class: "level" }, words(keyOf("level", level))),
        first ? element(document, "span", { class: "what" }, words(keyOf("category", first.id))) : null,
        others.length > 0 ? element(document, "span", { class: "more" }, words("label_more", others.length)) : null,
        element(document, "span", { class: "time" }, when === null ? (row.facts?.time ?? "") : momentOf(words, when)),
      ),
      element(
        document,
        "span",
        { class: "said", dir: "auto" },
        row.facts?.author ? element(document, "b", {}, element(document, "bdi", {}, row.facts.author), " ") : null,
        row.text.replace(/\s+/g, " ").slice(0, LONGEST),
      ),
      element(document, "span", { class: "reach" }, row.facts ? reachOf(row.facts.counts, words) : words("panel_gone")),
    );
    post.addEventListener("click", () => open(one));
    const arrow = element(
      document,
      "button",
      { type: "button", class: "jump", title: words("panel_jump"), "aria-label": words("name_and_value", words("panel_jump"), who(one)) },
      drawing(document, ARROW, { class: "icon" }),
    );
    arrow.addEventListener("click", () => jump(one));
    return [box, post, arrow];
  };
}

/** A few words by which a post is told from the next. @param {Listed} one */
function who({ row }) {
  return [row.facts?.author, row.text.replace(/\s+/g, " ").slice(0, 40)].filter(Boolean).join(": ");
}
