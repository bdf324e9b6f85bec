// x.com: a timeline of cells. Quoted posts stand in a box without links; long posts are cut in the page; emoji are images.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<img alt="${sign}" draggable="false" src="https://abs-0.twimg.com/emoji/v2/svg/1f9a9.svg">`;

/** @param {TestPost} post */
const text = (post) => (post.text === "" ? "" : `<div dir="auto" lang="${post.rtl ? "ar" : "en"}" data-testid="tweetText"><span>${words(post, image)}</span></div>`);
/** @param {TestPost} post */
const more = (post) => (post.rest ? `<button role="link" data-testid="tweet-text-show-more-link"><span>Show more</span></button>` : "");
const photo = `<a href="/nellharbour/status/107/photo/1"><div aria-label="Image" data-testid="tweetPhoto"><img alt="A harbour wall" src="data:,"></div></a>`;

/** @param {TestPost} quoted */
const box = (quoted) => `<div aria-labelledby="id__q"><div dir="ltr"><span>Quote</span></div><div tabindex="0" role="link"><div>
  <div data-testid="User-Name"><div dir="ltr"><span><span>${quoted.author}</span></span></div><div tabindex="-1"><div dir="ltr"><span>@${quoted.handle}</span></div></div>
    <div dir="ltr" aria-hidden="true"><span>·</span></div><div dir="ltr" aria-label="4 hours ago"><time datetime="${quoted.time}">4h</time></div></div>
  ${text(quoted)}</div></div></div>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "x",
  url: "https://x.com/home",
  lacks: ["replies"],
  list: (posts) => `<main role="main"><section role="region"><div aria-label="Timeline">${posts}</div></section></main>`,
  post: (post) => `<div data-testid="cellInnerDiv"><div><div><article role="article" tabindex="0" data-testid="tweet"><div>
  ${post.repostedBy ? `<div><a href="/tomreed" dir="ltr" role="link"><span data-testid="socialContext"><span dir="ltr">${post.repostedBy}</span> reposted</span></a></div>` : ""}
  <div data-testid="Tweet-User-Avatar"><a href="/${post.handle}" aria-hidden="true" role="link" tabindex="-1"><img alt="" src="data:,"></a></div>
  <div data-testid="User-Name"><div><a href="/${post.handle}" role="link"><div dir="ltr"><span><span>${escape(post.author)}</span></span></div></a></div>
    <div><a href="/${post.handle}" role="link" tabindex="-1"><div dir="ltr"><span>@${post.handle}</span></div></a><div dir="ltr" aria-hidden="true"><span>·</span></div>
    <a href="/${post.handle}/status/${post.id}" dir="ltr" aria-label="2 hours ago" role="link"><time datetime="${post.time}">2h</time></a></div></div>
  ${text(post)}${more(post)}${post.quoted ? box(post.quoted) : ""}${post.picture ? photo : ""}
  <div role="group" aria-label="12 replies, 7 reposts, 1345 likes, 20210 views">
    <button data-testid="reply" aria-label="12 Replies. Reply"><span>12</span></button>
    <button data-testid="retweet" aria-label="7 reposts. Repost"><span>7</span></button>
    <button data-testid="like" aria-label="1345 Likes. Like"><span>1.3K</span></button>
    <a href="/${post.handle}/status/${post.id}/analytics" aria-label="20210 views. View post analytics"><span>20K</span></a></div>
</div></article></div></div></div>`,
  facts: (post) => ({
    author: post.author,
    handle: post.handle,
    permalink: `https://x.com/${post.handle}/status/${post.id}`,
    time: post.time,
    counts: post.counts,
  }),
  others: [
    {
      name: "a post page with a link that has hidden pieces, a mention in a box, a liked post, a pinned post, a video and an article",
      html: `<article data-testid="tweet" tabindex="-1"><div><span data-testid="socialContext">Pinned</span></div>
        <div data-testid="User-Name"><a href="/idapost"><div dir="ltr">Ida Post</div></a></div>
        <div data-testid="tweetText" lang="und"><span>Minutes by </span><div style="display: inline-flex"><span><a href="/tomreed">@tomreed</a></span></div><span> are at </span><a href="https://t.co/a"><span aria-hidden="true">https://</span>example.org/minutes<span aria-hidden="true">/2026/october</span><span aria-hidden="true">…</span></a></div>
        <div data-testid="videoPlayer"><video aria-label="Boats in a row"></video></div><div data-testid="card.wrapper"><a href="/x">Card title that is not the post</a></div>
        <a href="/idapost/status/7"><time datetime="2026-10-01T10:00:00.000Z">Oct 1</time></a>
        <button data-testid="unretweet" aria-label="17002 Reposts. Undo"></button><button data-testid="unlike" aria-label="1,2 mil Me gusta"></button></article>
        <article data-testid="tweet"><div data-testid="User-Name"><a href="/idapost"><div dir="ltr">Ida Post</div></a></div>
        <div data-testid="twitterArticleRichTextView"><div data-contents="true"><div>A long article about tides.</div></div></div></article>`,
      expect: [
        { text: "Minutes by @tomreed are at example.org/minutes", permalink: "https://x.com/idapost/status/7", counts: { reposts: 17002, likes: 1200 } },
        { text: "A long article about tides.", author: "Ida Post", permalink: null },
      ],
    },
  ],
};
