// Lemmy's own web client, on any host: comments are articles in nested lists.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

/** @param {TestPost} post @returns {string} */
const comment = (post) => `<li class="comment list-unstyled"><article id="comment-${post.id}" class="details comment-node py-2"><div class="ms-2"><div class="row text-muted small"><div class="col"><span><a class="person-listing" title="@${post.handle}@forum.example" href="/u/${post.handle}">${escape(post.author)}</a></span><a class="btn" href="/comment/${post.id}">#</a></div>
  <div class="col-auto"><span class="moment-time pointer" data-tippy-content="${post.time}">2 hours ago</span></div></div><div class="comment-content"><div class="md-div" dir="auto"><p>${words(post)}</p></div></div>
  <div class="row"><button aria-label="Score 1345" class="btn">1.3k</button></div></div></article>${post.replies ? `<ul class="comments">${post.replies.map(comment).join("")}</ul>` : ""}</li>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "lemmy",
  url: "https://forum.example/post/108",
  policy: "script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'",
  head: `<meta name="Description" content="Lemmy">`,
  lacks: ["emoji", "more", "quote", "repost", "picture"],
  list: (posts) => `<div id="root" class="lemmy-site"><ul class="comments">${posts}</ul></div>`,
  post: comment,
  facts: (post) => ({ author: post.author, handle: `${post.handle}@forum.example`, permalink: `https://forum.example/comment/${post.id}`, time: post.time, counts: { likes: 1345 } }),
  others: [
    {
      name: "a thread cut off at its depth",
      html: `<ul><li class="comment list-unstyled"><article id="comment-1" class="details comment-node"><div><a class="person-listing" href="/u/tomreed">tomreed</a><div class="comment-content"><div class="md-div"><p>Deep in the thread.</p></div></div></div></article><div class="details ms-1 comment-node py-2"><button class="btn btn-sm">12 more replies ➔</button></div></li>
        <li class="comment list-unstyled"><article id="comment-2" class="details comment-node"><div><a class="person-listing" href="/u/idapost">idapost</a><div class="comment-content"><div class="md-div"><p>As deep.</p></div></div></div></article><div class="details ms-1 comment-node py-2"><button class="btn btn-sm">More replies ➔</button></div></li></ul>`,
      expect: [{ text: "Deep in the thread." }, { text: "As deep." }],
      folded: { replies: 12, places: 1 },
    },
    {
      name: "posts of a list and of a page, votes written in other places",
      url: "https://forum.example/",
      html: `<script id="isoData" type="application/json">{}</script><div id="root"><div class="post-listing"><div class="post-title"><h1 class="h5"><a href="/post/1">The minutes are out</a></h1></div><a class="person-listing" href="/u/idapost">Ida Post</a><span class="moment-time">1d</span>
          <div class="vote-bar"><span class="unselectable">77</span></div><a href="/post/1?scrollToComments=true" title="41 Comments">41</a><div id="postContent"><div class="md-div"><p>Printed on green paper.</p></div></div><picture><img alt="A wall" src="data:,"></picture></div>
        <article class="post-container"><h2>A wall in the rain</h2><div class="thumbnail"><img alt="" src="data:,"></div><video></video><div class="vote-bar"><button>5</button></div></article>
        <ul class="comments"><li class="comment"><article id="comment-9" class="comment-node"><a class="person-listing" href="/u/salma">سلمى</a><a href="https://other.example/comment/9">link</a><span class="moment-time">2d</span><div class="md-div"><p>بلا إطار.</p></div><ul class="comments"><li class="comment"><article id="comment-10"><div class="md-div">A reply within.</div></article></li></ul></article></li></ul></div>`,
      expect: [
        { text: "The minutes are out\nPrinted on green paper.", author: "Ida Post", permalink: "https://forum.example/post/1", time: "1d", counts: { replies: 41, likes: 77 } },
        { text: "A wall in the rain", permalink: "https://forum.example/", counts: { likes: 5 } },
        { text: "بلا إطار.", handle: "salma", permalink: "https://other.example/comment/9", time: "2d" },
        { text: "A reply within." },
      ],
    },
    {
      name: "the client of 2026: a title and a text in an article, a list with votes at the side, a comment's score in a button",
      url: "https://forum.example/post/7",
      html: `<div id="root" class="lemmy-site"><div id="post-listing-7" class="post-listing my-2"><div><article class="post-container"><a class="person-listing" title="@idapost@far.example" href="/u/idapost@far.example">Ida Post</a><span class="moment-time" data-tippy-content="2026-10-01T10:00:00Z">vor 2 Tagen</span>
          <h1 class="post-name h5 d-inline"><a class="text-body" href="https://example.org/minutes">Das Protokoll liegt aus</a></h1><article class="my-2 postContent"><div><div class="md-div"><p>Auf grünem Papier.</p></div></div></article>
          <a href="/post/7?scrollToComments=true">41 Kommentare</a><div class="btn-group"><button class="btn btn-sm btn-animate py-0" aria-label="77 Punkte" data-tippy-content="77 Punkte"><svg></svg>77</button><button class="btn btn-sm" aria-label="Hochwählen">80</button></div></article></div></div>
        <div id="post-listing-8" class="post-listing"><div><article class="row post-container"><div class="vote-bar"><button class="btn">up</button><div class="unselectable post-score">5</div></div><h1 class="post-name"><a href="/post/8">A wall in the rain</a></h1></article></div></div>
        <li class="comment"><article id="comment-9" class="comment-node"><a class="person-listing" title="@salma" href="/u/salma">salma</a><div class="comment-content"><div class="md-div"><p>شكرا لك.</p></div></div><button class="btn py-0" aria-label="3 Punkte" data-tippy-content="3 Punkte">3</button></article></li></div>`,
      expect: [
        { text: "Das Protokoll liegt aus\nAuf grünem Papier.", handle: "idapost@far.example", time: "2026-10-01T10:00:00.000Z", counts: { replies: 41, likes: 77 } },
        { text: "A wall in the rain", permalink: "https://forum.example/post/8", counts: { likes: 5 } },
        { text: "شكرا لك.", handle: "salma", counts: { likes: 3 } },
      ],
    },
  ],
};
