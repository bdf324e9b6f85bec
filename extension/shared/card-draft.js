// What a page showed of a post, as the draft of a card. Apart from card.js because pages need it, and none of the hashing.

/** @typedef {import("./card.js").Draft} Draft */

/**
 * What the panel knows of a post as the draft of a card.
 * @param {import("./protocol.js").Row} row @param {import("./protocol.js").Page} page @param {string[]} [thread]
 * @returns {Draft}
 */
export function draftOf({ text, partial, quoted, language, read, facts }, { url, title, platform }, thread = []) {
  const { reply = false, repost = false } = facts?.marks ?? {};
  return {
    captured: new Date(read).toISOString(),
    page: { url, title },
    post: {
      ...{ platform, permalink: facts?.permalink ?? null, author: facts?.author ?? null, handle: facts?.handle ?? null },
      ...{ time: facts?.time ?? null, text, partial, quoted, reply, repost, language },
      counts: facts?.counts ?? { replies: null, reposts: null, likes: null, views: null },
      media: facts?.alternatives ?? [],
    },
    thread,
  };
}
