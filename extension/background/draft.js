// Looks at what a page's process sends to be kept: only known fields, of the right kind, within bounds. Any page's process can be taken
// over, and what it sends is then the attacker's.

/** @typedef {import("../shared/card.js").Draft} Draft */

const LONGEST_TEXT = 200_000;
const LONGEST_FACT = 2000;
const MOST_MEDIA = 100;

/** @param {unknown} sent @returns {Draft} */
export function readDraft(sent) {
  const { captured, page, post } = /** @type {Record<string, any>} */ (sent ?? {});
  if (typeof post?.text !== "string" || post.text.length > LONGEST_TEXT) throw new Error("save-card: post.text is needed, within bounds");
  if (typeof captured !== "string" || Number.isNaN(Date.parse(captured))) throw new Error("save-card: captured is no time");
  const { platform, permalink, author, handle, time, text, partial, quoted, reply, repost, language, counts, media } = post;
  return {
    captured: new Date(captured).toISOString(),
    page: { url: fact(page?.url) ?? "", title: fact(page?.title) ?? "" },
    post: {
      ...{ platform: fact(platform) ?? "", permalink: fact(permalink), author: fact(author), handle: fact(handle), time: fact(time), text },
      ...{ partial: partial === true, quoted: quoted === true, reply: reply === true, repost: repost === true, language: fact(language) },
      counts: {
        replies: count(counts?.replies),
        reposts: count(counts?.reposts),
        likes: count(counts?.likes),
        views: count(counts?.views),
      },
      media: (Array.isArray(media) ? media : []).slice(0, MOST_MEDIA).flatMap((one) => fact(one) ?? []),
    },
    thread: [], // A label in the page was judged from its text alone.
  };
}

/** @param {unknown} value @returns {string | null} */
function fact(value) {
  return typeof value === "string" ? value.slice(0, LONGEST_FACT) : null;
}

/** @param {unknown} value @returns {number | null} */
function count(value) {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null;
}
