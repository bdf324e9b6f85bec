// A picture of one post as it stands on the page: the visible part of the tab, cut to the post. The browser allows it only after the
// reader pressed the toolbar button on that tab.

import { capture } from "../shared/browser.js";
import { screenshotOf } from "../shared/card.js";
import { askPage } from "../shared/protocol.js";

/** Frames that the page gets to draw itself after it was scrolled, in ms. */
const SETTLE = 150;

/**
 * @param {number} tab @param {string} key of the post
 * @returns {Promise<import("../shared/card.js").Screenshot | null>} null: the post is not in the page now
 */
export async function pictureOf(tab, key) {
  if (!(await askPage(tab, "panel-to-page/jump", { key }))) return null;
  await new Promise((done) => setTimeout(done, SETTLE));
  const frame = await askPage(tab, "panel-to-page/frame", { key });
  if (!frame || frame.width < 1 || frame.height < 1) return null;
  const taken = new Date();
  const whole = await createImageBitmap(blobOf(await capture()));
  const [x, y, width, height] = [frame.x, frame.y, frame.width, frame.height].map((one) => Math.round(one * frame.scale));
  const canvas = new OffscreenCanvas(Math.max(1, width ?? 1), Math.max(1, height ?? 1));
  canvas.getContext("2d")?.drawImage(whole, -(x ?? 0), -(y ?? 0));
  const png = await canvas.convertToBlob({ type: "image/png" });
  return screenshotOf(new Uint8Array(await png.arrayBuffer()), taken);
}

/** By hand: the policy of our own pages lets nothing be asked for but their own files, and a data URL is none. @param {string} url */
function blobOf(url) {
  const binary = atob(url.slice(url.indexOf(",") + 1));
  return new Blob([Uint8Array.from(binary, (sign) => sign.charCodeAt(0))], { type: "image/png" });
}
