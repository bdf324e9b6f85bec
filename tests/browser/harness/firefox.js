// Firefox with the built extension: how it is started, and how its parts are reached over BiDi.
// The background and the popup are reached through the browser's own (chrome) scope.
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { until } from "./until.js";
import { fromBidi, toBidi } from "./bidi.js";

/** @typedef {import("./lab.js").Driver} Driver */

const EXECUTABLE = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
// Firefox gives each installation a random address unless it is told one.
const UUID = "6f6f7274-0000-4000-8000-66697265626b";

/**
 * @param {{ extension: string, id: string, port: number, headless: boolean, size: { width: number, height: number } }} options
 * @returns {Promise<Driver>}
 */
export async function startFirefox({ extension, id, port, headless, size }) {
  if (!existsSync(EXECUTABLE)) throw new Error(`no Firefox at ${EXECUTABLE}; run: apt-get install firefox-esr`);
  const browser = await puppeteer.launch({
    browser: "firefox",
    executablePath: EXECUTABLE,
    headless,
    defaultViewport: headless ? size : null,
    acceptInsecureCerts: true,
    // Lets the dummy server below take the place of the one that settings are fetched from.
    env: { ...process.env, MOZ_REMOTE_SETTINGS_DEVTOOLS: "1" },
    args: ["--remote-allow-system-access", `--width=${size.width}`, `--height=${size.height}`],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [id]: UUID }),
      "network.dns.forceResolve": "127.0.0.1",
      "network.socket.forcePort": `443=${port};80=${port}`,
      "network.trr.mode": 5,
      // Firefox's own requests would otherwise stand among those of the page and the extension.
      "services.settings.server": "data:,#nothing",
      "browser.topsites.contile.enabled": false,
      "browser.newtabpage.activity-stream.feeds.system.topstories": false,
    },
  });
  await browser.installExtension(extension);
  return new Firefox(browser, id);
}

/** @implements {Driver} */
class Firefox {
  name = /** @type {const} */ ("firefox");
  #id;
  /** The part of Puppeteer's Firefox connection used here; its type is not public. */
  #connection;

  /** @param {import("puppeteer-core").Browser} browser @param {string} id */
  constructor(browser, id) {
    this.browser = browser;
    this.#id = id;
    this.#connection = /** @type {{ connection: { send(method: string, params: object): Promise<{ result: any }> } }} */ (
      /** @type {unknown} */ (browser)
    ).connection;
  }

  async origin() {
    return `moz-extension://${UUID}`;
  }

  async backgroundRuns() {
    return (await this.#inChrome("extension.backgroundState")) === "running";
  }

  async killBackground() {
    // Not waited for any longer than this: a page that waits for an answer wakes the next one at once.
    await this.#inChrome("extension.terminateBackground().then(() => true)");
  }

  async reloadExtension() {
    await this.#inChrome(
      `ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs")
        .AddonManager.getAddonByID(extension.id).then((addon) => addon.reload()).then(() => true)`,
    );
    await until("the background to be back", () => this.#inChrome("extension.backgroundState !== undefined"));
  }

  /**
   * Firefox's remote protocol cannot look into the panel of a toolbar button, so the popup opens in a window
   * of its own, where it sees its own tab as the active one.
   * @param {string} path
   */
  async openPopup(path) {
    const page = await this.browser.newPage();
    await this.goto(page, `${await this.origin()}/${path}`);
    return page;
  }

  /** Extension pages that the extension opened have no address on the remote side. @param {string} end */
  async closeTab(end) {
    return this.#inChrome(`(() => {
      const tab = [...gBrowser.tabs].find((one) => one.linkedBrowser.currentURI.spec.endsWith(${JSON.stringify(end)}));
      if (tab) gBrowser.removeTab(tab);
      return tab !== undefined;
    })()`);
  }

  /** The remote protocol's keys go to the page alone, so what Firefox does with a command's key is done. @param {string} name @param {import("puppeteer-core").Page} page */
  async command(name, page) {
    await page.bringToFront();
    await this.#inChrome(`(extension.shortcuts.onCommand(${JSON.stringify(name)}), true)`);
  }

  /** The same for the menu, which also gives the extension that tab. @param {string} text @param {import("puppeteer-core").Page} page */
  async chooseOnSelection(text, page) {
    await page.bringToFront();
    const info = JSON.stringify({ menuItemId: "check", selectionText: text, frameId: 0, editable: false, modifiers: [] });
    await this.#inChrome(`(extension.tabManager.addActiveTabPermission(gBrowser.selectedTab),
      extension.emit("webext-menu-menuitem-click", ${info}, gBrowser.selectedTab), true)`);
  }

  /** @param {import("puppeteer-core").Page} page @param {string} url */
  async goto(page, url) {
    if (url.startsWith("moz-extension:")) {
      // Firefox reports no load event to the remote side for an extension's own pages.
      await page.goto(url, { waitUntil: [] });
      await until(`${url} to load`, () => page.evaluate(() => document.readyState === "complete"));
    } else {
      await page.goto(url, { waitUntil: "domcontentloaded" });
    }
  }

  /** @param {import("puppeteer-core").Page} page */
  async closedShadows(page) {
    const context = /** @type {{ _id: string }} */ (/** @type {unknown} */ (page.mainFrame()))._id;
    const { result } = await this.#connection.send("script.callFunction", {
      functionDeclaration: "() => document.documentElement",
      target: { context },
      awaitPromise: false,
      serializationOptions: { includeShadowTree: "all", maxDomDepth: null },
    });
    /** @type {string[]} */
    const found = [];
    collectClosed(result.result, found);
    return found.map((sharedId) => async (/** @type {string} */ source, /** @type {unknown[]} */ args) => {
      const { result: answer } = await this.#connection.send("script.callFunction", {
        functionDeclaration: `function (...args) { return (${source})(this, ...args); }`,
        target: { context },
        this: { sharedId },
        arguments: args.map(toBidi),
        awaitPromise: true,
      });
      if (answer.type === "exception") throw new Error(answer.exceptionDetails.text);
      return fromBidi(answer.result);
    });
  }

  async close() {
    await this.browser.close();
  }

  /**
   * Evaluates an expression in the browser's own scope, with `extension` standing for ours.
   * @param {string} expression
   */
  async #inChrome(expression) {
    const tree = await this.#connection.send("browsingContext.getTree", { "moz:scope": "chrome" });
    const { result } = await this.#connection.send("script.evaluate", {
      expression: `((extension) => ${expression})(WebExtensionPolicy.getByID(${JSON.stringify(this.#id)}).extension)`,
      target: { context: tree.result.contexts[0].context },
      awaitPromise: true,
    });
    if (result.type === "exception") throw new Error(result.exceptionDetails.text);
    return fromBidi(result.result);
  }
}

/**
 * @param {any} node a node as BiDi writes it
 * @param {string[]} found
 */
function collectClosed(node, found) {
  const shadow = node?.value?.shadowRoot;
  if (shadow) {
    if (shadow.value?.mode === "closed") found.push(shadow.sharedId);
    collectClosed(shadow, found);
  }
  for (const child of node?.value?.children ?? []) collectClosed(child, found);
}
