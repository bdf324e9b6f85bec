// The settings page: sections that each show what is stored and change it at once. There is no "save": every change holds when it is
// made, and what could not be stored is said.

import * as browser from "../shared/browser.js";
import { element } from "../shared/element.js";
import { onRules } from "../shared/packs.js";
import { changeSettings } from "../shared/settings.js";
import { list } from "../shared/words.js";
import { categories } from "./categories.js";
import { disagreed } from "./disagreed.js";
import { backup } from "./backup.js";
import { keys } from "./keys.js";
import { languages } from "./languages.js";
import { links } from "./links.js";
import { ownPacks } from "./own-packs.js";
import { paragraph } from "./parts.js";
import { preview } from "./preview.js";
import { sites } from "./sites.js";
import { look, onState } from "./state.js";
import { storage } from "./storage.js";
import { terms } from "./terms.js";

const { words } = browser;
const setting = { document, words, direction: browser.direction() };
const place = /** @type {HTMLElement} */ (document.getElementById("page"));
const dark = matchMedia("(prefers-color-scheme: dark)");

document.documentElement.lang = words("language_tag");
document.documentElement.dir = setting.direction;
document.title = words("settings_title");
dark.addEventListener("change", followTheme);
followTheme();

let state = await look();
const toast = element(document, "p", { class: "toast", role: "status" });
const banner = element(document, "div", { class: "banner", role: "alert" });

/** @type {import("./parts.js").Page} */
const page = { setting, state: () => state, act, say, ask };
const samples = preview(page);
const parts = [
  categories(page),
  languages(page),
  samples,
  terms(page),
  sites(page),
  links(page),
  ownPacks(page),
  disagreed(page),
  keys(page),
  backup(page),
  storage(page),
];

place.replaceChildren(
  element(
    document,
    "header",
    { class: "bar" },
    element(document, "img", { src: "../icons/48.png", alt: "" }),
    element(document, "h1", {}, words("settings_title")),
  ),
  element(
    document,
    "nav",
    { "aria-label": words("settings_contents") },
    ...parts.map(({ element: { id, firstElementChild: title } }) => element(document, "a", { href: `#${id}` }, title?.textContent ?? "")),
  ),
  element(document, "main", {}, banner, ...parts.map((part) => part.element), paragraph(setting, words("popup_private"))),
  toast,
);
/** What was asked for while a look was under way is seen by one more look. */
let looking = false;
let again = false;

/** What each section shows now, so that none moves under the reader's hands without a reason. @type {Map<unknown, string>} */
const drawn = new Map();

show();
samples.judge();
onState(refresh);
onRules(() => samples.judge());
browser.onSitesChanged(refresh);
refresh(); // What changed between the first look and the listening is seen too.

async function refresh() {
  again = true;
  if (looking) return;
  looking = true;
  while (again) {
    again = false;
    state = await look();
    show();
  }
  looking = false;
}

function show() {
  for (const part of parts) {
    const text = JSON.stringify(part.uses(state));
    if (drawn.get(part) === text) continue;
    drawn.set(part, text);
    part.refresh(state);
  }
  const { failed, faults } = state;
  const said = failed ? words("settings_unreadable", failed) : faults.length > 0 ? words("settings_faults", list(words, faults)) : "";
  if (banner.dataset.said === said) return; // An alert speaks whenever it is drawn.
  banner.dataset.said = said;
  banner.replaceChildren();
  if (said === "") return;
  banner.append(paragraph(setting, said, "problem"));
  if (failed) return;
  const keep = element(document, "button", { type: "button", class: "plain", id: "keep-defaults" }, words("settings_faults_keep"));
  keep.addEventListener("click", () => act(() => changeSettings((settings) => settings), words("settings_faults_kept")));
  banner.append(keep);
}

/** @type {import("./parts.js").Page["act"]} */
async function act(change, said = "") {
  try {
    await change();
    await refresh();
    say(said);
    return true;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    say(words(/quota|space|full/i.test(message) ? "settings_full" : "settings_not_saved", message), true);
    drawn.clear(); // The page shows what is stored, not what was wanted.
    await refresh();
    return false;
  }
}

/** @type {import("./parts.js").Page["say"]} */
function say(text, problem = false) {
  toast.textContent = text;
  toast.classList.toggle("problem", problem && text !== "");
}

/** @type {import("./parts.js").Page["ask"]} */
function ask(question, yes, no = words("settings_cancel")) {
  const dialog = element(
    document,
    "dialog",
    { "aria-labelledby": "question" },
    element(
      document,
      "form",
      { method: "dialog" },
      element(document, "p", { id: "question" }, question),
      element(
        document,
        "div",
        { class: "line" },
        element(document, "button", { class: "plain", value: "no", id: "answer-no" }, no),
        element(document, "button", { class: "plain", value: "yes", id: "answer-yes" }, yes),
      ),
    ),
  );
  document.body.append(dialog);
  return new Promise((done) => {
    dialog.addEventListener("close", () => {
      dialog.remove();
      done(dialog.returnValue === "" ? null : dialog.returnValue === "yes");
    });
    dialog.showModal();
  });
}

function followTheme() {
  document.body.dataset.theme = dark.matches ? "dark" : "light";
}
