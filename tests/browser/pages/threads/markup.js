// threads.com: pressable containers; names, dates and counts are marked up like the text; a quoted post is a container in another.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

/** @param {string} label @param {string} number */
const button = (label, number) => `<div><div role="button" tabindex="0"><div><div><svg aria-label="${label}"></svg></div><span dir="auto"><div><span>${number}</span></div></span></div></div></div>`;

/** @param {TestPost} post @returns {string} */
const body = (post) => `<div><a href="/@${post.handle}" role="link"><div><img alt="${post.handle}'s profile picture" src="data:,"></div></a></div>
  <div><span><div><a href="/@${post.handle}" role="link" tabindex="0"><span dir="auto"><span>${escape(post.author)}</span></span></a></div></span>
  <span dir="auto"><a href="/@${post.handle}/post/${post.id}" role="link"><time datetime="${post.time}" title="Oct 11"><span><abbr aria-label="59 minutes ago"><span>59m</span></abbr></span></time></a></span>
  <div aria-haspopup="menu" role="button"><svg aria-label="More"></svg></div></div>
  ${post.text ? `<div><span dir="auto"><span>\u2060${words(post)}</span></span></div>` : ""}${post.quoted ? `<div data-pressable-container="true">${body(post.quoted)}</div>` : ""}
  ${post.picture ? `<a href="/@${post.handle}/post/${post.id}/media"><picture><img alt="A harbour wall" src="data:,"></picture></a>` : ""}
  <div>${button("Like", "1.3K")}${button("Reply", "12")}${button("Repost", "7")}${button("Share", "")}</div>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "threads",
  url: "https://www.threads.com/@nellharbour",
  lacks: ["emoji", "more", "repost", "replies"],
  list: (posts) => `<div role="region" aria-label="Column body">${posts}</div>`,
  post: (post) => `<div data-virtualized="false"><div><div data-pressable-container="true" data-interactive-id="">${body(post)}</div></div></div>`,
  facts: (post) => ({ author: post.author, handle: post.handle, permalink: `https://www.threads.com/@${post.handle}/post/${post.id}`, time: post.time, counts: { replies: 12, reposts: 7, likes: 1300 } }),
  others: [
    {
      name: "a page as served to readers without an account: no containers",
      url: "https://www.threads.com/@idapost/post/301",
      html: `<div role="region"><div>${["301", "302"]
        .map((id) => `<div>${body({ id, author: "Ida Post", handle: "idapost", text: `Served post number ${id}.`, time: "2026-10-01T10:00:00.000Z", counts: { replies: 0, reposts: 0, likes: 0, views: 0 } })}<video></video></div>`)
        .join("")}</div></div>`,
      expect: ["301", "302"].map((id) => ({ text: `Served post number ${id}.`, handle: "idapost", permalink: `https://www.threads.com/@idapost/post/${id}` })),
    },
  ],
};
