// The popup's elements for one scene: everything it knows about the page at that moment.

import { drawing, element } from "../shared/element.js";
import { shapeOf } from "../shared/icons.js";
import { renderKeys } from "../shared/keys.js";
import { isOn, pausedNow } from "../shared/settings-change.js";
import { SHOW_FROM } from "../shared/settings-read.js";
import { count, keyOf, list } from "../shared/words.js";

/** @typedef {import("../content/tally.js").Coverage} Coverage */
/** @typedef {import("../shared/settings.js").Settings} Settings */
/** @typedef {import("../shared/view.js").Setting} Setting */
/** @typedef {import("../engine/firebreak.js").Level} Level */
/**
 * @typedef {{
 *   settings: Settings, host: string | null, granted: boolean, coverage: Coverage | null,
 *   engine: import("../shared/protocol.js").EngineState | null, engineProblem: string | null,
 *   builtIn?: boolean, pattern?: string, tab?: number, allowed?: boolean, keys?: { name: string, key: string }[],
 * }} Scene
 * host null: a page that no extension may read; builtIn: there is a site file for it; granted: the reader turned it on; allowed: the browser
 * lets it be read
 */
/**
 * @typedef {{
 *   setOn: (scene: Scene, on: boolean) => void, setShowFrom: (level: Settings["showFrom"]) => void,
 *   setPaused: (paused: boolean) => void, openSettings: () => void, openKeys: () => void,
 *   show: (scene: Scene, key: string) => void, turnOn: (scene: Scene) => void, turnOff: (scene: Scene) => void,
 *   report: (scene: Scene) => void,
 * }} Actions
 */

/** @param {Setting} setting @param {Scene} scene @param {Actions} actions @returns {Node[]} */
export function renderPopup(setting, scene, actions) {
  const { coverage } = scene;
  return [
    renderBar(setting, scene, actions),
    renderCoverage(setting, scene, actions),
    coverage && coverage.labels.length > 0 ? renderList(setting, scene, coverage, actions) : null,
    renderLevels(setting, scene, actions),
    renderControls(setting, scene, actions),
    renderFoot(setting, scene, actions),
  ].filter((node) => node !== null);
}

/** @param {Setting} setting @param {Scene} scene @param {Actions} actions */
function renderBar({ document, words }, scene, actions) {
  const bar = element(
    document,
    "header",
    { class: "bar" },
    element(document, "img", { src: "../icons/48.png", alt: "" }),
    element(document, "h1", {}, words("extension_name")),
  );
  const { host, settings } = scene;
  if (host === null || !(scene.builtIn || scene.granted || scene.coverage)) return bar;
  const on = isOn(settings, host);
  const box = element(document, "input", { type: "checkbox", role: "switch", id: "on", checked: on });
  box.addEventListener("change", () => actions.setOn(scene, box.checked));
  bar.append(
    element(document, "label", { class: "switch" }, element(document, "span", {}, words(on ? "popup_on" : "popup_off", host)), box),
  );
  return bar;
}

/** @param {Setting} setting @param {Scene} scene @param {Actions} actions */
function renderCoverage({ document, words }, scene, actions) {
  const block = element(document, "section", { class: "block" });
  /** @param {string} text @param {string} [kind] */
  const say = (text, kind) => block.append(element(document, "p", { class: kind }, text));
  const { host, coverage, settings } = scene;
  if (scene.engineProblem !== null) say(words("popup_engine_failed", scene.engineProblem), "problem");
  if (scene.engine?.models.state === "failed") say(words("popup_models_failed", scene.engine.models.fault), "small problem");
  if (host === null) say(words("popup_nowhere"), "small");
  else if (pausedNow(settings, Date.now())) say(words("popup_paused", clock(words, settings.pausedUntil)), "small");
  else if (!isOn(settings, host)) say(words("popup_is_off"), "small");
  else if (coverage) for (const { text, kind } of sentences(words, coverage)) say(text, kind);
  else if ((scene.builtIn || scene.granted) && scene.allowed) say(words("popup_reload"), "small");
  else {
    say(words(scene.builtIn ? "popup_not_allowed" : "popup_offer", host), "small");
    const button = element(document, "button", { type: "button", class: "plain", id: "turn-on" }, words("popup_turn_on"));
    button.addEventListener("click", () => actions.turnOn(scene));
    block.append(button);
  }
  return block;
}

/**
 * What was read, in honest words: also what was not.
 * @param {import("../shared/words.js").Words} words @param {Coverage} coverage
 * @returns {{ text: string, kind: string }[]}
 */
export function sentences(words, coverage) {
  const { read, language, silent, waiting, labels, strategy, suspect, problem } = coverage;
  const found = read + language + silent + waiting > 0;
  if (!found) return [{ text: words(suspect ? "coverage_changed" : "coverage_none_yet"), kind: "small" }];
  const lines = [
    { text: list(words, [count(words, "coverage_read", read), count(words, "coverage_labelled", labels.length)]), kind: "lead" },
  ];
  /** @param {string} key @param {number} number */
  const also = (key, number) => {
    if (number > 0) lines.push({ text: count(words, key, number), kind: "small" });
  };
  also("coverage_waiting", waiting);
  also("coverage_language", language);
  also("coverage_silent", silent);
  if (suspect) lines.push({ text: words("coverage_suspect"), kind: "small" });
  else if (strategy === "semantic") lines.push({ text: words("coverage_guess"), kind: "small" });
  if (problem !== null) lines.push({ text: words("popup_problem", problem), kind: "small problem" });
  return lines;
}

/** @param {Setting} setting @param {Scene} scene @param {Coverage} coverage @param {Actions} actions */
function renderList({ document, words }, scene, coverage, actions) {
  const items = coverage.labels.map(({ key, level, category, more, excerpt, here }, place) => {
    const button = element(
      document,
      "button",
      { type: "button", id: `label-${place}`, "data-level": level, disabled: !here },
      drawing(document, shapeOf(level), { class: "icon" }),
      element(
        document,
        "span",
        { class: "name" },
        element(document, "span", { class: "level" }, words(keyOf("level", level))),
        ` ${words(keyOf("category", category))}`,
        more > 0 ? ` ${words("label_more", more)}` : null,
      ),
      element(document, "span", { class: "excerpt", dir: "auto" }, here ? excerpt : words("popup_gone", excerpt)),
    );
    button.addEventListener("click", () => actions.show(scene, key));
    return element(document, "li", {}, button);
  });
  return element(
    document,
    "section",
    { class: "block" },
    element(document, "h2", { id: "list" }, words("popup_labels")),
    element(document, "ul", { class: "list", "aria-labelledby": "list" }, ...items),
  );
}

/** @param {Setting} setting @param {Scene} scene @param {Actions} actions */
function renderLevels({ document, words }, { settings }, actions) {
  const choices = SHOW_FROM.map((level) => {
    const radio = element(document, "input", {
      type: "radio",
      name: "level",
      id: `from-${level}`,
      value: level,
      checked: settings.showFrom === level,
    });
    radio.addEventListener("change", () => actions.setShowFrom(level));
    return element(
      document,
      "label",
      { "data-level": level },
      radio,
      drawing(document, shapeOf(level), { class: "icon" }),
      words(keyOf("level", level)),
    );
  });
  const legend = element(document, "legend", {}, words("popup_show_from"));
  return element(document, "section", { class: "block" }, element(document, "fieldset", { class: "levels" }, legend, ...choices));
}

/** @param {Setting} setting @param {Scene} scene @param {Actions} actions */
function renderControls(setting, { settings, keys }, actions) {
  const { document, words } = setting;
  const paused = pausedNow(settings, Date.now());
  const pause = element(
    document,
    "button",
    { type: "button", class: "plain", id: "pause" },
    words(paused ? "popup_resume" : "popup_pause"),
  );
  pause.addEventListener("click", () => actions.setPaused(!paused));
  const open = element(document, "button", { type: "button", class: "plain", id: "settings" }, words("popup_settings"));
  open.addEventListener("click", actions.openSettings);
  const block = element(document, "section", { class: "block" }, element(document, "div", { class: "row" }, pause, open));
  if (keys) {
    const summary = element(document, "summary", { id: "keys-open" }, words("popup_keys"));
    block.append(element(document, "details", { class: "shut" }, summary, renderKeys(setting, keys, actions.openKeys)));
  }
  return block;
}

/** @param {import("../shared/words.js").Words} words @param {number} time */
function clock(words, time) {
  return new Intl.DateTimeFormat(words("language_tag"), { hour: "numeric", minute: "2-digit" }).format(time);
}

/** @param {Setting} setting @param {Scene} scene @param {Actions} actions */
function renderFoot({ document, words }, scene, actions) {
  const foot = element(document, "footer", { class: "block small" }, element(document, "p", {}, words("popup_private")));
  if (scene.engine) foot.append(element(document, "p", {}, words("card_versions", scene.engine.engine, scene.engine.rules)));
  if (scene.coverage) {
    const report = element(document, "button", { type: "button", class: "plain", id: "report" }, words("popup_report"));
    report.addEventListener("click", () => actions.report(scene));
    foot.append(report);
  }
  if (scene.granted && !scene.builtIn) {
    const button = element(document, "button", { type: "button", class: "plain", id: "turn-off" }, words("popup_stop"));
    button.addEventListener("click", () => actions.turnOff(scene));
    foot.append(button);
  }
  return foot;
}
