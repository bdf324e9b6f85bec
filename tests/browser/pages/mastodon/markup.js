// Mastodon's web client, on any host: recognised by its mount point. Links hide parts of their address; emoji are images.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<img draggable="false" class="emojione" alt="${sign}" title="flamingo" src="data:,">`;
/** @param {TestPost} post */
const who = (post) => `<a href="/@${post.handle}" class="status__display-name"><span class="display-name"><bdi><strong class="display-name__html">${escape(post.author)}</strong></bdi> <span class="display-name__account">@${post.handle}</span></span></a>`;
/** @param {TestPost} post */
const when = (post) => `<a href="/@${post.handle}/${post.id}" class="status__relative-time"><time datetime="${post.time}" title="Oct 11">2h</time></a>`;
/** @param {TestPost} post */
const content = (post) => (post.text === "" ? "" : `<div class="status__content"><div class="status__content__text status__content__text--visible translate" lang="${post.rtl ? "ar" : "en"}"><p>${words(post, image)}</p></div>
  <button class="translate-button">Translate</button></div>`);
const gallery = `<div class="media-gallery"><img alt="A harbour wall" src="data:,"></div>`;

/** @param {TestPost} post @returns {string} */
const status = (post) => `<div class="status__wrapper">${post.repostedBy ? `<div class="status__prepend"><a href="/@tomreed" class="status__display-name muted"><bdi><strong>${post.repostedBy}</strong></bdi></a> boosted</div>` : ""}
  <div class="status status-public${post.repostedBy ? " status--boosted" : ""}" data-id="${post.id}"><div class="status__info">${when(post)}${who(post)}</div>
  ${content(post)}${post.picture ? gallery : ""}${post.quoted ? `<div class="status__quote">${status(post.quoted)}</div>` : ""}
  <div class="status__action-bar"><div class="status__action-bar__button-wrapper"><button class="icon-button icon-button--with-counter"><span class="icon-button__counter">12</span></button></div>
  <div class="status__action-bar__button-wrapper"><button class="icon-button"><span class="icon-button__counter">7</span></button></div>
  <div class="status__action-bar__button-wrapper"><button class="star-icon icon-button"><span class="icon-button__counter">1.3K</span></button></div></div></div></div>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "mastodon",
  url: "https://town.example/home",
  policy: "default-src 'none'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'nonce-{nonce}'",
  head: `<script id="initial-state" type="application/json">{}</script>`,
  lacks: ["more", "replies"],
  list: (posts) => `<div class="app-holder" id="mastodon"><div class="item-list" role="feed">${posts}
    <article data-id="900"><div tabindex="-1" style="opacity: 0"><span>Ida Post</span><span>&lt;p&gt;A stub that shows its markup.&lt;/p&gt;</span></div></article></div></div>`,
  post: (post) => `<article data-id="${post.id}" tabindex="-1">${status(post)}</article>`,
  facts: (post) => ({
    author: post.author,
    handle: post.handle,
    permalink: `https://town.example/@${post.handle}/${post.id}`,
    time: post.time,
    counts: { replies: 12, reposts: 7, likes: 1300 },
  }),
  others: [
    {
      name: "a post on its own page, a link with hidden parts, a collapsed long post and a reply",
      url: "https://town.example/@idapost/301",
      html: `<div id="mastodon"><div class="detailed-status"><a href="/@idapost" class="detailed-status__display-name"><bdi><strong class="display-name__html">Ida Post</strong></bdi><span class="display-name__account">@idapost@town.example</span></a>
          <div class="status__content"><div class="status__content__text" lang="und"><p>Minutes with <span class="h-card"><a href="/@tomreed" class="u-url mention">@<span>tomreed</span></a></span> at <a href="https://example.org/minutes/october"><span class="invisible">https://</span><span class="ellipsis">example.org/minutes</span><span class="invisible">/october</span></a></p><p>Second paragraph.</p></div></div>
          <div class="video-player"><video title="Boats in a row"></video></div>
          <div class="detailed-status__meta"><a class="detailed-status__datetime" href="/@idapost/301"><time datetime="2026-10-01T10:00:00.000Z">Oct 1</time></a>
          <span class="detailed-status__reblogs">14</span><span class="detailed-status__favorites">1,024</span></div></div>
        <div class="status__wrapper status__wrapper-reply"><div class="status status-reply" data-id="302"><a class="status__relative-time" href="/@tomreed/302"><time datetime="2026-10-01T11:00:00.000Z">1d</time></a>
          <div class="status__content status__content--collapsed">An old theme, <span class="quote-inline">RE: link</span>all words in one line.<button class="status__content__read-more-button">Read more</button></div><div class="audio-player"></div><div class="status-card">Card</div></div></div>
        <div class="status" data-id="304"><a class="status__relative-time" href="/@idapost/304"><time datetime="2026-10-01T12:00:00.000Z">1d</time></a><div class="content-warning"><p>Food, and a long story</p><button>Show more</button></div></div>
        <div class="status" data-id="305"><a class="status__relative-time" href="/@idapost/305"><time datetime="2026-10-01T12:00:00.000Z">1d</time></a><div class="content-warning content-warning--filter"><p>Matches filter “harbour”</p><button>Show anyway</button></div></div>
        <article data-id="306" class="r1"><header><a href="/@idapost" title="@idapost"><bdi>Ida Post</bdi></a><a href="/@idapost/306"><time datetime="2026-10-01T12:00:00.000Z">1d</time></a></header><div class="content-warning"><p><span>Eye contact</span></p><button>Show more</button></div></article>
        <article data-id="303"><div><div><a href="/@salma"><bdi>سلمى</bdi></a><a href="/@salma/303"><time datetime="2026-10-01T12:00:00.000Z">1d</time></a></div><div lang="ar"><p>مرحبا بكم في الحديقة.</p></div></div></article></div>`,
      expect: [
        { text: "Minutes with @tomreed at example.org/minutes\nSecond paragraph.", handle: "idapost@town.example", permalink: "https://town.example/@idapost/301", counts: { reposts: 14, likes: 1024 } },
        { text: "An old theme, all words in one line.", permalink: "https://town.example/@tomreed/302" },
        { text: "Food, and a long story", permalink: "https://town.example/@idapost/304" },
        { text: "Eye contact", author: "Ida Post", permalink: "https://town.example/@idapost/306" },
        { text: "مرحبا بكم في الحديقة.", author: "سلمى", handle: "salma", permalink: "https://town.example/@salma/303" },
      ],
    },
    {
      name: "the redesign of 2026 in a list: wrappers, hashed names, a quoted post, counts in a footer, a picture",
      url: "https://town.example/home",
      html: `<div id="mastodon"><div role="feed"><article data-id="601" aria-posinset="1"><div><article data-id="601" class="a1 b2"><header class="c3"><a href="/@idapost" title="@idapost@far.example" role="presentation"><img alt="" src="data:,"></a><div><p><a href="/@idapost" title="@idapost@far.example"><bdi>Ida Post</bdi></a> • <a href="/@idapost/601"><time datetime="2026-10-01T10:00:00.000Z">2 T.</time></a></p><p><a href="/@idapost" title="@idapost@far.example">@idapost@far.example</a></p></div></header>
          <div class="d4"><div class="e5" lang="de"><p>Worth a look, in German.</p></div><article data-id="602" class="f6"><header><a href="/@tomreed" title="@tomreed"><bdi>Tom Reed</bdi></a><a href="/@tomreed/602"><time datetime="2026-10-01T09:00:00.000Z">2 T.</time></a></header><div><div lang="en"><p>Nets are mended here.</p></div><figure></figure><video></video></div></article></div>
          <footer><div><button title="Antworten">12</button><div hidden></div><button>7</button><button title="Favorisieren">1.345</button><button>Teilen</button></div></footer></article></div></article></div></div>`,
      expect: [
        { text: "Worth a look, in German.", author: "Ida Post", handle: "idapost@far.example", language: "de", quoted: false, permalink: "https://town.example/@idapost/601", counts: { replies: 12, reposts: 7, likes: 1345 } },
        { text: "Nets are mended here.", quoted: true, author: "Tom Reed", handle: "tomreed" },
      ],
    },
  ],
};
