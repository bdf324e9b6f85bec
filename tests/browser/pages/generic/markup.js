// A site that no file knows: articles with microdata, and among the other layouts whatever else says that it is a post.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<img class="emoji" alt="${sign}" src="data:,">`;

/** @param {TestPost} post @returns {string} */
const article = (post) => `<article itemscope itemtype="https://schema.org/Comment" id="a${post.id}"><header><span itemprop="author" itemscope><a href="/@${post.handle}"><span itemprop="name">${escape(post.author)}</span></a></span> <a rel="bookmark" href="/posts/${post.id}"><time datetime="${post.time}">2h</time></a></header>
  <div itemprop="text"><p>${words(post, image)}</p></div><footer>Reply Share</footer>${(post.replies ?? []).map(article).join("")}</article>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "generic",
  url: "https://somewhere.example/thread",
  lacks: ["more", "quote", "repost", "picture"],
  list: (posts) => `<main>${posts}</main>`,
  post: article,
  facts: (post) => ({ author: post.author, handle: post.handle, permalink: `https://somewhere.example/posts/${post.id}`, time: post.time, counts: {} }),
  others: [
    {
      name: "microformats, comment classes, other microdata and plain roles",
      html: `<nav>Home</nav><div class="h-entry"><a class="p-author" href="https://ida.example/">Ida Post</a><a class="u-url" href="/n/1"><time datetime="2026-10-01T10:00:00Z">1d</time></a><div class="e-content">A note of her own.</div></div>
        <div class="h-cite"><span class="fn">Tom Reed</span><p>Cited here.</p></div>
        <div itemtype="http://schema.org/SocialMediaPosting"><meta itemprop="dateCreated" content="2026-10-02T10:00:00Z"><link itemprop="url" href="/s/2"><div itemprop="articleBody">Posted there.</div></div>
        <div itemtype="https://schema.org/DiscussionForumPosting"><meta itemprop="datePublished" content="2026-10-03T10:00:00Z"><div itemprop="commentText">Discussed there.</div></div>
        <div itemtype="https://schema.org/Answer"><a rel="author" href="/u/salma">سلمى</a><div itemprop="text">الجواب هنا.</div></div>
        <ul><li id="comment-5"><span class="comment-author">x</span><div class="comment-meta">meta</div><cite class="fn">c</cite><div class="comment-content">In a list.</div><a href="#comment-5">link</a><div class="reply">Reply</div></li><li class="comment"><span class="the-author"><a>Ida</a></span><div class="comment-body">By its class.</div></li></ul>
        <div id="comment-6"><span class="the-username">tom</span><form><textarea></textarea>form</form><menu>menu</menu><div class="comment-text">By its id.</div></div><div class="comment"><div class="comment__content">Content of a block.</div></div>
        <div role="article"><div lang="de">Nur die Sprache.</div></div><article><div class="post-content">A post's content.</div></article><article><div class="message-content">A message's content.</div></article><article><div class="comment__body">A block's body.</div></article>
        <article><h2>With a heading</h2><ul><li>and a list</li></ul><time>today</time></article><article><span dir="auto">Only a direction.</span></article><article>Nothing but text.</article>
        <article><div><b>Ida</b> <time>now</time></div><div>Words between boxes, <a href="/t/1">#tagged</a> too.</div><aside>Words of a box beside it, which nobody asked for</aside><div role="link"><div><b>Tom</b> <time>then</time></div><div>Shown in a box.</div></div><button>Like</button></article>`,
      expect: [
        { text: "A note of her own.", author: "Ida Post", permalink: "https://somewhere.example/n/1" },
        { text: "Cited here.", author: "Tom Reed" },
        { text: "Posted there.", permalink: "https://somewhere.example/s/2", time: "2026-10-02T10:00:00.000Z" },
        { text: "Discussed there.", time: "2026-10-03T10:00:00.000Z" },
        { text: "الجواب هنا.", handle: "salma" },
        { text: "In a list.", permalink: "https://somewhere.example/thread#comment-5" },
        { text: "By its class." },
        { text: "By its id." },
        { text: "Content of a block." },
        { text: "Nur die Sprache.", language: "de" },
        { text: "A post's content." },
        { text: "A message's content." },
        { text: "A block's body." },
        { text: "With a heading\nand a list", time: "today" },
        { text: "Only a direction." },
        { text: "Nothing but text." },
        { text: "Words between boxes, #tagged too.", quoted: false },
        { text: "Shown in a box.", quoted: true },
      ],
    },
    {
      name: "posts inside open shadow roots",
      html: `<main><article><p>In the light.</p></article><feed-list><template shadowrootmode="open"><article><p>In the shadow.</p></article><feed-item><template shadowrootmode="open"><article><p>In a shadow of the shadow.</p></article></template></feed-item></template></feed-list></main>`,
      expect: [{ text: "In the light." }, { text: "In the shadow." }, { text: "In a shadow of the shadow." }],
    },
    {
      name: "forums of many makes",
      html: `<ol><li class="postbit postcontainer" id="post_1"><a class="username">Ida Post</a><a href="t?p=1#post1">#1</a><div class="content"><div id="post_message_1"><blockquote class="postcontent">Made by one firm.<div class="bbcode_container">Words of somebody else.</div></blockquote></div></div><div class="signature">s</div></li></ol>
        <div class="post" id="post_2"><span class="the-author"><a>Tom</a></span><div class="post_body">By another.<blockquote>q</blockquote></div><a href="#p2">#2</a></div>
        <div class="post_wrapper"><div class="postarea"><div class="inner" id="msg_3">By a third.<div class="quote">q</div></div><a href="#msg3">link</a></div></div>
        <table id="post4"><tbody><tr><td class="the-username">x</td><td><div class="post_message">By a fourth.</div></td></tr></tbody></table>
        <div id="post-5"><span class="fn">Salma</span><a rel="bookmark" href="/p/5">5</a><div class="post-body">By a fifth.<footer>f</footer></div></div>
        <div id="elPost_6" class="post"><span itemprop="author">Ida</span><div data-role="commentContent">By a sixth.<p class="user-signature">s</p></div></div>
        <div class="post"><div class="entry-content">A blog's entry.</div></div><div class="post"><div class="postbody"><div class="content">By a seventh.</div></div></div>
        <div class="post"><div class="post-text">Short text.</div></div><div class="post"><div class="post-content">Some content.</div></div><div class="post"><div class="message-content">A message.</div></div><div class="post"><div class="entry">An entry.</div></div><div class="post"><div class="postbody">Bare body.</div></div>`,
      expect: [
        { text: "Made by one firm.", author: "Ida Post", permalink: "https://somewhere.example/t?p=1#post1" },
        { text: "By another.", author: "Tom", permalink: "https://somewhere.example/thread#p2" },
        { text: "By a third.", permalink: "https://somewhere.example/thread#msg3" },
        { text: "By a fourth." },
        { text: "By a fifth.", author: "Salma", permalink: "https://somewhere.example/p/5" },
        { text: "By a sixth.", author: "Ida" },
        { text: "A blog's entry." },
        { text: "By a seventh." },
        { text: "Short text." },
        { text: "Some content." },
        { text: "A message." },
        { text: "An entry." },
        { text: "Bare body." },
      ],
    },
    {
      name: "dated blocks without any container's name",
      html: `<main><div class="q1"><div><b>Ida</b> <a href="/1"><time datetime="2026-10-01T10:00:00Z">1d</time></a></div><p>The first dated block.</p></div><div class="q1"><div><b>Tom</b> <time datetime="2026-10-02T10:00:00Z">1d</time></div><div dir="auto">The second dated block.</div></div><div class="q1"><time datetime="2026-10-03T10:00:00Z">1d</time><div lang="en">The third.</div></div><div><time datetime="2026-10-03T10:00:00Z">1d</time> Bare words.</div></main>`,
      expect: [
        { text: "The first dated block.", permalink: "https://somewhere.example/1" },
        { text: "The second dated block.", time: "2026-10-02T10:00:00.000Z" },
        { text: "The third." },
        { text: "Bare words." },
      ],
    },
  ],
};
