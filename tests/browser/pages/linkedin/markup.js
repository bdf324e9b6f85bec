// linkedin.com, the older generation: every name twice, once for screen readers. The newer one is among the other layouts.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

/** @param {TestPost} post */
const actor = (post) => `<div class="update-components-actor"><a class="update-components-actor__meta-link" href="https://www.linkedin.com/in/${post.handle}?miniProfile=x"><span class="update-components-actor__title"><span dir="ltr"><span aria-hidden="true">${escape(post.author)}</span><span class="visually-hidden">${escape(post.author)}</span></span></span>
  <span class="update-components-actor__sub-description"><span aria-hidden="true">6h •</span><span class="visually-hidden">6 hours ago</span></span></a></div>`;
/** @param {TestPost} post */
const text = (post) => `<div class="update-components-text"><span class="break-words"><span dir="${post.rtl ? "rtl" : "ltr"}">${words(post)}</span></span></div>`;

/** @param {TestPost} post @returns {string} */
const comment = (post) => `<article class="comments-comment-entity" data-id="urn:li:comment:(activity:108,${post.id})"><a href="https://www.linkedin.com/in/${post.handle}"><span class="comments-comment-meta__description-title">${escape(post.author)}</span></a><time>4h</time>
  <section class="comments-comment-entity__content"><span class="comments-comment-item__main-content">${text(post)}</span></section><button class="comments-comment-social-bar__reactions-count--cr">10</button></article>${(post.replies ?? []).map(comment).join("")}`;

/** @type {import("../build.js").Markup} */
export default {
  site: "linkedin",
  url: "https://www.linkedin.com/feed/",
  lacks: ["emoji", "more"],
  list: (posts) => `<main><div class="scaffold-finite-scroll__content">${posts}</div><code style="display: none">{"data": "a large block that is not text"}</code></main>`,
  post: (post) => `<div class="feed-shared-update-v2" role="article" data-urn="urn:li:activity:${post.id}">${post.repostedBy ? `<span class="update-components-header__text-view">${post.repostedBy} reposted this</span>` : ""}${actor(post)}
  ${post.text ? `<div class="feed-shared-update-v2__description"><div class="update-components-update-v2__commentary">${text(post)}</div></div>` : ""}
  ${post.quoted ? `<div class="feed-shared-update-v2__update-content-wrapper"><div class="update-components-mini-update-v2" data-urn="urn:li:activity:205"><a href="/feed/update/urn:li:activity:205/">${actor(post.quoted)}</a><div class="feed-shared-inline-show-more-text">${text(post.quoted)}</div></div></div>` : ""}
  ${post.picture ? `<div class="update-components-image"><img alt="A harbour wall" src="data:,"></div>` : ""}
  <ul><li class="social-details-social-counts__reactions"><span class="social-details-social-counts__reactions-count">1,345</span></li><li class="social-details-social-counts__item--right-aligned social-details-social-counts__comments">12 comments</li><li class="social-details-social-counts__item--right-aligned">7 reposts</li></ul>
  <div class="comments">${(post.replies ?? []).map(comment).join("")}</div></div>`,
  facts: (post) =>
    Number(post.id) > 108 && post.id !== "112"
      ? { author: post.author, handle: post.handle, permalink: null, time: "4h", counts: { likes: 10 } }
      : { author: post.author, handle: post.handle, permalink: `https://www.linkedin.com/feed/update/urn:li:activity:${post.id}/`, time: "6h", counts: { replies: 12, reposts: 7, likes: 1345 } },
  others: [
    {
      name: "comments that wait behind buttons",
      html: `<article class="comments-comment-entity" data-id="urn:li:comment:1"><span class="comments-comment-meta__description-title">Tom Reed</span><div class="comments-comment-item__main-content">Said below.</div></article><button class="show-prev-replies button">Vorherige 12 Antworten anzeigen</button>
        <div class="comments-comment-list__load-more-container"><button aria-label="Load more comments" class="comments-comments-list__load-more-comments-arrows"></button><button class="comments-comments-list__load-more-comments-button--cr"><span>Load more comments</span></button><button class="show-prev-replies">See previous replies</button></div>`,
      expect: [{ text: "Said below.", author: "Tom Reed" }],
      folded: { replies: 12, places: 2 },
    },
    {
      name: "the newer generation",
      html: `<div data-testid="mainFeed"><div><div role="listitem" componentkey="expandedabcFeedType_MAIN_FEED"><a href="/in/idapost/"><p>Ida Post</p></a><p>20h •</p>
          <p><span data-testid="expandable-text-box">We start at dawn and<button data-testid="expandable-text-button">… more</button></span></p><video></video><a href="/feed/update/urn:li:activity:9/">post</a>
          <div><a href="/in/tomreed/"><p>Tom Reed</p></a><span data-testid="expandable-text-box">The words of another post.</span></div>
          <div><div componentkey="replaceableComment_urn:li:comment:1"><a href="/in/salma/"><p>سلمى</p></a><a href="/feed/update/urn:li:activity:9?commentUrn=1">2h</a><span data-testid="expandable-text-box">تعليق على المنشور.</span></div></div></div>
        <div role="listitem" componentkey="expandedxyzFeedType_MAIN_FEED"><a href="/company/boats/"><p>Boats &amp; Co</p></a><img src="https://media.licdn.com/dms/image/feedshare-shrink_800/1" alt=""></div></div></div>
        <div role="list"><div role="listitem"><div><a href="/in/idapost/"><p>Ida Post</p></a></div><div><span data-testid="expandable-text-box">Found by a search.</span></div></div></div>
        <div data-view-name="feed-full-update"><span data-testid="expandable-text-box">A page of its own.</span></div>`,
      expect: [
        { text: "We start at dawn and", author: "Ida Post", handle: "idapost", partial: true, permalink: "https://www.linkedin.com/feed/update/urn:li:activity:9/" },
        { text: "The words of another post.", quoted: true, handle: "tomreed" },
        { text: "تعليق على المنشور.", handle: "salma", permalink: "https://www.linkedin.com/feed/update/urn:li:activity:9?commentUrn=1" },
        { text: "Found by a search.", quoted: false },
        { text: "A page of its own." },
      ],
    },
    {
      name: "marks of earlier years",
      html: `<div class="feed-shared-update-v2" data-urn="urn:li:activity:1"><a href="/company/boats/"><span class="update-components-actor__name">Boats</span></a><div class="update-components-actor__sub-description">1w</div><div class="feed-shared-update-v2__description"><div class="update-components-text">Described.</div></div><span class="social-details-social-counts__social-proof-fallback-number">4</span><video></video><div class="update-components-document"></div>
          <div class="feed-shared-mini-update-v2"><span class="update-components-actor__name">Tom Reed</span><a href="/company/nets/"></a><div class="feed-shared-inline-show-more-text">Shown small.</div></div>
          <article class="comments-comment-item comments-comment-entity--reply"><a href="/company/oars/"><span class="comments-post-meta__name-text">Oars</span></a><div class="comments-comment-entity__content"><div class="update-components-text">An answer.</div></div><span class="comments-comment-social-bar__reactions-count">2</span></article></div>
        <div class="feed-shared-update-v2" data-urn="urn:li:activity:2"><div class="feed-shared-text">Older still.</div></div>`,
      expect: [
        { text: "Described.", author: "Boats", time: "1w", counts: { likes: 4 } },
        { text: "Shown small.", quoted: true, author: "Tom Reed" },
        { text: "An answer.", author: "Oars", counts: { likes: 2 } },
        { text: "Older still." },
      ],
    },
    {
      name: "for readers without an account: public cards with comments; a tag whose sign is hidden from screen readers",
      url: "https://www.linkedin.com/posts/idapost_minutes-activity-9-abcd",
      html: `<main><article class="main-feed-activity-card" data-activity-urn="urn:li:activity:9"><div data-test-id="main-feed-activity-card__entity-lockup"><a href="https://de.linkedin.com/in/idapost?trk=public_post_feed-actor-image"><img alt="" src="data:,"></a><a data-tracking-control-name="public_post_feed-actor-name" href="https://de.linkedin.com/in/idapost?trk=x">Ida Post</a><time>1 Woche</time></div>
          <p class="attributed-text-segment-list__content" data-test-id="main-feed-activity-card__commentary" dir="ltr">Das Protokoll liegt aus.</p><ul data-test-id="feed-images-content"><li><img alt="Eine Wand" src="data:,"></li></ul><video></video>
          <a href="#"><span data-test-id="social-actions__reaction-count">1.345</span></a><a data-test-id="social-actions__comments" data-num-comments="12">12 Kommentare</a>
          <section class="comment"><a class="comment__author" href="https://de.linkedin.com/in/tomreed?trk=x">Tom Reed</a><span class="comment__duration-since">6 T.</span><p class="attributed-text-segment-list__content comment__text">Danke dafür.</p><a class="comment__reactions-count">4 Reaktionen</a></section></article>
        <article data-activity-urn="urn:li:activity:10"><div data-test-id="main-feed-activity-card__entity-lockup"><a href="https://www.linkedin.com/company/boats">Boats</a></div><p class="attributed-text-segment-list__content">Without the usual mark.</p></article>
        <div class="feed-shared-update-v2" data-urn="urn:li:activity:11"><div class="update-components-update-v2__commentary"><span dir="ltr">All about <a href="/feed/hashtag/nets"><span class="visually-hidden">hashtag</span><span><span aria-hidden="true">#</span>nets</span></a> today</span></div></div></main>`,
      expect: [
        { text: "Das Protokoll liegt aus.", author: "Ida Post", handle: "idapost", time: "1 Woche", permalink: "https://www.linkedin.com/feed/update/urn:li:activity:9/", counts: { likes: 1345, replies: 12 } },
        { text: "Danke dafür.", author: "Tom Reed", handle: "tomreed", time: "6 T.", counts: { likes: 4 } },
        { text: "Without the usual mark.", author: "Boats", handle: "boats" },
        { text: "All about #nets today" },
      ],
    },
  ],
};
