// phpBB's own style, on any host.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<img class="smilies" src="data:," width="15" height="17" alt="${sign}" title="Flamingo">`;

/** @type {import("../build.js").Markup} */
export default {
  site: "phpbb",
  url: "https://board.example/viewtopic.php",
  head: `<link rel="stylesheet" href="data:,#styles/prosilver/theme.css">`,
  body: `id="phpbb" class="nojs notouch section-viewtopic ltr"`,
  lacks: ["more", "quote", "repost", "replies"],
  list: (posts) => `<div id="wrap"><div id="page-body">${posts}</div></div>`,
  post: (post) => `<div id="p${post.id}" class="post has-profile bg2"><div class="inner"><dl class="postprofile"><dt><a href="./memberlist.php?u=2" class="username">${escape(post.author)}</a></dt></dl><div class="postbody"><div id="post_content${post.id}">
  <h3><a href="#p${post.id}">Re: Harbour</a></h3><p class="author"><a class="unread" href="./viewtopic.php?p=${post.id}#p${post.id}"><span class="sr-only">Post</span></a><span class="responsive-hide">by <strong><a class="username">${escape(post.author)}</a></strong> » </span><time datetime="${post.time.replace(".000Z", "+00:00")}">Sun Oct 11, 2026</time></p>
  <div class="content">${post.text ? `<blockquote><div><cite>idapost wrote:</cite>Words of somebody else.</div></blockquote>${words(post, image)}` : ""}${post.picture ? `<img src="data:," class="postimage" alt="Image">` : ""}</div>
  <div class="notice">Last edited</div><div class="signature">A signature</div></div></div></div></div>`,
  facts: (post) => ({ author: post.author, handle: post.author, permalink: `https://board.example/viewtopic.php?p=${post.id}#p${post.id}`, time: post.time, counts: {} }),
  others: [
    {
      name: "a topic of several pages",
      html: `<div class="post" id="p9"><div class="postbody"><p class="author"><a class="username" href="?u=1">tomreed</a></p><div class="content">On the first page.</div></div></div><div class="pagination"><ul><li class="arrow next"><a class="button" rel="next" href="?start=10">Next</a></li></ul></div>`,
      expect: [{ text: "On the first page." }],
      folded: { replies: 0, places: 1 },
    },
    {
      name: "coloured names, dates without a machine's form, attachments and code",
      html: `<div class="post" id="p7"><dl class="postprofile"><dt><a class="username-coloured">Ida Post</a></dt></dl><div class="postbody"><h3><a href="#p7">Nets</a></h3><p class="author">by <a class="username-coloured">Ida Post</a> <time>Oct 1</time></p><div class="content">See the code.<div class="codebox"><p>Code: Select all</p><pre><code>tide = 3</code></pre></div><div class="notice">n</div><div class="signature">s</div><dl class="attachbox"><dd><img alt="wall" src="data:,"></dd></dl></div></div></div>
        <div class="post" id="p8"><div class="postbody"><p class="author">Oct 2</p><div class="content">Nameless.</div></div></div><link rel="x" href="styles/prosilver">`,
      expect: [
        { text: "See the code.\ntide = 3", author: "Ida Post", time: "Oct 1", permalink: "https://board.example/viewtopic.php#p7" },
        { text: "Nameless.", time: "Oct 2" },
      ],
    },
    {
      name: "results of a search, in German",
      url: "https://board.example/search.php",
      html: `<div class="search post bg1"><div class="inner"><dl class="postprofile"><dt class="author">von <a href="./memberlist.php?u=2" class="username">Ida Post</a></dt><dd class="search-result-date">Do 1. Okt 2026, 10:00</dd><dd>Forum: <a href="./viewforum.php?f=2">Hafen</a></dd></dl><div class="postbody"><h3><a href="./viewtopic.php?p=9#p9">Protokoll</a></h3><div class="content">Das Protokoll liegt aus.</div></div></div></div>`,
      expect: [{ text: "Das Protokoll liegt aus.", author: "Ida Post", time: "Do 1. Okt 2026, 10:00", permalink: "https://board.example/viewtopic.php?p=9#p9" }],
    },
  ],
};
