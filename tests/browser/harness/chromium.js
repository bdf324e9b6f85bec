// Chromium with the built extension: how it is started, and how its parts are reached over CDP.
import { existsSync } from "node:fs";
import puppeteer from "puppeteer-core";
import { until } from "./until.js";

/** @typedef {import("./lab.js").Driver} Driver */

const EXECUTABLE = process.env.CHROMIUM ?? "/usr/bin/chromium";

// Without these Chromium looks up its maker's hosts at every start, which no test machine should do.
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--disable-features=OptimizationHints,MediaRouter,Translate",
];

// What it looks up all the same; these would otherwise stand among the requests of the page and the extension.
const ITS_OWN = ["*.google.com", "*.googleapis.com", "*.gvt1.com"];

/**
 * @param {{ extension: string, port: number, headless: boolean, size: { width: number, height: number } }} options
 * @returns {Promise<Driver>}
 */
export async function startChromium({ extension, port, headless, size }) {
  if (!existsSync(EXECUTABLE)) throw new Error(`no Chromium at ${EXECUTABLE}; run: apt-get install chromium`);
  const browser = await puppeteer.launch({
    executablePath: EXECUTABLE,
    headless,
    pipe: true,
    enableExtensions: [extension],
    defaultViewport: headless ? size : null,
    acceptInsecureCerts: true,
    args: [
      ...QUIET,
      // The sandbox refuses to start as root, which is who runs the tests on a CI machine.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      `--window-size=${size.width},${size.height}`,
      `--host-resolver-rules=${ITS_OWN.map((host) => `MAP ${host} ~NOTFOUND`).join(", ")}, MAP * 127.0.0.1:${port}`,
      "--ignore-certificate-errors",
    ],
  });
  return new Chromium(browser, extension);
}

/** @implements {Driver} */
class Chromium {
  name = /** @type {const} */ ("chromium");
  /** @type {WeakMap<import("puppeteer-core").Page, Promise<import("puppeteer-core").CDPSession>>} */
  #sessions = new WeakMap();

  /** @type {Promise<import("puppeteer-core").CDPSession> | undefined} */
  #browserSession;

  #folder;

  /** @param {import("puppeteer-core").Browser} browser @param {string} folder */
  constructor(browser, folder) {
    this.browser = browser;
    this.#folder = folder;
  }

  async origin() {
    const extension = await this.#extension();
    return `chrome-extension://${extension.id}`;
  }

  async backgroundRuns() {
    return (await this.#background()) !== undefined;
  }

  async killBackground() {
    const worker = await this.#background();
    if (!worker) return;
    await (await this.#devtools()).send("Target.closeTarget", { targetId: worker.targetId });
    // A page that waits for an answer wakes the next one at once, so that only this one's end can be waited for.
    await until("the background to be gone", async () => (await this.#background())?.targetId !== worker.targetId);
  }

  async reloadExtension() {
    // `chrome.runtime.reload()` does not bring back an extension that was loaded over the debugging pipe;
    // loading the same folder again replaces the running one, as an update does.
    await this.browser.installExtension(this.#folder);
  }

  /**
   * The real popup, opened as by a press on the toolbar button while `page` is the active tab.
   * @param {string} path
   * @param {import("puppeteer-core").Page} page
   */
  async openPopup(path, page) {
    const url = `${await this.origin()}/${path}`;
    const extension = await this.#extension();
    await page.triggerExtensionAction(extension);
    const target = await this.browser.waitForTarget((one) => one.url().startsWith(url));
    return target.asPage();
  }

  /** @param {string} end */
  async closeTab(end) {
    const page = (await this.browser.pages()).find((one) => one.url().endsWith(end));
    await page?.close();
    return page !== undefined;
  }

  /**
   * The browser's own keys are out of the remote protocol's reach, so what the browser does with one is done: the event is dispatched in
   * the extension's background.
   * @param {string} name @param {import("puppeteer-core").Page} page
   */
  command(name, page) {
    return this.#dispatch("commands.onCommand", name, page);
  }

  /**
   * The same for the browser's menu. Chromium does not give activeTab for it, so the page must be one that the extension may read.
   * @param {string} text @param {import("puppeteer-core").Page} page
   */
  chooseOnSelection(text, page) {
    return this.#dispatch("contextMenus.onClicked", { menuItemId: "check", selectionText: text, frameId: 0 }, page);
  }

  /** @param {string} event @param {unknown} what @param {import("puppeteer-core").Page} page */
  async #dispatch(event, what, page) {
    await page.bringToFront();
    const origin = await this.origin();
    const target = await until("the background", () =>
      this.browser.targets().find((one) => one.type() === "service_worker" && one.url().startsWith(origin)),
    );
    const worker = await target.worker();
    // The extension learns a page's address a little later than the page itself, and a tab that was closed a moment ago may still be listed.
    await until("the tab that is in front", () =>
      worker?.evaluate(
        async (path, first, url) => {
          const tab = (await chrome.tabs.query({ active: true })).find((one) => one.url === url && one.status === "complete");
          if (!tab) return false;
          const found = /** @type {any} */ (
            path.split(".").reduce((at, name) => /** @type {any} */ (at)[name], /** @type {any} */ (chrome))
          );
          found.dispatch(first, tab);
          return true;
        },
        event,
        what,
        page.url(),
      ),
    );
  }

  /** @param {import("puppeteer-core").Page} page @param {string} url */
  async goto(page, url) {
    await page.goto(url, { waitUntil: "domcontentloaded" });
  }

  /**
   * Closed shadow roots are out of every page script's reach; the debugger's own view of the tree has them.
   * @param {import("puppeteer-core").Page} page
   */
  async closedShadows(page) {
    const session = await this.#session(page);
    const { root } = await session.send("DOM.getDocument", { depth: -1, pierce: true });
    /** @type {number[]} */
    const found = [];
    collectClosed(root, found);
    return Promise.all(
      found.map(async (backendNodeId) => {
        const { object } = await session.send("DOM.resolveNode", { backendNodeId });
        return (/** @type {string} */ source, /** @type {unknown[]} */ args) => callOn(session, object.objectId, source, args);
      }),
    );
  }

  async close() {
    await this.browser.close();
  }

  /** Asked of the browser each time: Puppeteer keeps a worker on its list when the extension is reloaded. */
  /** Ours is the only one, and is listed a moment after the start. */
  #extension() {
    return until("the extension to be listed", async () => [...(await this.browser.extensions()).values()][0]);
  }

  async #background() {
    const { targetInfos } = await (await this.#devtools()).send("Target.getTargets");
    return targetInfos.find((target) => target.type === "service_worker");
  }

  #devtools() {
    this.#browserSession ??= this.browser.target().createCDPSession();
    return this.#browserSession;
  }

  /** @param {import("puppeteer-core").Page} page */
  #session(page) {
    const known = this.#sessions.get(page) ?? page.createCDPSession();
    this.#sessions.set(page, known);
    return known;
  }
}

/**
 * @param {import("puppeteer-core").Protocol.DOM.Node} node
 * @param {number[]} found
 */
function collectClosed(node, found) {
  for (const shadow of node.shadowRoots ?? []) {
    if (shadow.shadowRootType === "closed") found.push(shadow.backendNodeId);
    collectClosed(shadow, found);
  }
  for (const child of node.children ?? []) collectClosed(child, found);
  if (node.contentDocument) collectClosed(node.contentDocument, found);
}

/**
 * @param {import("puppeteer-core").CDPSession} session
 * @param {string | undefined} objectId
 * @param {string} source
 * @param {unknown[]} args
 */
async function callOn(session, objectId, source, args) {
  const answer = await session.send("Runtime.callFunctionOn", {
    objectId,
    functionDeclaration: `function (...args) { return (${source})(this, ...args); }`,
    arguments: args.map((value) => ({ value })),
    returnByValue: true,
    awaitPromise: true,
  });
  if (answer.exceptionDetails) {
    throw new Error(answer.exceptionDetails.exception?.description ?? answer.exceptionDetails.text);
  }
  return answer.result.value;
}
