// The sites that are read: how each site file does, on or off, whose file it is; and the sites that the reader turned on.

import { giveSiteBack } from "../shared/browser.js";
import { element } from "../shared/element.js";
import { changeSettings } from "../shared/settings.js";
import { hostsOf, isOn, withSite } from "../shared/settings-change.js";
import { checkSiteFile, selectorCheck } from "../shared/site-file.js";
import { changeSiteFiles, withoutSiteFile } from "../shared/site-files.js";
import { count } from "../shared/words.js";
import { sites as builtIn } from "../sites/index.js";
import { button, fill, paragraph, section, toggle } from "./parts.js";
import { siteForm } from "./site-form.js";
import { ago, day } from "./when.js";

/** @typedef {import("./state.js").State} State */

/** The site file for sites that have none of their own; the others have the names that their sites have. */
const GENERIC = "generic";

/** @param {import("./parts.js").Page} page @returns {import("./parts.js").Part} */
export function sites(page) {
  const { setting, act } = page;
  const { document, words } = setting;
  const list = element(document, "ul", { class: "entries" });
  const granted = element(document, "ul", { class: "entries" });
  const noGranted = paragraph(setting, words("settings_granted_none"));
  const form = siteForm(page);

  /** @param {string} name @param {State} state */
  function healthOf(name, { health }) {
    const one = health[name];
    if (!one) return words("settings_site_new");
    const said = words("settings_site_health", ago(words, one.when, Date.now()), count(words, "settings_posts", one.posts));
    return one.suspect ? `${said} ${words("settings_site_suspect")}` : said;
  }

  /** Whose file a site is read by. @param {import("../shared/site-files.js").OwnSiteFile | undefined} own */
  function originOf(own) {
    if (!own) return words("settings_site_built_in");
    const checked = checkSiteFile(own.text, selectorCheck(document));
    return checked.ok ? words("settings_site_replaced", day(words, own.added)) : words("settings_site_broken", checked.error);
  }

  /** @param {{ name: string, title: string, matches: string[] }} site @param {State} state */
  function entry({ name, title: ownTitle, matches }, state) {
    const title = name === GENERIC ? words("settings_site_any") : ownTitle;
    const own = state.siteFiles.find((file) => file.name === name);
    const hosts = hostsOf(matches);
    const on = hosts.every((host) => isOn(state.settings, host));
    const item = element(
      document,
      "li",
      { id: `site-${name}` },
      element(
        document,
        "span",
        { class: "grow" },
        element(document, "bdi", { class: "name" }, title),
        element(document, "span", { class: "small" }, `${originOf(own)} ${healthOf(name, state)}`),
      ),
      button(setting, `site-edit-${name}`, words("settings_site_edit"), () => form.edit(name), words("settings_site_edit_one", title)),
    );
    if (own) {
      const take = () => act(() => changeSiteFiles((files) => withoutSiteFile(files, name)), words("settings_site_back_done", title));
      item.append(button(setting, `site-back-${name}`, words("settings_site_back"), take, words("settings_take_back_one", title)));
    }
    if (hosts.length > 0) item.append(siteSwitch(`site-on-${name}`, title, hosts, on));
    return item;
  }

  /** @param {string} id @param {string} title @param {string[]} hosts @param {boolean} on */
  function siteSwitch(id, title, hosts, on) {
    const change = (/** @type {boolean} */ now) =>
      act(() => changeSettings((settings) => hosts.reduce((all, host) => withSite(all, host, now), settings)));
    return toggle(setting, id, words(on ? "settings_on" : "settings_off"), on, change, words("settings_site_on", title));
  }

  const made = section(
    setting,
    "sites",
    words("settings_sites"),
    paragraph(setting, words("settings_sites_about")),
    list,
    form.element,
    element(document, "h3", {}, words("settings_granted")),
    noGranted,
    granted,
  );
  return {
    element: made,
    uses: ({ settings, siteFiles, granted: patterns, health }) => [settings.sitesOff, siteFiles, patterns, health],
    refresh(state) {
      const own = state.siteFiles.filter(({ name }) => builtIn.every((site) => site.name !== name));
      const others = own.map(({ name, text }) => ({ name, title: titleIn(text) ?? name, matches: [] }));
      fill(
        list,
        [...builtIn, ...others].map((site) => entry(site, state)),
      );
      noGranted.hidden = state.granted.length > 0;
      fill(
        granted,
        state.granted.map((pattern, place) => {
          const [, , host = pattern] = pattern.split("/");
          return element(
            document,
            "li",
            {},
            element(document, "bdi", { class: "name grow" }, host),
            button(
              setting,
              `granted-remove-${place}`,
              words("settings_remove"),
              () => act(() => giveSiteBack(pattern), words("settings_removed", host)),
              words("settings_remove_one", host),
            ),
            siteSwitch(`granted-on-${place}`, host, [host], isOn(state.settings, host)),
          );
        }),
      );
    },
  };
}

/** @param {string} json checked when it was added @returns {string | null} */
function titleIn(json) {
  try {
    return String(JSON.parse(json).title);
  } catch {
    return null;
  }
}
