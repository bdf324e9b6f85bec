// A text to check where the page that it stands on cannot show the card: the browser's own pages, its shop, documents.

import { take, words } from "../shared/browser.js";
import { element } from "../shared/element.js";
import { openAsPage } from "../shared/page.js";
import { renderTry } from "../shared/try.js";

const setting = openAsPage(words("check_title"));
const page = /** @type {HTMLElement} */ (document.getElementById("page"));
const trial = renderTry(setting, words("check_ask"), (error) =>
  page.append(element(document, "p", { class: "problem" }, words("popup_engine_failed", String(error)))),
);
page.append(
  element(document, "h1", {}, words("extension_name")),
  element(
    document,
    "section",
    { "aria-labelledby": "title" },
    element(document, "h2", { id: "title" }, words("check_title")),
    trial.node,
    element(document, "p", { class: "small" }, words("check_private")),
  ),
);
trial.write(await take("check"));
