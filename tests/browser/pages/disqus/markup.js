// Disqus: a frame of its own host inside other pages; replies are lists in lists.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

/** @param {TestPost} post @returns {string} */
const comment = (post) => `<li class="post" id="post-${post.id}"><div class="post-content" data-role="post-content"><div class="post-body"><header><span class="post-byline"><span class="author publisher-anchor-color"><a href="https://disqus.com/by/${post.handle}/" data-username="${post.handle}">${escape(post.author)}</a></span></span><a class="time-ago" href="https://blog.example/harbour/#comment-${post.id}" title="${post.time}">2 hours ago</a></header>
  <div class="post-message"><div><blockquote>Words of somebody else.</blockquote><p>${words(post)}</p></div></div><div class="media-container">A preview</div>${post.rest ? `<a class="see-more">see more</a>` : `<a class="see-more hidden">see more</a>`}
  <footer><span data-role="likes">1345</span></footer></div></div><ul class="children">${(post.replies ?? []).map(comment).join("")}</ul></li>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "disqus",
  url: "https://disqus.com/embed/comments/",
  lacks: ["emoji", "quote", "repost", "picture"],
  list: (posts) => `<div id="posts"><ul id="post-list" class="post-list">${posts}</ul></div>`,
  post: comment,
  facts: (post) => ({ author: post.author, handle: post.handle, permalink: `https://blog.example/harbour/#comment-${post.id}`, time: post.time, counts: { likes: 1345 } }),
  others: [
    {
      name: "a list that goes on",
      html: `<ul id="post-list"><li class="post" id="post-9"><div class="post-content" data-role="post-content"><span class="author"><a href="#">Tom Reed</a></span><div class="post-message"><p>The last that was loaded.</p></div></div></li></ul><div class="load-more"><a href="#" class="btn" data-action="more-posts">Load more comments</a></div>`,
      expect: [{ text: "The last that was loaded." }],
      folded: { replies: 0, places: 1 },
    },
    {
      name: "a guest, a featured comment, no date",
      html: `<ul id="post-list"><li class="post featured" id="post-7"><span class="author"><a href="https://disqus.com/by/idapost/">Ida Post</a></span><a class="time-ago">now</a><div class="post-message"><p>Featured.</p></div></li></ul>`,
      expect: [{ text: "Featured.", author: "Ida Post", time: "now", permalink: null }],
    },
    {
      name: "with every name gone: links to comments are what is left",
      url: "https://disqus.com/embed/comments/",
      suspect: true,
      html: `<ul>${["1", "2"].map((id) => `<li><div><header><a href="https://disqus.com/by/idapost/">Ida Post</a><a href="https://blog.example/#comment-${id}" title="${"2026-10-01T10:00:00Z"}">2 hours ago</a></header><div><blockquote>Words of somebody else.</blockquote><p>Comment ${id} without a name.</p></div></div></li>`).join("")}</ul>`,
      expect: ["1", "2"].map((id) => ({ text: `Comment ${id} without a name.`, handle: "idapost", time: "2026-10-01T10:00:00.000Z", permalink: `https://blog.example/#comment-${id}` })),
    },
  ],
};
