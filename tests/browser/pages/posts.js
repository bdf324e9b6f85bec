// Posts written for the tests, shown by every page in its site's own markup. A markup says which of them its site can hold.

/**
 * @typedef {object} TestPost
 * @property {string} id
 * @property {string} author
 * @property {string} handle
 * @property {string} text       "" for a post that is only a picture
 * @property {string} time
 * @property {{ replies: number, reposts: number, likes: number, views: number }} counts
 * @property {string} [emoji]    a sign in the text that the site draws as an image
 * @property {string} [rest]     what "show more" brings
 * @property {TestPost} [quoted]
 * @property {string} [repostedBy]
 * @property {boolean} [rtl]
 * @property {boolean} [picture]
 * @property {TestPost[]} [replies]
 */

/** @param {string} id @param {string} text @param {Partial<TestPost>} [more] @returns {TestPost} */
function post(id, text, more = {}) {
  return {
    id,
    text,
    author: "Nell Harbour",
    handle: "nellharbour",
    time: `2026-10-${10 + (Number(id) % 20)}T09:30:00.000Z`,
    counts: { replies: 12, reposts: 7, likes: 1345, views: 20210 },
    ...more,
  };
}

export const plain = post("101", "The ferry to the island leaves at nine tomorrow, bring a coat.");
export const emoji = post("102", "The herons are back on the canal 🦩 and nobody minds.", { emoji: "🦩", author: "Tom Reed", handle: "tomreed" });
export const rightToLeft = post("103", "يصل القطار إلى المحطة في الساعة السابعة مساء.", { rtl: true, author: "سلمى", handle: "salma" });
export const cut = post("104", "We counted every boat in the harbour twice and", { rest: " found one more each time." });
export const quoting = post("105", "Worth reading before the meeting on Friday.", {
  quoted: post("205", "The council prints its minutes on green paper now.", { author: "Ida Post", handle: "idapost" }),
});
export const repost = post("106", "Repairs to the old bridge are finished at last.", { repostedBy: "Tom Reed", author: "Ida Post", handle: "idapost" });
export const picture = post("107", "", { picture: true });
export const thread = post("108", "Does anyone know when the bakery opens on Sundays?", {
  replies: [
    post("109", "At seven, but the good bread is gone by eight.", {
      author: "Tom Reed",
      handle: "tomreed",
      replies: [post("110", "Half past seven in winter, they told me.", { author: "Ida Post", handle: "idapost" })],
    }),
    post("111", "It stays closed until the oven is mended.", { author: "سلمى", handle: "salma" }),
  ],
});
/** Shown after a soft navigation. */
export const later = post("112", "A new page of the same site, with another post on it.", { author: "Ida Post", handle: "idapost" });

/** @param {string} text */
export function escape(text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}

/**
 * The text of a post as markup, its emoji drawn by `image`.
 * @param {TestPost} post
 * @param {(sign: string) => string} [image]
 */
export function words({ text, emoji: sign }, image) {
  return sign && image ? text.split(sign).map(escape).join(image(sign)) : escape(text);
}
