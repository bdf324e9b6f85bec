// tiktok.com: hashed class names with a readable tail; captions cut into spans; a summary written by a machine beside the caption.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

/** @param {TestPost} post */
const caption = (post) => `<div class="css-1-a--DivMultilineText"><div data-e2e="video-desc" class="css-2-b--DivDescriptionContentContainer"><span data-e2e="desc-span-0_-1">${words(post)}</span>
  <div class="css-3-c--DivCustomTDKContainer"><div data-e2e="v2t-title">A title that a machine wrote</div><div data-e2e="v2t-desc">A summary that a machine wrote</div></div></div>
  <button type="button" class="css-4-d--ButtonExpand">more</button></div>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "tiktok",
  url: "https://www.tiktok.com/foryou",
  lacks: ["emoji", "more", "quote", "repost", "replies"],
  list: (posts) => `<main><div id="column-list-container">${posts}<article data-e2e="recommend-list-item-container" class="css-9--ArticleItemContainer"></article></div></main>`,
  post: (post) => `<article data-e2e="recommend-list-item-container" class="css-9--ArticleItemContainer"><section data-e2e="feed-video">
  <picture><img alt="${escape(post.text)}" src="data:,"></picture><div id="xgwrapper-0-75000${post.id}"><video></video></div></section>
  <div class="css-5--DivCreatorInfoContainer"><a href="/@${post.handle}"><div><p>${escape(post.author)}</p></div></a><span>· 10-11</span></div>${post.text ? caption(post) : ""}
  <section><button aria-label="Like"><strong data-e2e="like-count">25.5K</strong></button><strong data-e2e="comment-count">146</strong><strong data-e2e="share-count">2156</strong></section></article>`,
  facts: (post) => ({ author: post.author, handle: post.handle, permalink: null, time: "10-11", counts: { replies: 146, reposts: 2156, likes: 25500 } }),
  others: [
    {
      name: "comments with folded replies, and one whose replies are open",
      html: `<div class="css-1-7937d88b--DivCommentObjectWrapper"><div class="css-2--DivCommentItemWrapper"><a href="/@tomreed"><p data-e2e="comment-username-1">tomreed</p></a><p data-e2e="comment-level-1"><span>With replies below.</span></p></div>
          <div class="css-3--DivReplyContainer"><div class="css-4--DivViewMoreRepliesWrapper"><div class="css-5--DivViewRepliesContainer"><span>Xem 12 câu trả lời</span></div></div></div></div>
        <div class="css-1--DivCommentObjectWrapper"><div class="css-2--DivCommentItemWrapper"><a href="/@idapost"><p data-e2e="comment-username-1">idapost</p></a><p data-e2e="comment-level-1"><span>Opened by the reader.</span></p></div>
          <div class="css-3--DivReplyContainer"><p data-e2e="view-more-1">View 1 more</p><div class="css-5--DivViewRepliesContainer"><span>Hide</span></div></div></div>`,
      expect: [{ text: "With replies below.", handle: "tomreed" }, { text: "Opened by the reader." }],
      folded: { replies: 13, places: 0 },
    },
    {
      name: "a video's own page with comments",
      url: "https://www.tiktok.com/@idapost/video/7500",
      html: `<div id="app"><div class="css-1--DivVideoDetail"><a href="/@idapost" data-e2e="browse-user-avatar"></a><span data-e2e="browse-username">idapost</span><span data-e2e="browser-nickname"><span>Ida Post</span> · <span>2d ago</span></span>
          <div data-e2e="browse-video-desc"><span>Rowing at dawn with </span><a href="/@tomreed"><p style="display: block">@tomreed</p></a><span> again</span></div>
          <strong data-e2e="browse-like-count">1,2 mil</strong><strong data-e2e="browse-comment-count">2</strong></div>
        <div class="css-2--DivCommentListContainer"><div class="css-3--DivCommentObjectWrapper">
          <div class="css-4--DivCommentItemWrapper"><a href="/@tomreed"><p data-e2e="comment-username-1">Tom Reed</p></a><span data-e2e="comment-level-1"><p style="display: block">Cold hands, warm coffee.</p></span><span data-e2e="comment-time-1">1d ago</span><div class="css-5--DivLikeContainer" aria-label="14 likes"><span>14</span></div></div>
          <div class="css-6--DivReplyContainer"><div class="css-4--DivCommentItemContainer"><a href="/@salma"><p data-e2e="comment-username-2">سلمى</p></a><span data-e2e="comment-level-2"><p>مع القهوة دائما.</p></span></div></div></div></div></div>`,
      expect: [
        { text: "Rowing at dawn with @tomreed again", author: "Ida Post", handle: "idapost", time: "2d ago", permalink: "https://www.tiktok.com/@idapost/video/7500", counts: { likes: 1200, replies: 2 } },
        { text: "Cold hands, warm coffee.", handle: "tomreed", time: "1d ago", counts: { likes: 14 } },
        { text: "مع القهوة دائما.", handle: "salma" },
      ],
    },
    {
      name: "a video's own page in another layout",
      url: "https://www.tiktok.com/@salma/video/7600",
      html: `<div id="app"><div class="css-1--DivContentContainer"><a href="/@salma" data-e2e="browse-user-avatar"></a><div data-e2e="video-desc"><span>التجديف عند الفجر.</span></div></div></div>`,
      expect: [{ text: "التجديف عند الفجر.", handle: "salma", permalink: "https://www.tiktok.com/@salma/video/7600" }],
    },
    {
      name: "results of a search",
      url: "https://www.tiktok.com/search",
      html: `<div id="tabs">${["8", "9"]
        .map(
          (id) => `<div class="css-1--DivItemContainerForSearch"><div data-e2e="search_top-item"><a href="https://www.tiktok.com/@idapost/video/${id}"><picture><img alt="A boat" src="data:,"></picture></a><div class="css-2--DivTimeTag">2d ago</div></div>
          <div data-e2e="search-card-desc"><div data-e2e="search-card-video-caption"><h1><span>Boats, part ${id}</span></h1></div><a href="/@idapost"><p data-e2e="search-card-user-unique-id">idapost</p></a><strong data-e2e="video-views">1.5M</strong></div></div>`,
        )
        .join("")}</div>`,
      expect: ["8", "9"].map((id) => ({ text: `Boats, part ${id}`, handle: "idapost", time: "2d ago", permalink: `https://www.tiktok.com/@idapost/video/${id}`, counts: { views: 1500000 } })),
    },
    {
      name: "a profile's grid: pictures whose captions are only described",
      url: "https://www.tiktok.com/@idapost",
      html: `<div data-e2e="user-post-item"><a href="https://www.tiktok.com/@idapost/video/1"><picture><img alt="Rowing at dawn" src="data:,"></picture><strong data-e2e="video-views">1.5M</strong><div data-e2e="video-card-badge">Pinned</div></a></div>
        <div data-e2e="user-post-item"><a href="https://www.tiktok.com/@idapost/photo/2"><img alt="" src="data:,"></a></div>`,
      expect: [],
    },
    {
      name: "a profile's grid with captions, and comments in Spanish with dates and likes in other places",
      url: "https://www.tiktok.com/@idapost",
      html: `<div data-e2e="user-post-item-list"><div class="css-1--DivItemContainerV2"><div data-e2e="user-post-item"><a href="https://www.tiktok.com/@idapost/video/11"><img alt="" src="data:,"></a><strong data-e2e="video-views">3,4 mil</strong></div><div data-e2e="user-post-item-desc"><a title="x" href="https://www.tiktok.com/@idapost/video/11">Remando al amanecer</a></div></div></div>
        <div class="css-4--DivCommentItemWrapper"><a href="/@tomreed"><p data-e2e="comment-username-1">Tom Reed</p></a><span data-e2e="comment-level-1"><p>Manos frías.</p></span><div class="css-6--DivCommentSubContentWrapper"><span>Hace 1 día</span><p>Responder</p></div><span data-e2e="comment-like-count">1,2 mil</span></div>`,
      expect: [
        { text: "Remando al amanecer", permalink: "https://www.tiktok.com/@idapost/video/11", counts: { views: 3400 } },
        { text: "Manos frías.", handle: "tomreed", time: "Hace 1 día", counts: { likes: 1200 } },
      ],
    },
  ],
};
