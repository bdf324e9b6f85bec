// facebook.com: cards full of hidden decoys; text in the message block; the shared post's message in the same card; comments nest.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<span><img alt="${sign}" referrerpolicy="origin" src="/images/emoji.php/v9/t.png"></span>`;
const decoys = `<div aria-hidden="true"><blockquote><span dir="auto">Facebook</span></blockquote><div aria-hidden="true" role="button" tabindex="-1"></div></div>`;

/** @param {TestPost} post */
const message = (post) => `<div data-ad-rendering-role="story_message"><div data-ad-comet-preview="message"><div><span dir="auto"><div><div dir="auto" style="text-align: start">${words(post, image)}${post.rest ? `… <div role="button" tabindex="0">See more</div>` : ""}</div></div></span></div></div></div>`;

/** @param {TestPost} post @returns {string} */
const comment = (post) => `<div aria-label="Comment by ${escape(post.author)} a week ago" role="article" tabindex="-1"><a aria-hidden="true" role="link" href="/${post.handle}"></a><div><span><a role="link" href="/${post.handle}"><span dir="auto">${escape(post.author)}</span></a></span>
  <span lang="${post.rtl ? "ar" : "en"}"><div dir="auto" style="text-align: start">${words(post, image)}</div></span></div>
  <ul><li><a role="link" href="/nellharbour/posts/108?comment_id=${post.id}&amp;__cft__[0]=x">1w</a></li><li><div role="button">Reply</div></li></ul></div>${(post.replies ?? []).map(comment).join("")}`;

/** @type {import("../build.js").Markup} */
export default {
  site: "facebook",
  url: "https://www.facebook.com/groups/harbour",
  policy: "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'",
  lacks: ["repost"],
  cutMark: "…",
  list: (posts) => `<div role="main"><div role="feed">${posts}<div><div aria-posinset="99" aria-describedby="r1"></div></div></div></div>`,
  post: (post) => `<div><div data-virtualized="false"><div aria-posinset="${Number(post.id) - 100}" aria-describedby="r0">${decoys}
  <div data-ad-rendering-role="profile_name"><h3><a role="link" href="/groups/harbour/user/${post.handle}/?__cft__[0]=x">${escape(post.author)}</a></h3></div>
  <a role="link" href="/nellharbour/posts/${post.id}?__cft__[0]=x&amp;__tn__=y"><span>1</span><span style="position: absolute; top: 3000px">d</span></a>
  ${post.text ? message(post) : ""}${post.quoted ? `<div><div data-ad-rendering-role="profile_name"><h4><a href="/idapost">Ida Post</a></h4></div><div class="shared">${message(post.quoted)}</div></div>` : ""}
  ${post.picture ? `<a href="/photo/?fbid=7"><img data-imgperflogname="feedImage" alt="May be an image of a wall" src="data:,"></a>` : ""}
  <div>${(post.replies ?? []).map(comment).join("")}</div></div></div></div>`,
  facts: (post) =>
    Number(post.id) > 108 && post.id !== "112"
      ? { author: post.author, handle: post.handle, permalink: `https://www.facebook.com/nellharbour/posts/108?comment_id=${post.id}`, time: "1w", counts: {} }
      : { author: post.author, handle: post.handle, permalink: `https://www.facebook.com/nellharbour/posts/${post.id}`, time: null, counts: {} },
  others: [
    {
      name: "a post opened over the page, a page post without its usual marks, comments with pictures",
      url: "https://www.facebook.com/permalink.php",
      html: `<div role="dialog"><div><div><h2><a href="/idapost">Ida Post</a></h2></div><div data-ad-rendering-role="story_message"><div dir="auto">Opened over everything else.</div></div></div></div>
        <div role="main"><div role="article"><h4><a href="/profile.php?id=77">Tom Reed</a></h4><span data-ad-rendering-role="profile_name">Tom Reed</span><a href="/story.php?story_fbid=5&amp;id=77"><time datetime="2026-10-01T10:00:00.000Z">1d</time></a><div data-ad-preview="message"><span>An older card.</span></div><video></video></div>
          <div role="article"><h3><a href="/salma">سلمى</a></h3><a href="/groups/h/permalink/9/">1d</a><a href="/salma/videos/3/"></a><a href="/reel/4/"></a><div dir="auto" style="text-align: start">Only its alignment marks it.</div>
            <div role="article" aria-label="Comment by Tom"><a role="link" href="/tomreed"><span>Tom Reed</span></a><div dir="auto" style="text-align: start">Without a language. <div role="button">See more</div></div><a href="/groups/h/permalink/9/?comment_id=3"><span>2d</span></a><time datetime="2026-10-02T10:00:00.000Z">2d</time><a role="link" href="/photo/"><img src="https://scontent.example/1" alt=""></a>
              <div role="article" aria-label="Reply by Ida"><a role="link" href="/idapost"><span>Ida</span></a><div dir="auto">The plainest of all… <div role="button">See more</div></div><a href="?comment_id=4"><span>3d</span></a><video></video>
              <div role="article" aria-label="Reply by Salma"><a role="link" href="/salma"><span>سلمى</span></a><span lang="ar"><div dir="auto">رد أخير… <div role="button">المزيد</div></div></span></div></div></div></div></div>`,
      expect: [
        { text: "Opened over everything else.", handle: "idapost" },
        { text: "An older card.", handle: "77", time: "2026-10-01T10:00:00.000Z" },
        { text: "Only its alignment marks it.", handle: "salma", permalink: "https://www.facebook.com/groups/h/permalink/9/" },
        { text: "Without a language.", partial: false, permalink: "https://www.facebook.com/groups/h/permalink/9/?comment_id=3" },
        { text: "The plainest of all…", partial: true },
        { text: "رد أخير…", partial: true },
      ],
    },
  ],
};
