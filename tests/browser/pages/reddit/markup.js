// reddit.com: custom elements with the facts in their attributes; text in slots outside the shadow roots; comments nest without end.

import { words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

/** @param {TestPost} post @param {number} depth @returns {string} */
const comment = (post, depth) => `<shreddit-comment author="${post.handle}" thingid="t1_${post.id}" depth="${depth}" permalink="/r/harbour/comments/108/comment/${post.id}/" score="1345">
  <div slot="commentMeta"><faceplate-tracker><a href="/user/${post.handle}/">${post.handle}</a></faceplate-tracker><faceplate-timeago ts="${post.time}"><time datetime="${post.time}">2h ago</time></faceplate-timeago></div>
  <div slot="comment" dir="${post.rtl ? "rtl" : "auto"}"><div><p>${words(post)}</p></div></div>${(post.replies ?? []).map((reply) => comment(reply, depth + 1)).join("")}</shreddit-comment>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "reddit",
  url: "https://www.reddit.com/r/harbour/comments/108/",
  lacks: ["emoji", "more", "quote", "repost", "picture"],
  list: (posts) => `<shreddit-app><shreddit-comment-tree>${posts}<shreddit-comment author="[deleted]" depth="0" permalink="/r/harbour/comments/108/comment/9/"><div slot="commentMeta">deleted</div></shreddit-comment></shreddit-comment-tree></shreddit-app>`,
  post: (post) => comment(post, 0),
  facts: (post) => ({ author: post.handle, handle: post.handle, permalink: `https://www.reddit.com/r/harbour/comments/108/comment/${post.id}/`, time: post.time, counts: { likes: 1345 } }),
  others: [
    {
      name: "a nested thread with folded replies, in two languages",
      html: `<shreddit-comment-tree><shreddit-comment author="tomreed" depth="0" permalink="/r/harbour/comments/108/comment/1/"><div slot="comment"><p>The first of many.</p></div>
          <faceplate-partial loading="action" src="/svc/shreddit/more-comments/harbour/t3_108?cursor=1"><div><button><span>12 more replies</span></button></div></faceplate-partial></shreddit-comment>
          <shreddit-comment author="idapost" depth="0" permalink="/r/harbour/comments/108/comment/2/"><div slot="comment"><p>The second of many.</p></div><a slot="more-comments-permalink" href="/r/harbour/comments/108/comment/2/"><span>٣ ردود أخرى</span></a></shreddit-comment>
          <faceplate-partial style="display: none" src="/svc/shreddit/more-comments/harbour/t3_108?cursor=2"><button>5 more replies</button></faceplate-partial>
          <faceplate-partial src="/svc/shreddit/more-comments/harbour/t3_108?top-level=1"><button>View more comments</button></faceplate-partial></shreddit-comment-tree>`,
      expect: [{ text: "The first of many." }, { text: "The second of many." }],
      folded: { replies: 15, places: 1 },
    },
    {
      name: "a feed with a text post, a picture, a crosspost and a title alone",
      url: "https://www.reddit.com/r/harbour/",
      html: `<article><shreddit-post author="idapost" permalink="/r/harbour/comments/1/minutes/" created-timestamp="2026-10-01T10:00:00.000000+0000" score="-3" comment-count="41" post-language="en" post-title="The minutes are out">
          <a slot="full-post-link" href="/r/harbour/comments/1/minutes/"><faceplate-screen-reader-content>The minutes are out</faceplate-screen-reader-content></a><a slot="title" href="/r/harbour/comments/1/minutes/"><faceplate-screen-reader-content>Post: </faceplate-screen-reader-content>The minutes are out</a>
          <div slot="text-body"><div class="md"><p>They are printed on green paper.</p><img alt="" src="data:,"><shreddit-post-overflow-menu>Report</shreddit-post-overflow-menu></div></div><span data-testid="sticky">Pinned</span></shreddit-post></article>
        <article><shreddit-post author="tomreed" permalink="/r/harbour/comments/2/wall/" created-timestamp="2026-10-01T10:00:00.000000+0000" score="5" comment-count="0" post-type="crosspost" post-title="A wall"><h1 slot="title">A wall</h1>
          <div slot="post-media-container"><img alt="A harbour wall" src="data:,"><video></video><shreddit-player></shreddit-player></div></shreddit-post></article>
        <article><shreddit-post author="salma" permalink="/r/harbour/comments/3/x/" post-title="Only in an attribute"></shreddit-post></article>
        <shreddit-comment author="tomreed" depth="0" created="2026-10-01T11:00:00.000Z" permalink="/r/harbour/comments/1/comment/5/"><div slot="comment"><p>With a picture <img alt="" src="data:,"></p></div><time datetime="2026-10-01T11:00:00.000Z">1d</time></shreddit-comment>`,
      expect: [
        { text: "The minutes are out\nThey are printed on green paper.", author: "idapost", time: "2026-10-01T10:00:00.000Z", language: "en", counts: { replies: 41 } },
        { text: "A wall", permalink: "https://www.reddit.com/r/harbour/comments/2/wall/" },
        { text: "Only in an attribute" },
        { text: "With a picture", handle: "tomreed" },
      ],
    },
    {
      name: "search results and a profile's comments",
      url: "https://www.reddit.com/search/",
      html: `<div data-testid="search-post-unit"><h2><a data-testid="post-title" href="/r/harbour/comments/1/minutes/" aria-label="The minutes"><faceplate-screen-reader-content>The minutes</faceplate-screen-reader-content></a></h2><a href="/user/idapost/">u/idapost</a>
          <time datetime="2026-10-01T10:00:00.000Z">3 days ago</time><a data-testid="post-title-text" href="/r/harbour/comments/1/minutes/">The minutes</a>
          <div data-testid="search-counter-row"><span><faceplate-number number="17">17</faceplate-number> votes</span><span>·</span><span><faceplate-number>4</faceplate-number> comments</span></div></div>
        <shreddit-profile-comment author="tomreed" permalink="/r/harbour/comments/1/comment/7/" href="/r/harbour/comments/1/comment/7/" score="2"><time datetime="2026-10-02T10:00:00.000Z">1d</time><div slot="comment"><div id="t1_7-post-rtjson-content" class="md"><p>On his profile.</p></div></div></shreddit-profile-comment>`,
      expect: [
        { text: "The minutes", handle: "idapost", permalink: "https://www.reddit.com/r/harbour/comments/1/minutes/", counts: { likes: 17, replies: 4 } },
        { text: "On his profile.", author: "tomreed", permalink: "https://www.reddit.com/r/harbour/comments/1/comment/7/" },
      ],
    },
  ],
};
