// The browser's extension interface under one name. The only file that says `chrome` or `browser`, so that everything else can be
// read, and tested, without knowing which of the two it runs in.

import { directionOf, fit } from "./words.js";

const api = /** @type {typeof chrome} */ (/** @type {{ browser?: unknown }} */ (globalThis).browser ?? globalThis.chrome);

/** @typedef {chrome.runtime.MessageSender} Sender */
/** @typedef {chrome.runtime.Port} Port */

/**
 * False once this script has outlived its extension: the extension was reloaded, updated or removed while the page stayed open.
 * @returns {boolean}
 */
export function alive() {
  try {
    return Boolean(api.runtime?.id);
  } catch {
    return false; // Firefox throws on a dead object.
  }
}

/** @type {import("./words.js").Words} */
export function words(key, ...values) {
  return api.i18n.getMessage(key, values.length > 0 ? fit(words, values) : []) || key;
}

/** The direction of the interface, not of the page. The browser's own may be another, where it speaks a language that we have no words in. */
export function direction() {
  return directionOf(words);
}

/** @param {string} path @returns {string} */
export function address(path) {
  return api.runtime.getURL(path);
}

/** @param {unknown} message @returns {Promise<unknown>} */
export function sendToBackground(message) {
  return api.runtime.sendMessage(message);
}

/** To one frame of a tab, the top one where none is named. @param {number} tab @param {unknown} message @param {number} [frame] @returns {Promise<unknown>} */
export function sendToTab(tab, message, frame = 0) {
  return api.tabs.sendMessage(tab, message, { frameId: frame });
}

/**
 * @param {(message: unknown, sender: Sender) => Promise<unknown> | undefined} listener undefined leaves the message to others
 * @returns {() => void} stops listening
 */
export function onMessage(listener) {
  /** @type {(message: unknown, sender: Sender, respond: (answer: unknown) => void) => true | undefined} */
  const adapter = (message, sender, respond) => {
    const answer = listener(message, sender);
    if (!answer) return undefined;
    answer.then(respond);
    return true; // Chromium keeps the channel open for this, and for nothing else.
  };
  api.runtime.onMessage.addListener(adapter);
  return () => api.runtime.onMessage.removeListener(adapter);
}

/**
 * A line to the background that carries nothing and keeps nothing alive. It breaks when the background stops, which is the only
 * prompt sign a page gets that the extension was reloaded.
 * @param {() => void} onBreak
 * @returns {() => void} hangs up
 */
export function lifeline(onBreak) {
  const port = api.runtime.connect({ name: "lifeline" });
  port.onDisconnect.addListener(onBreak);
  return () => port.disconnect();
}

/** @param {() => void} listener */
export function onLifeline(listener) {
  api.runtime.onConnect.addListener(listener);
}

/** @param {string} key @returns {Promise<unknown>} */
export async function load(key) {
  return (await api.storage.local.get(key))[key];
}

/** @param {string} key @param {unknown} value */
export async function save(key, value) {
  await api.storage.local.set({ [key]: value });
}

/** Everything that the reader's browser account carries to their other devices. @returns {Promise<Record<string, unknown>>} */
export function loadSynced() {
  return api.storage.sync.get(null);
}

/** @param {Record<string, unknown>} items */
export async function saveSynced(items) {
  await api.storage.sync.set(items);
}

/** @param {string[]} keys */
export async function removeSynced(keys) {
  if (keys.length > 0) await api.storage.sync.remove(keys);
}

/** @param {() => void} listener */
export function onSynced(listener) {
  api.storage.onChanged.addListener((_, area) => {
    if (area === "sync") listener();
  });
}

/** @returns {Promise<{ used: number, most: number | null }>} bytes in local storage; most null: the browser does not say */
export async function storageUse() {
  return { used: await api.storage.local.getBytesInUse(null), most: api.storage.local.QUOTA_BYTES ?? null };
}

/** @param {string[]} keys */
export async function forget(keys) {
  await api.storage.local.remove(keys);
}

/**
 * @param {string} key @param {(value: unknown) => void} listener
 * @returns {() => void} stops listening
 */
export function onSaved(key, listener) {
  /** @param {Record<string, chrome.storage.StorageChange>} changes @param {string} area */
  const adapter = (changes, area) => {
    if (area === "local" && key in changes) listener(changes[key]?.newValue);
  };
  api.storage.onChanged.addListener(adapter);
  return () => api.storage.onChanged.removeListener(adapter);
}

/** @param {number} tab @param {string} text @param {string} colour @param {string} title what pointing at the button says */
export async function setBadge(tab, text, colour, title) {
  await api.action.setTitle({ tabId: tab, title });
  await api.action.setBadgeText({ tabId: tab, text });
  await api.action.setBadgeBackgroundColor({ tabId: tab, color: colour });
}

/** @returns {Promise<{ id: number, url: string } | null>} the tab under the popup; its url only where the browser lets us see it */
export async function activeTab() {
  const [tab] = await api.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? null : { id: tab.id, url: tab.url ?? "" };
}

/** @param {number} id @returns {Promise<{ id: number, url: string } | null>} null: it was closed */
export async function tabById(id) {
  try {
    const tab = await api.tabs.get(id);
    return { id, url: tab.url ?? "" };
  } catch {
    return null;
  }
}

/** Another tab was turned to, or one went to another page. @param {() => void} listener */
export function onTabs(listener) {
  api.tabs.onActivated.addListener(() => listener());
  api.tabs.onUpdated.addListener((_, change) => change.status === "complete" && listener());
}

/** What is seen of the tab in front, as a data URL. Only where the reader pressed the toolbar button on it. @returns {Promise<string>} */
export function capture() {
  return api.tabs.captureVisibleTab({ format: "png" });
}

/**
 * Opens the panel beside the page. Must be called from a click, before anything is awaited.
 * @param {number} [tab] the tab in front
 */
export async function openPanel(tab) {
  const { sidebarAction } = /** @type {{ sidebarAction?: { open: () => Promise<void> } }} */ (/** @type {unknown} */ (api));
  if (sidebarAction) await sidebarAction.open();
  else if (tab !== undefined) await api.sidePanel.open({ tabId: tab });
}

/** The settings page, in a tab of its own. */
export async function openSettings() {
  await api.runtime.openOptionsPage();
}

/** @param {string} path a page of the extension */
export async function openPage(path) {
  await api.tabs.create({ url: address(path) });
}

/** @returns {{ matches: string[], script: { js: string[], css: string[] } }} where the manifest runs the content script, and its files */
export function contentScript() {
  const scripts = api.runtime.getManifest().content_scripts ?? [];
  return {
    matches: scripts.flatMap(({ matches }) => matches ?? []),
    script: { js: scripts[0]?.js ?? [], css: scripts[0]?.css ?? [] },
  };
}

/** Must be called from a click. @param {string} pattern @returns {Promise<boolean>} */
export function askForSite(pattern) {
  return api.permissions.request({ origins: [pattern] });
}

/** @param {string} pattern @returns {Promise<boolean>} */
export function giveSiteBack(pattern) {
  return api.permissions.remove({ origins: [pattern] });
}

/** @returns {Promise<string[]>} match patterns that the extension may read */
export async function grantedSites() {
  return (await api.permissions.getAll()).origins ?? [];
}

/** @param {() => void} listener */
export function onSitesChanged(listener) {
  api.permissions.onAdded.addListener(listener);
  api.permissions.onRemoved.addListener(listener);
  api.runtime.onInstalled.addListener(listener);
}

/**
 * Makes the content script run on these sites, and on no other that was added earlier.
 * @param {string[]} matches
 */
export async function registerSites(matches) {
  const id = "turned-on";
  const known = await api.scripting.getRegisteredContentScripts({ ids: [id] });
  if (known.length > 0) await api.scripting.unregisterContentScripts({ ids: [id] });
  if (matches.length === 0) return;
  const { js, css } = contentScript().script;
  await api.scripting.registerContentScripts([{ id, matches, js, css, runAt: "document_idle" }]);
}

/** Runs the content script in a tab that is already open. @param {number} tab */
export async function runIn(tab) {
  const { js, css } = contentScript().script;
  await api.scripting.insertCSS({ target: { tabId: tab }, files: css });
  await api.scripting.executeScript({ target: { tabId: tab }, files: js });
}

/** @returns {string[]} the sites that the manifest asks for; a browser may keep them back until the reader agrees */
export function ownSites() {
  return api.runtime.getManifest().host_permissions ?? [];
}

/** @param {string[]} patterns @returns {Promise<boolean>} whether the extension may read all of them now */
export function mayRead(patterns) {
  return api.permissions.contains({ origins: patterns });
}

/** Must be called from a click. @param {string[]} patterns @returns {Promise<boolean>} */
export function askForSites(patterns) {
  return api.permissions.request({ origins: patterns });
}

/** @param {(reason: string) => void} listener */
export function onInstalled(listener) {
  api.runtime.onInstalled.addListener(({ reason }) => listener(reason));
}

/** A key of the manifest's commands was pressed. @param {(name: string, tab: number) => void} listener */
export function onCommand(listener) {
  api.commands.onCommand.addListener((name, tab) => {
    if (tab?.id !== undefined) listener(name, tab.id);
  });
}

/** @returns {Promise<{ name: string, key: string }[]>} the commands and the keys they have now; "" for none */
export async function commandKeys() {
  const commands = await api.commands.getAll();
  return commands.flatMap(({ name, shortcut }) => (name && !name.startsWith("_") ? [{ name, key: shortcut ?? "" }] : []));
}

/** Where the browser lets the reader change them. */
export async function openCommandKeys() {
  const firefox = /** @type {{ openShortcutSettings?: () => Promise<void> }} */ (/** @type {unknown} */ (api.commands));
  if (firefox.openShortcutSettings) await firefox.openShortcutSettings();
  else await api.tabs.create({ url: "chrome://extensions/shortcuts" });
}

/** An entry for selected text in the menu of the right button. The browser keeps it. @param {string} id @param {string} title */
export async function offerOnSelection(id, title) {
  await api.contextMenus.removeAll();
  api.contextMenus.create({ id, title, contexts: ["selection"] });
}

/** @param {(chosen: { id: string, text: string, tab: number | null, frame: number }) => void} listener tab null: not in a tab */
export function onMenu(listener) {
  api.contextMenus.onClicked.addListener(({ menuItemId, selectionText, frameId }, tab) => {
    listener({
      id: String(menuItemId),
      text: selectionText ?? "",
      tab: tab && tab.id !== undefined && tab.id >= 0 ? tab.id : null,
      frame: frameId ?? 0,
    });
  });
}

/** Runs a file of the extension in a frame that the reader just pointed at. @param {number} tab @param {number} frame @param {string} file */
export async function runFile(tab, frame, file) {
  await api.scripting.executeScript({ target: { tabId: tab, frameIds: [frame] }, files: [file] });
}

/** Kept in memory until the browser closes, and read once. @param {string} key @param {string} value */
export async function hand(key, value) {
  await api.storage.session.set({ [key]: value });
}

/** @param {string} key @returns {Promise<string>} "" where nothing was handed over */
export async function take(key) {
  const { [key]: value } = await api.storage.session.get(key);
  await api.storage.session.remove(key);
  return typeof value === "string" ? value : "";
}
