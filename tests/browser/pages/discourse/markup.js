// Discourse, on any host: a stream of posts; quotes and link cards are boxes inside the text; emoji are images named by a code.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<img src="data:," title=":flamingo:" class="emoji" alt="${sign}" width="20" height="20">`;

/** @type {import("../build.js").Markup} */
export default {
  site: "discourse",
  url: "https://forum.example/t/harbour/108",
  policy: "script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'unsafe-inline'",
  head: `<meta name="generator" content="Discourse 2026.9 - https://github.com/discourse/discourse">`,
  lacks: ["more", "quote", "repost", "replies"],
  list: (posts) => `<discourse-assets></discourse-assets><div id="main-outlet" class="wrap"><div class="post-stream">${posts}</div></div>`,
  post: (post) => `<div class="topic-post clearfix regular" data-post-number="${post.id}"><article id="post_${post.id}" data-post-id="${post.id}" class="boxed onscreen-post"><div class="row">
  <div class="topic-body"><div class="topic-meta-data"><div class="names"><span class="first full-name"><a href="/u/${post.handle}" data-user-card="${post.handle}">${escape(post.author)}</a></span></div><a class="reply-to-tab">Ida</a>
  <div class="post-infos"><a class="post-date" href="/t/harbour/108/${post.id}"><span class="relative-date" data-time="${Date.parse(post.time)}">2h</span></a></div></div>
  <div class="regular contents"><div class="cooked">${post.text ? `<aside class="quote"><div class="title">idapost:</div><blockquote><p>Words of somebody else.</p></blockquote></aside><p>${words(post, image)}</p><aside class="onebox"><p>A card of a page</p></aside><div class="cooked-selection-barrier" aria-hidden="true"><br></div>` : ""}
  ${post.picture ? `<p><div class="lightbox-wrapper"><img alt="A harbour wall" src="data:,"><div class="meta"><span class="filename">wall.jpg</span></div></div></p>` : ""}</div>
  <section><nav class="post-controls"><button class="like-count">1345</button><button class="show-replies">12 Replies</button></nav></section></div></div></div></article></div>`,
  facts: (post) => ({ author: post.author, handle: post.handle, permalink: `https://forum.example/t/harbour/108/${post.id}`, time: post.time, counts: { replies: 12, likes: 1345 } }),
  others: [
    {
      name: "posts that a filter hides",
      html: `<div class="post-stream"><div class="topic-post"><article data-post-id="1"><div class="names"><a data-user-card="tomreed">tomreed</a></div><div class="cooked"><p>Kept by the filter.</p></div></article></div><div class="gap">view 12 hidden replies</div><div class="gap">view hidden replies</div></div>`,
      expect: [{ text: "Kept by the filter." }],
      folded: { replies: 12, places: 1 },
    },
    {
      name: "the page for readers without scripts, and a theme that shows names only",
      html: `<div id="main-outlet" class="wrap"><div class="topic-body crawler-post" itemprop="comment" itemscope itemtype="http://schema.org/Comment"><div class="crawler-post-meta"><span class="creator" itemprop="author"><a itemprop="url" href="https://forum.example/u/tomreed"><span itemprop="name">Tom Reed</span></a></span><link itemprop="mainEntityOfPage" href="https://forum.example/t/harbour/108/7"><time datetime="2026-10-01T10:00:00Z" itemprop="datePublished">Oct 1</time></div><div class="post" itemprop="text"><p>Without any script.</p></div></div>
        <div class="topic-post"><article data-post-id="8"><div class="names"><a data-user-card="salma" href="/u/salma">سلمى</a></div><div class="cooked"><div class="onebox">card</div><pre><div class="codeblock-button-wrapper">Copy</div><code>let tide = 3;</code></pre><video></video></div><button class="reply-count">3</button><div class="discourse-reactions-counter">9</div></article></div></div>`,
      expect: [
        { text: "Without any script.", author: "Tom Reed", handle: "tomreed", permalink: "https://forum.example/t/harbour/108/7", time: "2026-10-01T10:00:00.000Z" },
        { text: "let tide = 3;", handle: "salma", counts: { replies: 3, likes: 9 } },
      ],
    },
    {
      name: "replies opened above and below a post are posts of others; the page for crawlers counts likes",
      html: `<div id="main-outlet" class="wrap"><div class="topic-post"><article data-post-id="21" role="region"><div class="row"><section class="embedded-posts top topic-body"><div class="reply" data-post-id="20"><div class="names"><span class="first"><a href="/u/tomreed" data-user-card="tomreed">tomreed</a></span></div><a class="post-info arrow" href="/t/harbour/108/1">Jump</a><div class="cooked"><p>The one it answers.</p></div></div></section></div>
          <div class="row"><div class="topic-body"><div class="names"><span class="first"><a href="/u/idapost" data-user-card="idapost">idapost</a></span></div><a class="post-date" href="/t/harbour/108/2"><span class="relative-date" data-time="1790848800000">1 T</span></a><div class="cooked"><p>Eine Antwort darauf.</p></div></div></div></article></div>
        <div id="post_3" class="topic-body crawler-post"><span class="creator" itemprop="author"><a href="https://forum.example/u/salma"><span itemprop="name">salma</span></a></span><time datetime="2026-10-01T10:00:00Z">1. Oktober</time><div class="post" itemprop="text"><p>Für Suchmaschinen.</p></div><div itemprop="interactionStatistic"><meta itemprop="userInteractionCount" content="3"></div></div>
        <div class="topic-body crawler-post"><div class="post"><p>In a very old page.</p></div></div></div>`,
      expect: [
        { text: "Eine Antwort darauf.", handle: "idapost", quoted: false, time: "2026-10-01T10:00:00.000Z", permalink: "https://forum.example/t/harbour/108/2" },
        { text: "The one it answers.", handle: "tomreed", quoted: true, permalink: "https://forum.example/t/harbour/108/1" },
        { text: "Für Suchmaschinen.", handle: "salma", counts: { likes: 3 } },
        { text: "In a very old page." },
      ],
    },
  ],
};
