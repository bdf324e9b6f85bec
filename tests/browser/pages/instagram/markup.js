// instagram.com: no names to hold on to but links, times and text direction. Captions in the feed end with a button.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

/** @param {TestPost} post */
const name = (post) => `<span dir="auto"><span><div><a href="/${post.handle}/" role="link" tabindex="0"><div><span dir="auto">${escape(post.author)}</span></div></a></div></span></span>`;

/** @param {TestPost} post @returns {string} */
const comment = (post) => `<div><div><div><a href="/${post.handle}/" role="link" tabindex="0"><img alt="${post.handle}'s profile picture" src="data:,"></a></div>
  <div><div>${name(post)}<span dir="auto"><a href="/p/108/c/${post.id}/" role="link"><time datetime="${post.time}">2 w</time></a></span></div><div><span dir="auto">${words(post)}</span></div></div></div>
  <div><div role="button">1,345 likes</div><div role="button"><span dir="auto"><span>Reply</span></span></div></div></div>${(post.replies ?? []).map(comment).join("")}`;

/** @type {import("../build.js").Markup} */
export default {
  site: "instagram",
  url: "https://www.instagram.com/",
  folded: 12,
  lacks: ["emoji", "quote", "repost", "replies"],
  cutMark: "…",
  list: (posts) => `<section><main role="main"><div>${posts}</div></main></section>`,
  post: (post) => `<article><div><header><a href="/${post.handle}/" role="link"><img alt="${post.handle}'s profile picture" src="data:,"></a>${name(post)}</header>
  <div role="button"><img alt="Photo by ${escape(post.author)}. May be an image of a wall" srcset="data:, 1x"></div><section><a href="/p/${post.id}/liked_by/"><span>1,345 likes</span></a></section>
  ${post.text ? `<div><span><div><a href="/${post.handle}/" role="link"><span>${escape(post.author)}</span></a></div></span><span dir="auto">${words(post)}${post.rest ? `… <div role="button"><span>more</span></div>` : ""}</span></div>` : ""}
  <a href="/p/${post.id}/comments/"><span>View all 12 comments</span></a><a href="/p/${post.id}/"><time datetime="${post.time}">2 hours ago</time></a></div></article>`,
  facts: (post) => ({ author: post.author, handle: post.handle, permalink: `https://www.instagram.com/p/${post.id}/`, time: post.time, counts: { replies: 12, likes: 1345 } }),
  others: [
    {
      name: "comments behind a link and behind buttons, in Portuguese and Spanish",
      html: `<article><span dir="auto">Quem vem amanhã ao porto?</span><a href="/p/abc/comments/"><span dir="auto">Ver todos os 1.234 comentários</span></a></article>
        <ul><li><div role="button" tabindex="0"><div></div><span>Ver respuestas (12)</span></div></li><li><div role="button" tabindex="0"><div></div><span>Ocultar respuestas</span></div></li><li><div role="button" tabindex="0"><span dir="auto"><span>1 curtida</span></span></div></li></ul>`,
      expect: [{ text: "Quem vem amanhã ao porto?" }],
      folded: { replies: 1246, places: 0 },
    },
    {
      name: "a post's own page: a caption and comments without containers of their own, nested replies",
      url: "https://www.instagram.com/p/108/",
      html: `<section><main role="main"><div><div><div><div><span dir="auto"><div><div><span><a href="/idapost/" role="link"><div><span dir="auto">idapost</span></div></a><svg><title>Verified</title></svg></span><span><time datetime="2026-10-01T10:00:00.000Z">3 w</time></span></div></div>
          <span>Low tide, with <a href="/tomreed/" role="link">@tomreed</a><br>and a bucket. <a href="/explore/tags/shore/" role="link">#shore</a></span></span></div></div>
          ${comment({ id: "1", author: "Tom Reed", handle: "tomreed", text: "👏", time: "2026-10-02T10:00:00.000Z", counts: { replies: 0, reposts: 0, likes: 0, views: 0 }, replies: [{ id: "2", author: "سلمى", handle: "salma", text: "شكرا جزيلا لك.", time: "2026-10-02T11:00:00.000Z", counts: { replies: 0, reposts: 0, likes: 0, views: 0 } }] })}</div></div></main></section>`,
      expect: [
        { text: "Low tide, with @tomreed\nand a bucket. #shore", handle: "idapost", permalink: "https://www.instagram.com/p/108/", time: "2026-10-01T10:00:00.000Z" },
        { text: "👏", handle: "tomreed", permalink: "https://www.instagram.com/p/108/c/1/", counts: { likes: 1345 } },
        { text: "شكرا جزيلا لك.", handle: "salma", permalink: "https://www.instagram.com/p/108/c/2/" },
      ],
    },
    {
      name: "an article with a heading, a video, and a comment whose likes are a button",
      url: "https://www.instagram.com/reel/9/",
      html: `<div role="dialog"><article><header><a href="/idapost/">Ida Post</a></header><video></video><img alt="" src="https://cdninstagram.example/1"><h1 dir="auto">A heading as caption.</h1><a href="/reel/9/"><time datetime="2026-10-01T10:00:00.000Z">1 d</time></a></article></div>
        <main><div><div>${comment({ id: "3", author: "Tom Reed", handle: "tomreed", text: "Nice light there.", time: "2026-10-02T10:00:00.000Z", counts: { replies: 0, reposts: 0, likes: 0, views: 0 } })}<button>4 likes</button></div></div><div><a href="/p/1/c/8/"><time datetime="2026-10-03T10:00:00.000Z">1 d</time></a></div></main>`,
      expect: [
        { text: "A heading as caption.", permalink: "https://www.instagram.com/reel/9/" },
        { text: "Nice light there.", handle: "tomreed" },
      ],
    },
  ],
};
