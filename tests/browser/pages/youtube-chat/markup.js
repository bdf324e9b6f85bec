// The live chat of a video: a frame of its own in the video's page. Messages have no address, and emoji are images.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<img class="emoji yt-formatted-string style-scope" alt="${sign}" src="data:,">`;

/** @type {import("../build.js").Markup} */
export default {
  site: "youtube-chat",
  url: "https://www.youtube.com/live_chat?v=abc",
  policy: "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'nonce-{nonce}'",
  lacks: ["more", "quote", "repost", "picture", "replies"],
  list: (posts) => `<yt-live-chat-renderer><div id="items">${posts}</div></yt-live-chat-renderer>`,
  post: (post) => `<yt-live-chat-text-message-renderer id="${post.id}" author-type=""><div id="content"><span id="timestamp">9:30 AM</span><yt-live-chat-author-chip><span id="author-name" dir="auto">@${escape(post.handle)}</span></yt-live-chat-author-chip>
  <span id="message" dir="auto">${words(post, image)}</span></div></yt-live-chat-text-message-renderer>`,
  facts: (post) => ({ author: `@${post.handle}`, handle: post.handle, permalink: null, time: "9:30 AM", counts: {} }),
  others: [
    {
      name: "a message that was paid for",
      html: `<yt-live-chat-paid-message-renderer id="9"><span id="author-name">Ida Post</span><span id="purchase-amount">5,00 €</span><div id="message" dir="auto">Grüße vom Hafen!</div></yt-live-chat-paid-message-renderer>`,
      expect: [{ text: "Grüße vom Hafen!", author: "Ida Post" }],
    },
  ],
};
