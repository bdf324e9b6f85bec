// Settings asked and changed, without storage: each change gives a new record, and each has the change that takes it back.

import { sha256 } from "./sha256.js";

/** @typedef {import("./settings.js").Settings} Settings */
/** @typedef {import("./settings.js").Treatment} Treatment */
/** @typedef {import("./settings.js").WatchTerm} WatchTerm */

const KEY_DIGITS = 16;

/** @param {Pick<Settings, "sitesOff">} settings @param {string} host @returns {boolean} */
export function isOn(settings, host) {
  return !settings.sitesOff.some((off) => covers(off, host));
}

/** "*.example.org" is that host and all below it. @param {string} off @param {string} host */
function covers(off, host) {
  return off === host || (off.startsWith("*.") && (host === off.slice(2) || host.endsWith(off.slice(1))));
}

/** What to switch off for all addresses of a site file. @param {string[]} patterns as in a manifest @returns {string[]} */
export function hostsOf(patterns) {
  return [...new Set(patterns.flatMap((pattern) => pattern.split("/")[2] ?? []))];
}

/** Switching on a host switches on what covers it too, or it would stay off. @param {Settings} settings @param {string} host @param {boolean} on @returns {Settings} */
export function withSite(settings, host, on) {
  const others = settings.sitesOff.filter((other) => (on ? !covers(other, host) : other !== host));
  return { ...settings, sitesOff: on ? others : [...others, host] };
}

/** @param {Pick<Settings, "pausedUntil">} settings @param {number} now @returns {boolean} */
export function pausedNow(settings, now) {
  return settings.pausedUntil > now;
}

/** @param {Settings} settings @param {number} until 0 ends the pause @returns {Settings} */
export function withPause(settings, until) {
  return { ...settings, pausedUntil: until };
}

/** What is kept of a post that is not to be labelled: it tells the same words again, and nothing else. @param {string} text @returns {string} */
export function postKey(text) {
  return sha256(text).slice(0, KEY_DIGITS);
}

/** @param {Pick<Settings, "postsOff">} settings @param {string} text @returns {boolean} */
export function isPostOff({ postsOff }, text) {
  if (postsOff.length === 0) return false; // Nothing is hashed for readers who never said "not this post".
  const own = postKey(text);
  return postsOff.some(({ key }) => key === own);
}

/** @param {Settings} settings @param {string} text of the post @param {number} when @returns {Settings} */
export function withPostOff(settings, text, when) {
  const key = postKey(text);
  return { ...settings, postsOff: [...withoutPostOff(settings, key).postsOff, { key, when }] };
}

/** @param {Settings} settings @param {string} key @returns {Settings} */
export function withoutPostOff(settings, key) {
  return { ...settings, postsOff: settings.postsOff.filter((post) => post.key !== key) };
}

/** @param {Settings} settings @param {string} rule @returns {Settings} */
export function withRuleOff(settings, rule) {
  return { ...settings, rulesOff: [...withoutRuleOff(settings, rule).rulesOff, rule] };
}

/** @param {Settings} settings @param {string} rule @returns {Settings} */
export function withoutRuleOff(settings, rule) {
  return { ...settings, rulesOff: settings.rulesOff.filter((other) => other !== rule) };
}

/** @param {Settings} settings @param {string} id @param {Treatment} treatment @returns {Settings} */
export function withCategory(settings, id, treatment) {
  return { ...settings, categories: { ...settings.categories, [id]: treatment } };
}

/** @param {Settings} settings @param {string} code @param {boolean} on @returns {Settings} */
export function withLanguage(settings, code, on) {
  const others = settings.languages.filter((other) => other !== code);
  return { ...settings, languages: on ? [...others, code] : others };
}

/** @param {Settings} settings @param {WatchTerm} term takes the place of the same word @returns {Settings} */
export function withWatchTerm(settings, term) {
  return { ...settings, watchTerms: [...withoutWatchTerm(settings, term.term).watchTerms, term] };
}

/** @param {Settings} settings @param {string} term @returns {Settings} */
export function withoutWatchTerm(settings, term) {
  const gone = term.toLocaleLowerCase();
  return { ...settings, watchTerms: settings.watchTerms.filter((other) => other.term.toLocaleLowerCase() !== gone) };
}
