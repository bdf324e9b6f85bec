// news.ycombinator.com: tables. A story's title and its facts stand in two rows; a comment's depth is the width of a cell.

import { words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

/** @param {TestPost} post @param {number} depth @returns {string} */
const comment = (post, depth) => `<tr class="athing comtr" id="${post.id}"><td><table><tbody><tr><td class="ind" indent="${depth}"></td><td class="default"><span class="comhead"><a href="user?id=${post.handle}" class="hnuser">${post.handle}</a> <span class="age" title="2026-10-11T09:30:00 ${Date.parse(post.time) / 1000}"><a href="item?id=${post.id}">2 hours ago</a></span></span>
  <div class="comment"><div class="commtext c00">${words(post)}<div class="reply"><u><a href="reply?id=${post.id}">reply</a></u></div></div></div></td></tr></tbody></table></td></tr>${(post.replies ?? []).map((reply) => comment(reply, depth + 1)).join("")}`;

/** @type {import("../build.js").Markup} */
export default {
  site: "hackernews",
  url: "https://news.ycombinator.com/item",
  policy: "default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'",
  lacks: ["emoji", "more", "quote", "repost", "picture"],
  // Rows can stand in no <div>, so the slots of the page's script are bodies of tables, made by list and post.
  list: (posts) => posts,
  post: (post) => `<table class="comment-tree"><tbody>${comment(post, 0)}</tbody></table>`,
  facts: (post) => ({ author: post.handle, handle: post.handle, permalink: `https://news.ycombinator.com/item?id=${post.id}`, time: post.time, counts: {} }),
  others: [
    {
      name: "a thread with a folded comment and a next page",
      url: "https://news.ycombinator.com/item?id=1",
      html: `<table class="comment-tree"><tbody><tr class="athing comtr coll" id="2"><td class="default"><span class="comhead"><a class="hnuser" href="user?id=idapost">idapost</a> <a class="togg clicky" n="12" href="#">[12 more]</a></span><div class="comment noshow" style="display: none"><div class="commtext">Folded words.</div></div></td></tr>
          <tr class="athing comtr" id="3"><td class="default"><span class="comhead"><a class="hnuser" href="user?id=tomreed">tomreed</a> <a class="togg clicky" n="3" href="#">[–]</a></span><div class="comment"><div class="commtext">Open words.</div></div></td></tr></tbody></table><a class="morelink" href="item?id=1&amp;p=2" rel="next">More</a>`,
      expect: [{ text: "Open words.", handle: "tomreed" }],
      folded: { replies: 12, places: 1 },
    },
    {
      name: "a front page in the markup of 2026 and of 2020",
      url: "https://news.ycombinator.com/news",
      html: `<table><tbody><tr class="athing submission" id="1"><td class="title"><span class="rank">1.</span></td><td class="title"><span class="titleline"><a href="https://example.org/nets">How nets are mended</a><span class="sitebit comhead"> (<a href="from?site=example.org"><span class="sitestr">example.org</span></a>)</span></span></td></tr>
          <tr><td class="subtext"><span class="subline"><span class="score">77 points</span> by <a class="hnuser">idapost</a> <span class="age" title="2026-10-01T10:00:00 1790848800"><a href="item?id=1">1 day ago</a></span> | <a href="hide?id=1">hide</a> | <a href="item?id=1">41&nbsp;comments</a></span></td></tr>
          <tr class="athing" id="2"><td class="title"><a href="https://example.org/oars" class="storylink">Oars, a history</a></td></tr>
          <tr><td class="subtext"><span class="score">5 points</span> by <a class="hnuser">tomreed</a> <span class="age"><a href="item?id=2">2 days ago</a></span> | <a href="item?id=2">3&nbsp;comments</a></td></tr></tbody></table>`,
      expect: [
        { text: "How nets are mended", handle: "idapost", permalink: "https://news.ycombinator.com/item?id=1", time: "2026-10-01T10:00:00.000Z", counts: { likes: 77, replies: 41 } },
        { text: "Oars, a history", handle: "tomreed", time: "2 days ago", counts: { likes: 5, replies: 3 } },
      ],
    },
    {
      name: "the pages of a question, of a story in the old markup, and of one comment",
      html: `<table class="fatitem"><tbody><tr class="athing submission" id="3"><td class="title"><span class="titleline"><a href="item?id=3">Ask: who mends nets?</a></span></td></tr><tr><td class="subtext"><span class="subline"><span class="score">9 points</span> <a class="hnuser">salma</a> <span class="age" title="2026-10-01T10:00:00 1790848800"><a href="item?id=3">1 day ago</a></span> <a href="item?id=3">2 comments</a></span></td></tr><tr><td><div class="toptext">By hand, if possible.</div></td></tr></tbody></table>
        <table class="fatitem"><tbody><tr class="athing" id="4"><td class="title"><a class="storylink" href="x">An old story</a></td></tr><tr><td class="subtext"><span class="age"><a href="item?id=4">9 years ago</a></span> <a href="item?id=4">1 comment</a></td></tr></tbody></table>
        <table class="fatitem"><tbody><tr class="athing" id="5"><td><a class="hnuser">idapost</a><div class="commtext">One comment alone.</div></td></tr></tbody></table>
        <table><tbody><tr class="athing comtr" id="6"><td><a class="hnuser">tomreed</a> <span class="age">3 days ago</span><div class="commtext">Without its date.</div></td></tr></tbody></table>`,
      expect: [
        { text: "Ask: who mends nets?\nBy hand, if possible.", handle: "salma", permalink: "https://news.ycombinator.com/item?id=3", counts: { likes: 9, replies: 2 } },
        { text: "An old story", permalink: "https://news.ycombinator.com/item?id=4", time: "9 years ago", counts: { replies: 1 } },
        { text: "One comment alone.", handle: "idapost" },
        { text: "Without its date.", permalink: "https://news.ycombinator.com/item?id=6", time: "3 days ago" },
      ],
    },
    {
      name: "newest comments and a thread of 2020, whose depth is a picture's width",
      url: "https://news.ycombinator.com/newcomments",
      html: `<table><tbody><tr class="athing" id="31"><td class="ind"></td><td class="default"><span class="comhead"><a href="user?id=idapost" class="hnuser">idapost</a> <span class="age" title="2026-10-01T10:00:00 1790848800"><a href="item?id=31">1 minute ago</a></span></span><div class="comment"><span class="commtext c00">Said just now.</span></div></td></tr>
          <tr class="athing comtr" id="32"><td><table><tbody><tr><td class="ind"><img src="s.gif" height="1" width="40"></td><td class="default"><a class="hnuser">tomreed</a><div class="comment"><span class="commtext">An answer of old.</span></div></td></tr></tbody></table></td></tr></tbody></table>`,
      expect: [
        { text: "Said just now.", handle: "idapost", permalink: "https://news.ycombinator.com/item?id=31", time: "2026-10-01T10:00:00.000Z" },
        { text: "An answer of old.", handle: "tomreed" },
      ],
    },
    {
      name: "with every class gone: links to the authors are what is left",
      url: "https://news.ycombinator.com/item",
      suspect: true,
      html: ["41", "42"].map((id) => `<table><tbody><tr><td>x</td><td><a href="user?id=idapost">idapost</a> <a href="item?id=${id}">2 hours ago</a><div><div>Comment number ${id} without a name.</div><a href="reply?id=${id}">reply</a></div></td></tr></tbody></table>`).join(""),
      expect: ["41", "42"].map((id) => ({ text: `Comment number ${id} without a name.`, handle: "idapost", permalink: `https://news.ycombinator.com/item?id=${id}` })),
    },
  ],
};
