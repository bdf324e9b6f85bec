// old.reddit.com: things with the facts in data attributes; comments nest.

import { words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

/** @param {TestPost} post @returns {string} */
const comment = (post) => `<div class="thing id-t1_${post.id} comment noncollapsed" data-fullname="t1_${post.id}" data-author="${post.handle}" data-permalink="/r/harbour/comments/108/x/${post.id}/"><div class="midcol"></div>
  <div class="entry unvoted"><p class="tagline"><a class="author">${post.handle}</a> <span class="score unvoted" title="1345">1345 points</span> <time datetime="${post.time}">2 hours ago</time></p>
  <form class="usertext"><div class="usertext-body may-blank-within md-container"><div class="md"><p>${words(post)}</p></div></div></form><ul class="flat-list buttons"><li><a class="bylink" href="/r/harbour/comments/108/x/${post.id}/">permalink</a></li></ul></div>
  <div class="child"><div class="sitetable listing">${(post.replies ?? []).map(comment).join("")}</div></div></div>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "reddit-old",
  url: "https://old.reddit.com/r/harbour/comments/108/x/",
  lacks: ["emoji", "more", "quote", "repost", "picture"],
  list: (posts) => `<div class="content" role="main"><div class="commentarea"><div class="sitetable nestedlisting">${posts}<div class="thing morechildren"><div class="entry">load more comments</div></div></div></div></div>`,
  post: comment,
  facts: (post) => ({ author: post.handle, handle: post.handle, permalink: `https://old.reddit.com/r/harbour/comments/108/x/${post.id}/`, time: post.time, counts: { likes: 1345 } }),
  others: [
    {
      name: "a thread with replies to load, a collapsed comment and a thread that goes on elsewhere",
      url: "https://old.reddit.com/r/harbour/comments/108/",
      html: `<div class="sitetable nestedlisting"><div class="thing comment collapsed" data-author="tomreed" data-permalink="/r/harbour/comments/108/x/1/"><div class="entry"><p class="tagline"><a class="author">tomreed</a><time datetime="2026-10-01T10:00:00+00:00">1d</time><a class="numchildren" href="#">(4 children)</a></p><div class="usertext-body" style="display: none"><div class="md"><p>Collapsed words.</p></div></div></div></div>
          <div class="thing comment" data-author="idapost" data-permalink="/r/harbour/comments/108/x/2/"><div class="entry"><p class="tagline"><a class="author">idapost</a><a class="numchildren" href="#" style="display: none">(9 children)</a></p><div class="usertext-body"><div class="md"><p>Open words.</p></div></div></div>
            <div class="child"><div class="thing morechildren"><div class="entry"><span class="morecomments"><a class="button" href="#">load more comments<span class="gray">&nbsp;(12 replies)</span></a></span></div></div><span class="deepthread"><a href="/r/harbour/comments/108/x/3/">continue this thread</a></span></div></div></div>`,
      expect: [{ text: "Open words." }],
      folded: { replies: 16, places: 1 },
    },
    {
      name: "links of a front page, one with its text opened, one as a crosspost",
      url: "https://old.reddit.com/r/harbour/",
      html: `<div class="thing link stickied" data-fullname="t3_1" data-author="idapost" data-permalink="/r/harbour/comments/1/minutes/" data-score="77" data-comments-count="41"><div class="entry"><p class="title"><a class="title" href="/r/harbour/comments/1/minutes/">The minutes are out</a> <span class="domain">(self.harbour)</span></p><p class="tagline">submitted <time datetime="2026-10-01T10:00:00+00:00">1 day ago</time> by <a class="author">idapost</a></p>
          <div class="expando"><div class="usertext-body"><div class="md"><p>Printed on green paper.</p></div></div></div><a class="comments" href="/r/harbour/comments/1/minutes/">41 comments</a></div></div>
        <div class="thing link" data-fullname="t3_2" data-crosspost-root-author="salma"><div class="score unvoted" title="5">5</div><div class="entry"><p class="title"><a class="title" href="https://example.org/wall">A wall in the rain</a></p><p class="tagline"><a class="author">tomreed</a></p><a class="comments" href="/r/harbour/comments/2/wall/">3 comments</a></div></div>
        <div class="thing comment stickied" data-author="salma"><div class="entry"><span class="score unvoted">2 points</span><div class="usertext-body"><div class="md"><p>تعليق مثبت.</p></div></div><a class="bylink" href="/r/harbour/comments/2/wall/9/">permalink</a></div></div>`,
      expect: [
        { text: "The minutes are out\nPrinted on green paper.", handle: "idapost", permalink: "https://old.reddit.com/r/harbour/comments/1/minutes/", counts: { replies: 41, likes: 77 } },
        { text: "A wall in the rain", author: "tomreed", permalink: "https://old.reddit.com/r/harbour/comments/2/wall/", counts: { replies: 3, likes: 5 } },
        { text: "تعليق مثبت.", permalink: "https://old.reddit.com/r/harbour/comments/2/wall/9/", counts: { likes: 2 } },
      ],
    },
    {
      name: "results of a search",
      url: "https://old.reddit.com/search",
      html: `<div class="search-result search-result-link" data-fullname="t3_7"><header><a class="search-title" href="https://old.reddit.com/r/harbour/comments/7/minutes/">The minutes are out</a></header><div class="search-result-meta"><span class="search-score">1,345 points</span> <a class="search-comments" href="https://old.reddit.com/r/harbour/comments/7/minutes/">12 comments</a> <span class="search-time">submitted <time datetime="2026-10-01T10:00:00+00:00">1 day ago</time></span> <span class="search-author">by <a class="author" href="https://old.reddit.com/user/idapost">idapost</a></span></div><div class="search-result-body"><div class="md"><p>Printed on green paper.</p></div></div></div>`,
      expect: [{ text: "The minutes are out\nPrinted on green paper.", handle: "idapost", time: "2026-10-01T10:00:00.000Z", permalink: "https://old.reddit.com/r/harbour/comments/7/minutes/", counts: { replies: 12, likes: 1345 } }],
    },
  ],
};
