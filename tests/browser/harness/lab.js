// What a browser test works with: a server that plays every site, one browser with the built extension,
// and the same few verbs for Chromium and Firefox. `BROWSER` (chromium or firefox) picks the browser.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { startChromium } from "./chromium.js";
import { startFirefox } from "./firefox.js";
import { serveSites } from "./server.js";
import { Shadow } from "./shadow.js";
import { until } from "./until.js";

export { until } from "./until.js";

/**
 * @typedef {(source: string, args: unknown[]) => Promise<any>} CallInShadow
 * @typedef {import("puppeteer-core").Page} Page
 * @typedef {object} Driver
 * @property {"chromium" | "firefox"} name
 * @property {import("puppeteer-core").Browser} browser
 * @property {() => Promise<string>} origin                  the extension's own origin
 * @property {() => Promise<boolean>} backgroundRuns
 * @property {() => Promise<void>} killBackground
 * @property {() => Promise<void>} reloadExtension
 * @property {(path: string, page: Page) => Promise<Page>} openPopup
 * @property {(page: Page, url: string) => Promise<void>} goto
 * @property {(end: string) => Promise<boolean>} closeTab       closes the tab whose address ends so; false: there is none
 * @property {(name: string, page: Page) => Promise<void>} command  presses the key of a command of the manifest over a page
 * @property {(text: string, page: Page) => Promise<void>} chooseOnSelection  chooses our entry in the menu of the selected text
 * @property {(page: Page) => Promise<CallInShadow[]>} closedShadows
 * @property {() => Promise<void>} close
 */

const FIRST_PAGE = "/onboarding/onboarding.html";
const POPUP = "popup/popup.html";

/**
 * @param {{ browser?: string, headless?: boolean, size?: { width: number, height: number }, extension?: string }} [options]
 *   extension: the folder to load, where it is not the built one
 * @returns {Promise<Lab>}
 */
export async function openLab({
  browser = process.env.BROWSER ?? "chromium",
  headless = true,
  size = { width: 1000, height: 900 },
  extension = fileURLToPath(new URL(`../../../target/dist/${browser}`, import.meta.url)),
} = {}) {
  const server = await serveSites();
  try {
    const manifest = JSON.parse(readFileSync(`${extension}/manifest.json`, "utf8"));
    const shared = { extension, port: server.port, headless, size };
    const driver =
      browser === "firefox"
        ? await startFirefox({ ...shared, id: manifest.browser_specific_settings.gecko.id })
        : await startChromium(shared);
    const lab = new Lab(server, driver, extension);
    await closeFirstPage(driver).catch(async (error) => {
      await driver.close(); // A browser that is left running keeps the test from ending.
      throw error;
    });
    return lab;
  } catch (error) {
    await server.close();
    throw error;
  }
}

/** The extension opens it when it is installed, and it would take the foreground from the pages of the test. @param {Driver} driver */
async function closeFirstPage(driver) {
  await until("the extension's first page", () => driver.closeTab(FIRST_PAGE));
}

export class Lab {
  /** @param {import("./server.js").SiteServer} server @param {Driver} driver @param {string} extension the folder of the extension */
  constructor(server, driver, extension) {
    this.server = server;
    this.extension = extension;
    this.driver = driver;
    this.name = driver.name;
  }

  /**
   * A new tab at `url`, once its document is parsed.
   * @param {string} url
   */
  async open(url) {
    const page = await this.driver.browser.newPage();
    await this.driver.goto(page, url);
    return page;
  }

  /**
   * One of the extension's own pages in a tab. `page.evaluate` there has `chrome.*` at hand, which is how a test
   * reads or sets what the extension stores.
   * @param {string} path
   */
  async openExtensionPage(path) {
    return this.open(`${await this.driver.origin()}/${path}`);
  }

  /**
   * The popup about `page`: the real one in Chromium, the same document in a tab in Firefox.
   * @param {Page} page
   */
  openPopup(page) {
    return this.driver.openPopup(POPUP, page);
  }

  /**
   * Closes a page, which may be closing by itself at this moment: a popup does when it takes the reader to a post or loses the focus.
   * @param {Page} page
   */
  async closePage(page) {
    if (page.isClosed()) return;
    await page.close().catch((error) => {
      if (!/No target with given id|Target closed|Session closed/.test(String(error))) throw error;
    });
  }

  /**
   * The closed shadow roots on a page, in document order.
   * @param {Page} page
   */
  async shadows(page) {
    return (await this.driver.closedShadows(page)).map((call) => new Shadow(page, call));
  }

  backgroundRuns() {
    return this.driver.backgroundRuns();
  }

  /** Ends the background as the browser does when it wants the memory back. */
  killBackground() {
    return this.driver.killBackground();
  }

  /** Reloads the extension under its open pages, as an update does. */
  reloadExtension() {
    return this.driver.reloadExtension();
  }

  async close() {
    await this.driver.close();
    await this.server.close();
  }
}
