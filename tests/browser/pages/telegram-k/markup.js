// web.telegram.org/k/: bubbles with the time inside the message; dates and service rows are bubbles too.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<custom-emoji-element data-sticker-emoji="${sign}"></custom-emoji-element>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "telegram-k",
  url: "https://web.telegram.org/k/",
  lacks: ["more", "quote", "replies"],
  list: (posts) => `<div class="bubbles-inner"><div class="bubble service is-date" data-mid="0"><div class="message">October 10</div></div>${posts}</div>`,
  post: (post) => `<div class="bubble is-in is-reply${post.repostedBy ? " forwarded" : ""}" data-mid="${post.id}" data-peer-id="-1" data-timestamp="${Date.parse(post.time) / 1000}"><div class="bubble-content-wrapper"><div class="bubble-content">
  <div class="name" dir="auto"><span class="peer-title" data-peer-id="5" data-username="${post.handle}">${escape(post.author)}</span></div>
  <div class="reply"><div class="reply-content"><div class="reply-subtitle">The message it answers</div></div></div>
  ${post.picture ? `<div class="attachment media-container"><img class="media-photo" alt="" src="data:,"></div>` : ""}
  <div class="message spoilers-container" dir="auto">${post.text ? `<span class="translatable-message">${words(post, image)}</span>` : ""}<reactions-element class="reactions"><span class="reaction"><span class="reaction-counter">5</span></span><span class="reaction"><span class="reaction-counter">1.2K</span></span></reactions-element><span class="time"><span class="post-views">20.2K</span><div class="time-inner">09:30</div></span></div>
  <div class="replies"><span class="replies-footer-text">12 comments</span></div></div></div></div>`,
  facts: (post) => ({ author: post.author, handle: post.handle, permalink: null, time: post.time, counts: { likes: 1205, replies: 12, views: 20200 } }),
  others: [
    {
      name: "a message without its inner mark, with a link card, pinned, and other media",
      html: `<div class="bubble is-pinned" data-mid="301" data-peer-id="-1" data-timestamp="1790000000"><span class="peer-title" data-peer-id="6">Ida Post</span><div class="message">See the minutes<div class="web">Card of the page</div><span class="bubble-pin"></span><span class="time">10:00</span></div></div>
        <div class="bubble" data-mid="303" data-peer-id="-1"><span class="peer-title">Ida Post</span><div class="message spoilers-container">Ask her.<div class="contact"><div class="contact-details"><div class="contact-name">Nell Harbour</div><div class="contact-number">+44 20 7946 0000</div></div></div></div></div>
        <div class="bubble" data-mid="304" data-peer-id="-1"><div class="message spoilers-container"><div class="bubble-call"><div class="bubble-call-title">Cancelled call</div></div></div></div>
        <div class="bubble" data-mid="302" data-peer-id="-1"><div class="document"></div><audio-element></audio-element></div>`,
      expect: [{ text: "See the minutes", author: "Ida Post", time: "2026-09-21T14:13:20.000Z" }, { text: "Ask her.", author: "Ida Post" }],
    },
  ],
};
