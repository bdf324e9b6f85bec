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
      name: "replies that the page folds away, below a post on its own page",
      url: "https://x.com/idapost/status/9",
      html: `<div data-testid="cellInnerDiv"><article role="article" tabindex="-1" data-testid="tweet"><div data-testid="User-Name"><a href="/idapost"><div dir="ltr"><span>Ida Post</span></div></a></div><div data-testid="tweetText" lang="en">Asked on its own page.</div><a href="/idapost/status/9"><time datetime="2026-10-01T10:00:00.000Z">1 Oct</time></a><button data-testid="reply" aria-label="12 Replies. Reply">12</button></article></div>
        <div data-testid="cellInnerDiv"><div><div><button role="button" type="button"><div dir="ltr"><span>Show replies</span></div></button></div></div></div>
        <div data-testid="cellInnerDiv"><div><div><span>Probable spam</span><div role="button" tabindex="0"><span>Show</span></div></div></div></div>
        <div data-testid="cellInnerDiv"><div><button data-testid="1-follow">Follow</button></div></div>`,
      expect: [{ text: "Asked on its own page.", handle: "idapost" }],
      folded: { replies: 0, places: 2 },
    },
    {
      name: "new posts above a timeline are no folded replies",
      html: `<div data-testid="cellInnerDiv"><div><button role="button" type="button"><span>Show 35 posts</span></button></div></div>`,
      expect: [],
    },
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
    {
      name: "in Japanese and Arabic: exact counts from labels, a community note, a poll, an advert, views of an opened post",
      url: "https://x.com/idapost/status/401",
      html: `<article data-testid="tweet" tabindex="-1"><div data-testid="User-Name"><a href="/idapost"><div dir="ltr">いだ</div></a><a href="/idapost"><div dir="ltr">@idapost</div></a></div>
          <div data-testid="tweetText" lang="ja"><span>港の会議は金曜日です。</span></div><div data-testid="birdwatch-pivot"><span>A note that readers wrote</span></div><div data-testid="cardPoll"><span>はい</span><span>12%</span></div>
          <div><div><a href="/idapost/status/401"><time datetime="2026-10-01T10:00:00.000Z">午後7:00 · 2026年10月1日</time></a></div><span>·</span><div><span data-testid="app-text-transition-container"><span>1.2万</span></span> 件の表示</div></div>
          <button data-testid="reply" aria-label="12 件の返信。返信する"></button><button data-testid="retweet" aria-label="7 件のリポスト。リポスト"></button><button data-testid="like" aria-label="1345 件のいいね。いいねする"></button></article>
        <article data-testid="tweet" tabindex="0"><div data-testid="User-Name"><a href="/salma"><div dir="ltr">سلمى</div></a></div><a href="/salma/status/402"><time datetime="2026-10-01T11:00:00.000Z">٢ س</time></a>
          <div data-testid="tweetText" lang="ar" dir="rtl"><span>يبدأ الاجتماع في السابعة.</span></div><button data-testid="reply" aria-label="١٢ ردًا. رد"></button><button data-testid="like" aria-label="٣٬٤٥٦ إعجابًا. إعجاب"></button><a href="/salma/status/402/analytics" aria-label="٣٫٤ ألف مشاهدة"></a></article>
        <div data-testid="placementTracking"><article data-testid="tweet"><div data-testid="User-Name"><a href="/boats"><div dir="ltr">Boats</div></a></div><div data-testid="tweetText" lang="en"><span>Paid for by a shop.</span></div></article></div>
        <article data-testid="tweet"><div data-testid="User-Name"><a href="/idapost"><div dir="ltr">Ida Post</div></a></div><div data-testid="twitter-article-title">Of tides</div><div data-testid="longformRichTextComponent"><div>They come and go.</div></div></article>
        <aside aria-label="おすすめユーザー"><div data-testid="UserCell"><a href="/tomreed"><span>Tom Reed</span></a><span>Boats, nets and other things of mine</span></div></aside>`,
      expect: [
        { text: "港の会議は金曜日です。", handle: "idapost", permalink: "https://x.com/idapost/status/401", counts: { replies: 12, reposts: 7, likes: 1345, views: 12000 } },
        { text: "يبدأ الاجتماع في السابعة.", handle: "salma", counts: { replies: 12, likes: 3456, views: 3400 } },
        { text: "Paid for by a shop.", permalink: null, time: null },
        { text: "Of tides\nThey come and go.", handle: "idapost" },
      ],
    },
  ],
};
