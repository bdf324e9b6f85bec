// bsky.app: a feed whose parts carry test ids. Quoted posts are links inside a post; names carry invisible direction marks.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const SAID = "October 26, 2026 at 7:50 PM";

/** @param {TestPost} post */
const header = (post) => `<a href="/profile/${post.handle}.example" aria-label="${escape(post.author)}'s avatar" role="link"><div data-expoimage="true" data-testid="userAvatarImage"></div></a>
  <div><a href="/profile/${post.handle}.example" dir="auto" aria-label="View profile" role="link">\u202a${escape(post.author)}\u202c</a>
  <a href="/profile/${post.handle}.example" dir="auto" aria-label="View profile" role="link">\u202a@${post.handle}.example\u202c</a>
  <a href="/profile/${post.handle}.example/post/${post.id}" dir="auto" aria-label="${SAID}" role="link" data-tooltip="${SAID}"><span>·</span>20h</a></div>`;

/** @param {TestPost} post */
const embed = ({ quoted, picture }) =>
  (quoted ? `<div aria-label="Post by ${quoted.handle}.example" role="link" tabindex="0">${header(quoted)}<div dir="auto" data-word-wrap="1">${words(quoted)}</div></div>` : "") +
  (picture ? `<button aria-label="A harbour wall" role="button"><div data-expoimage="true"><img alt="A harbour wall" src="data:,"></div></button>` : "");

/** @param {TestPost} post */
const facts = (post) => ({
  author: post.author,
  handle: `${post.handle}.example`,
  permalink: `https://bsky.app/profile/${post.handle}.example/post/${post.id}`,
  time: SAID,
  counts: { replies: 124, reposts: 622, likes: 3817 },
});

/** @type {import("../build.js").Markup} */
export default {
  site: "bluesky",
  url: "https://bsky.app/profile/nellharbour.example",
  lacks: ["emoji", "more", "replies"],
  list: (posts) => `<main role="main"><div data-testid="postsFeed-flatlist">${posts}</div>
    <div style="display: none"><div data-testid="feedItem-by-idapost.example"><div data-testid="postText">A screen that was left and stays in the page.</div></div></div></main>`,
  post: (post) => `<div role="link" tabindex="0" data-testid="feedItem-by-${post.handle}.example">
  ${post.repostedBy ? `<a href="/profile/tomreed.example" aria-label="Reposted by ${post.repostedBy}">Reposted by ${post.repostedBy}</a>` : ""}${header(post)}
  <div data-testid="contentHider-post">${post.text ? `<div dir="auto" data-word-wrap="1" data-testid="postText">${words(post)}</div>` : ""}${embed(post)}</div>
  <div><button aria-label="Reply (124 replies)" data-testid="replyBtn">124</button><button aria-label="Repost or quote post"><div data-testid="repostCount">622</div></button>
  <button aria-label="Like (3,817 likes)" data-testid="likeBtn"><div data-testid="likeCount">3.8K</div></button></div></div>`,
  facts,
  others: [
    {
      name: "a thread whose branches go on elsewhere, in German too",
      url: "https://bsky.app/profile/idapost.example/post/301",
      html: `<div role="link" data-testid="postThreadItem-by-tomreed.example"><a href="/profile/tomreed.example" dir="auto">Tom Reed</a><a href="/profile/tomreed.example/post/302" aria-label="October 1"><svg></svg>2h</a><div data-word-wrap="1">A reply with more below.</div></div>
        <div><a href="/profile/tomreed.example/post/302" role="link" aria-label="Read more replies"><svg></svg><div dir="auto">Read 12 more replies</div></a></div>
        <div><a href="/profile/idapost.example/post/303" role="link" aria-label="Mehr Antworten lesen"><svg></svg><div dir="auto">1 weitere Antwort lesen</div></a></div>
        <div><a href="/profile/idapost.example/post/301" role="link" aria-label="View full thread"><svg></svg><div dir="auto">View full thread</div></a></div>`,
      expect: [{ text: "A reply with more below.", handle: "tomreed.example" }],
      folded: { replies: 13, places: 1 },
    },
    {
      name: "a thread, whose own post has no link to itself",
      url: "https://bsky.app/profile/idapost.example/post/301",
      html: `<div data-testid="postThreadItem-by-idapost.example"><a href="/profile/idapost.example" dir="auto">\u202aIda Post\u202c</a>
          <div data-word-wrap="1">The first post of the thread.</div>
          <div aria-label="Post by tomreed.example" role="link"><a href="/profile/tomreed.example" dir="auto">Tom Reed</a><a href="/profile/tomreed.example/post/9" aria-label="May 1">1d</a><div data-word-wrap="1">Quoted in the thread.</div><video></video></div>
          <a href="/profile/idapost.example/post/301/reposted-by" aria-label="Reposts of this post">reposts</a><div data-testid="repostCount-expanded">1.2K reposts</div><div data-testid="likeCount-expanded">17 likes</div><button data-testid="replyBtn" aria-label="Reply (2 replies)"></button></div>
        <div role="link" data-testid="postThreadItem-by-tomreed.example"><a href="/profile/tomreed.example" dir="auto">Tom Reed</a>
          <a href="/profile/tomreed.example/post/302" aria-label="October 1">2h</a><div data-word-wrap="1">A reply to it.</div><a role="link" href="https://example.org"><img alt="" src="data:,">A card that is not the post</a></div>`,
      expect: [
        { text: "The first post of the thread.", permalink: "https://bsky.app/profile/idapost.example/post/301", counts: { replies: 2, reposts: 1200, likes: 17 } },
        { text: "Quoted in the thread.", quoted: true, handle: "tomreed.example" },
        { text: "A reply to it.", author: "Tom Reed", permalink: "https://bsky.app/profile/tomreed.example/post/302", time: "October 1" },
      ],
    },
    {
      name: "in German: labels in the reader's language, a repost, exact counts from them",
      url: "https://bsky.app/",
      html: `<div role="link" tabindex="0" data-testid="feedItem-by-idapost.example"><div><a href="/profile/tomreed.example" aria-label="Repostet von Tom Reed" role="link"><svg></svg><div dir="auto">Repostet von Tom Reed</div></a></div>
          <a href="/profile/idapost.example" aria-label="Avatar von Ida Post" role="link"><div data-expoimage="true" data-testid="userAvatarImage"></div></a>
          <div><a href="/profile/idapost.example" dir="auto" aria-label="Profil ansehen" role="link">\u202aIda Post\u202c</a><a href="/profile/idapost.example" dir="auto" aria-label="Profil ansehen" role="link">\u00a0@idapost.example</a><a href="/profile/idapost.example/post/401" dir="auto" aria-label="26. Oktober 2026 um 19:50" role="link" data-tooltip="26. Oktober 2026 um 19:50"><span>· </span>20 Std.</a></div>
          <div dir="auto" data-word-wrap="1" data-testid="postText">Das Protokoll liegt aus.</div>
          <button aria-label="Antworten (1.124 Antworten)" data-testid="replyBtn">1124</button><div data-testid="repostCount">1,2 Tsd.</div><button aria-label="Gefällt mir (3.817 Gefällt mir)" data-testid="likeBtn"><div data-testid="likeCount">3,8 Tsd.</div></button></div>`,
      expect: [{ text: "Das Protokoll liegt aus.", author: "Ida Post", handle: "idapost.example", time: "26. Oktober 2026 um 19:50", permalink: "https://bsky.app/profile/idapost.example/post/401", counts: { replies: 1124, reposts: 1200, likes: 3817 } }],
    },
    {
      name: "with every test id gone: links are what is left",
      url: "https://bsky.app/profile/idapost.example",
      suspect: true,
      html: `<main>${["501", "502"]
        .map(
          (id) => `<div role="link" tabindex="0"><a href="/profile/idapost.example"><div><img alt="" src="data:,"></div></a><div><a href="/profile/idapost.example" dir="auto">Ida Post</a><a href="/profile/idapost.example/post/${id}" aria-label="1 May 2026">1d</a></div><div dir="auto">Nameless post number ${id} of the feed.</div><div><button aria-label="Reply">2</button></div></div>`,
        )
        .join("")}</main>`,
      expect: ["501", "502"].map((id) => ({ text: `Nameless post number ${id} of the feed.`, author: "Ida Post", handle: "idapost.example", permalink: `https://bsky.app/profile/idapost.example/post/${id}`, time: "1 May 2026" })),
    },
    {
      name: "results of a search, whose posts carry no test id of their own",
      url: "https://bsky.app/search?q=minutes",
      html: `<div role="link" tabindex="0"><a href="/profile/idapost.example" aria-label="Ida Post's avatar" role="link"><div data-expoimage="true" data-testid="userAvatarImage"></div></a><div><a href="/profile/idapost.example" dir="auto" aria-label="View profile">Ida Post</a><a href="/profile/idapost.example/post/601" aria-label="1 May 2026" data-tooltip="1 May 2026">1d</a></div>
          <div data-word-wrap="1" data-testid="postText">Found by its words.</div><div role="link" tabindex="0"><a href="/profile/tomreed.example" dir="auto">Tom Reed</a><a href="/profile/tomreed.example/post/602" aria-label="30 April 2026">2d</a><div data-word-wrap="1">Quoted in a result.</div></div>
          <button data-testid="replyBtn" aria-label="Reply (2 replies)"></button></div>`,
      expect: [
        { text: "Found by its words.", author: "Ida Post", handle: "idapost.example", quoted: false, permalink: "https://bsky.app/profile/idapost.example/post/601", counts: { replies: 2 } },
        { text: "Quoted in a result.", quoted: true, handle: "tomreed.example" },
      ],
    },
  ],
};
