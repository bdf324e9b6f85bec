// WordPress comments, on any host: list items in list items; trackbacks stand among them.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<img draggable="false" role="img" class="emoji" alt="${sign}" src="data:,">`;

/** @param {TestPost} post @returns {string} */
const comment = (post) => `<li class="comment even depth-1 parent" id="comment-${post.id}"><article id="div-comment-${post.id}" class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn"><a href="https://${post.handle}.example" class="url">${escape(post.author)}</a></b> <span class="says">says:</span></div>
  <div class="comment-metadata"><a href="https://blog.example/2026/harbour/#comment-${post.id}"><time datetime="${post.time}">October 11, 2026</time></a></div><em class="comment-awaiting-moderation">Awaiting moderation.</em></footer>
  <div class="comment-content"><blockquote><p>Words of somebody else.</p></blockquote><p>${words(post, image)}</p><div class="sharedaddy">Share this</div><p class="comment-likes">Like</p></div><div class="reply"><a class="comment-reply-link">Reply</a></div></article>
  ${post.replies ? `<ol class="children">${post.replies.map(comment).join("")}</ol>` : ""}</li>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "wordpress",
  url: "https://blog.example/2026/harbour/",
  lacks: ["more", "quote", "repost", "picture"],
  list: (posts) => `<article class="post"><p>The blog's own article.</p></article><div id="comments"><ol class="comment-list">${posts}<li class="pingback"><p>Pingback: <a href="https://other.example">Another blog</a></p></li></ol></div>`,
  post: comment,
  facts: (post) => ({ author: post.author, handle: post.author, permalink: `https://blog.example/2026/harbour/#comment-${post.id}`, time: post.time, counts: {} }),
  others: [
    {
      name: "comments on several pages",
      html: `<ol class="comment-list"><li class="comment" id="comment-7"><article class="comment-body"><cite class="fn">Tom Reed</cite><div class="comment-content"><p>On the last page.</p></div></article></li></ol><nav class="comment-navigation"><a href="?cpage=1">Older comments</a></nav><div class="wp-block-comments-pagination"><a href="?cpage=1">Older</a></div>`,
      expect: [{ text: "On the last page.", author: "Tom Reed" }],
      folded: { replies: 0, places: 2 },
    },
    {
      name: "block themes, classic themes and a comment in no list",
      html: `<ol class="wp-block-comment-template"><li><div class="wp-block-comment-author-name"><a>Ida Post</a></div><div class="wp-block-comment-date"><a href="https://blog.example/#comment-1"><time datetime="2026-10-01T10:00:00Z">Oct 1</time></a></div><div class="wp-block-comment-content"><p>From a block theme.</p><div class="wp-block-comment-reply-link">Reply</div></div></li></ol>
        <ol class="commentlist"><li class="comment"><div class="comment-body"><div class="comment-author"><cite class="fn">Tom Reed</cite></div><div class="comment-meta"><a href="https://blog.example/#comment-2">October 2</a></div><p>From an old theme.</p><div class="reply">Reply</div></div></li>
          <li class="comment"><cite class="fn">سلمى</cite><div class="comment-metadata"><a href="?c=3">October 3</a></div><div class="comment-text">مع صورة.</div><div class="comment-content"><img alt="A wall" src="data:,"></div>
          <ol><li class="comment"><a href="#comment-4"><time>today</time></a><div class="comment-text">An answer below.</div></li></ol></li></ol>
        <ol class="commentlist"><li class="alt"><cite>Nobody</cite><p>Of a very old theme.</p></li></ol><div id="comments"><ul><li class="comment" id="comment-9"><p>In a list of another kind.</p></li></ul></div>
        <article class="comment-body"><div class="comment-content">In no list at all.</div></article>`,
      expect: [
        { text: "From a block theme.", author: "Ida Post", permalink: "https://blog.example/#comment-1" },
        { text: "From an old theme.", author: "Tom Reed", permalink: "https://blog.example/#comment-2", time: "October 2" },
        { text: "مع صورة.", time: "October 3" },
        { text: "An answer below.", permalink: "https://blog.example/2026/harbour/#comment-4" },
        { text: "Of a very old theme." },
        { text: "In a list of another kind." },
        { text: "In no list at all." },
      ],
    },
    {
      name: "comments of the plugin wpDiscuz, in German",
      url: "https://zeitung.example/hafen/",
      html: `<div id="wpdcom"><div class="wpd-thread-list"><div id="wpd-comm-7_0" class="comment wpd-comment"><div class="wpd-comment-wrap"><div class="wpd-comment-left"></div><div id="comment-7" class="wpd-comment-right"><div class="wpd-comment-header"><div class="wpd-comment-author">Ida Post</div><div class="wpd-comment-date" title="1. Oktober 2026 10:00">vor 2 Tagen</div><a href="#comment-7">Link</a></div><div class="wpd-comment-text"><p>Danke für das Protokoll.</p></div><div class="wpd-comment-footer"><div class="wpd-vote-result">14</div></div></div></div>
          <div class="comment wpd-comment wpd-reply"><div class="wpd-comment-right"><div class="wpd-comment-author">سلمى</div><div class="wpd-comment-date">gestern</div><div class="wpd-comment-text"><p>شكرا جزيلا.</p></div></div></div></div></div></div>`,
      expect: [
        { text: "Danke für das Protokoll.", author: "Ida Post", time: "1. Oktober 2026 10:00", permalink: "https://zeitung.example/hafen/#comment-7", counts: { likes: 14 } },
        { text: "شكرا جزيلا.", author: "سلمى", time: "gestern" },
      ],
    },
  ],
};
