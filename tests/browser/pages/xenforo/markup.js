// XenForo, on any host: articles with the author in an attribute; quotes and signatures are inside the message.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<img src="data:," class="smilie smilie--sprite" alt="${sign}" title="Flamingo">`;

/** @type {import("../build.js").Markup} */
export default {
  site: "xenforo",
  url: "https://board.example/threads/harbour.108/",
  root: `id="XF" dir="LTR" data-app="public" data-template="thread_view"`,
  lacks: ["more", "quote", "repost", "replies"],
  list: (posts) => `<div class="p-body" data-xf-init="lightbox"><div class="block-body js-replyNewMessageContainer">${posts}</div></div>`,
  post: (post) => `<article class="message message--post js-post" data-author="${escape(post.author)}" data-content="post-${post.id}" id="js-post-${post.id}"><div class="message-cell--user"><h4 class="message-name"><a class="username">${escape(post.author)}</a></h4></div>
  <div class="message-cell--main"><header class="message-attribution"><a href="/threads/harbour.108/post-${post.id}" rel="nofollow"><time class="u-dt" datetime="${post.time.replace(".000Z", "+0000")}">Oct 11</time></a></header>
  <div class="message-userContent"><article class="message-body js-selectToQuote"><div class="bbWrapper">${post.text ? `<blockquote class="bbCodeBlock bbCodeBlock--quote"><div class="bbCodeBlock-content">Words of somebody else.</div><div class="bbCodeBlock-expandLink">Click to expand</div></blockquote>${words(post, image)}` : ""}${post.picture ? `<img class="bbImage" alt="wall.jpg" src="data:,">` : ""}</div><div class="js-selectToQuoteEnd"></div></article></div>
  <aside class="message-signature"><div class="bbWrapper">A signature</div></aside></div></article>`,
  facts: (post) => ({ author: post.author, handle: post.author, permalink: `https://board.example/threads/harbour.108/post-${post.id}`, time: post.time, counts: {} }),
  others: [
    {
      name: "a thread of several pages",
      html: `<article class="message message--post" data-content="post-9" data-author="tomreed"><div class="message-body"><div class="bbWrapper">On the first page.</div></div></article><div class="js-commentLoader"><a href="?load">View previous comments…</a></div><nav><a class="pageNav-jump pageNav-jump--next" href="page-2">Next</a></nav>`,
      expect: [{ text: "On the first page." }],
      folded: { replies: 0, places: 2 },
    },
    {
      name: "a profile's posts and their comments, other places of the link, an embedded page",
      html: `<div data-xf-init="x"></div><article class="message message--simple" data-content="profile-post-1"><span class="message-name">Ida Post</span><div class="message-attribution"><a href="/p/1#post-1">Oct 1</a></div><time datetime="2026-10-01T10:00:00Z">Oct 1</time><div class="message-body">On her own page.<div class="bbCodeBlock--unfurl">A card</div><div class="message-lastEdit">Edited</div><div class="message-signature">Sig</div><div class="bbCodeBlock-expandLink">More</div><div class="js-selectToQuoteEnd">End</div></div></article>
        <div class="comment" data-content="profile-post-comment-2" data-author="Tom Reed"><div class="comment-body"><div class="bbWrapper">A comment on it.<iframe></iframe></div></div><div class="comment-footer"><a href="/profile-posts/comments/2/"><time datetime="2026-10-02T10:00:00Z">Oct 2</time></a></div></div>
        <div class="comment" data-content="profile-post-comment-3"><time datetime="2026-10-03T10:00:00Z">Oct 3</time><div class="comment-body">تعليق آخر.</div></div>
        <article class="message" data-content="post-4"><div class="message-attribution-opposite"><a href="/posts/4/">#4</a></div><div class="message-body"><div class="bbWrapper">With the link elsewhere.</div></div></article>`,
      expect: [
        { text: "On her own page.", author: "Ida Post", permalink: "https://board.example/p/1#post-1" },
        { text: "A comment on it.", author: "Tom Reed", permalink: "https://board.example/profile-posts/comments/2/" },
        { text: "تعليق آخر.", time: "2026-10-03T10:00:00.000Z" },
        { text: "With the link elsewhere.", permalink: "https://board.example/posts/4/" },
      ],
    },
    {
      name: "a board of the first version",
      url: "https://old-board.example/threads/harbour.9/",
      root: `id="XenForo"`,
      html: `<ol class="messageList"><li id="post-9" class="message" data-author="Ida Post"><h3 class="userText"><a class="username">Ida Post</a></h3><div class="messageContent"><article><blockquote class="messageText">Words on an older board.<div class="bbCodeBlock bbCodeQuote">Words of somebody else.</div><div class="messageTextEndMarker">end</div></blockquote></article></div><a class="datePermalink" href="/threads/harbour.9/#post-9"><abbr class="DateTime" data-time="1790848800" title="Oct 1">Oct 1</abbr></a></li></ol>`,
      expect: [{ text: "Words on an older board.", author: "Ida Post", time: "2026-10-01T10:00:00.000Z", permalink: "https://old-board.example/threads/harbour.9/#post-9" }],
    },
  ],
};
