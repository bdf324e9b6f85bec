// Draws icon.svg as the PNG files that the manifest names: node extension/icons/draw.js
// Run it after a change to the drawing. Chromium is the one rasteriser that every developer here has.

import { readFile } from "node:fs/promises";
import puppeteer from "puppeteer-core";

const SIZES = [16, 32, 48, 128];
const here = new URL("./", import.meta.url);

const svg = await readFile(new URL("icon.svg", here), "base64");
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: process.getuid?.() === 0 ? ["--no-sandbox"] : [],
});
const page = await browser.newPage();
for (const size of SIZES) {
  await page.setViewport({ width: size, height: size });
  await page.setContent(`<style>body { margin: 0 } img { display: block }</style>
    <img width="${size}" height="${size}" src="data:image/svg+xml;base64,${svg}">`);
  const path = /** @type {`${string}.png`} */ (new URL(`${size}.png`, here).pathname);
  await page.screenshot({ path, omitBackground: true });
}
await browser.close();
