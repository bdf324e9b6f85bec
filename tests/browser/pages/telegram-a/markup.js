// web.telegram.org/a/: time and view count stand inside the text; custom emoji are canvases that carry their sign.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<div class="custom-emoji emoji" data-alt="${sign}"><canvas></canvas></div>`;
/** @param {TestPost} post */
const meta = (post) => `<span class="MessageMeta" dir="ltr"><span class="message-views">20.2K</span><span class="message-replies">12</span><span class="message-time" title="${post.time}">09:30</span></span>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "telegram-a",
  url: "https://web.telegram.org/a/",
  policy: "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'",
  lacks: ["more", "quote", "replies"],
  list: (posts) => `<div class="MessageList"><div class="messages-container">${posts}<div class="ActionMessage message-list-item Message" data-message-id="1"><div class="text-content">Tom joined</div></div></div></div>`,
  post: (post) => `<div id="message${post.id}" class="Message message-list-item has-reply" data-message-id="${post.id}"><div class="message-content-wrapper"><div class="message-content text" dir="auto">
  <div class="message-title"><span class="sender-title">${escape(post.author)}</span></div>
  ${post.repostedBy ? `<div class="forward-title-container"><span class="forward-title">Forwarded from</span></div>` : ""}
  <div class="EmbeddedMessage"><p class="embedded-text-wrapper">The message it answers</p></div>
  ${post.picture ? `<div class="media-inner interactive"><img alt="" src="data:,"></div>` : ""}
  ${post.text ? `<div class="text-content clearfix with-meta" dir="auto">${words(post, image)}<div class="Reactions"><button class="message-reaction"><div class="AnimatedCounter">5</div></button><button class="message-reaction"><div class="AnimatedCounter">1.2K</div></button></div>${meta(post)}</div>` : meta(post)}</div></div></div>`,
  facts: (post) => ({ author: post.author, handle: null, permalink: null, time: post.time, counts: { ...(post.text ? { likes: 1205 } : {}), replies: 12, views: 20200 } }),
  others: [
    {
      name: "a link card, a comment button, a pinned message and other media",
      html: `<div class="Message message-list-item" data-message-id="301"><span class="message-title-name">Ida Post</span>
          <div class="text-content" dir="auto">See the minutes<div class="WebPage"><p>Card of the page</p></div><div class="FactCheck">A note beside it</div><span class="MessageMeta"><i class="icon message-pinned"></i><span class="message-time">10:00</span></span></div>
          <div class="message-action-button"></div><div class="CommentButton"><div class="label">3 Comments</div></div></div>
        <div class="Message message-list-item" data-message-id="302"><div class="Photo"></div><div class="Video"></div><div class="Album"></div><div class="RoundVideo"></div><div class="AnimatedSticker"></div><div class="File"></div><div class="Poll"></div><div class="Location"></div></div>`,
      expect: [{ text: "See the minutes", author: "Ida Post", time: "10:00", counts: { replies: 3 } }],
    },
  ],
};
