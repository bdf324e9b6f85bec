// youtube.com: custom elements whose ids repeat; nodes of comments are filled anew after a soft navigation; emoji are images.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<img class="small-emoji" alt="${sign}" src="data:,">`;

/** @param {TestPost} post @returns {string} */
const comment = (post) => `<ytd-comment-view-model id="comment"><div id="body"><div id="main"><div id="header"><div id="pinned-comment-badge"><span>Pinned by someone</span></div>
  <a id="author-text" href="/@${post.handle}"><span> ${escape(post.author)} </span></a><span id="published-time-text"><a href="/watch?v=abc&amp;lc=${post.id}">2 days ago</a></span></div>
  <div id="comment-content"><yt-attributed-string id="content-text"><span class="ytAttributedStringHost">${words(post, image)}</span></yt-attributed-string></div>
  <div id="action-buttons"><span id="vote-count-middle">1.3K</span></div></div></div></ytd-comment-view-model>`;

/** @param {TestPost} post */
const replies = ({ replies: all = [] }) =>
  `<div id="replies"><ytd-comment-replies-renderer><div id="more-replies"><button aria-label="12 replies">12 replies</button></div><div id="contents">${all.map(thread).join("")}</div></ytd-comment-replies-renderer></div>`;

/** @param {TestPost} post @returns {string} */
const thread = (post) => comment(post) + replies(post);

/** @type {import("../build.js").Markup} */
export default {
  site: "youtube",
  url: "https://www.youtube.com/watch?v=abc",
  folded: 12,
  policy: "require-trusted-types-for 'script'; trusted-types 'none'; script-src 'nonce-{nonce}'",
  lacks: ["more", "quote", "repost", "picture"],
  list: (posts) => `<ytd-comments id="comments"><div id="contents"><ytd-comment-thread-renderer style="display: block">${posts}</ytd-comment-thread-renderer></div></ytd-comments>`,
  post: (post) => (post.replies ? thread(post) : comment(post)),
  facts: (post) => ({ author: post.author, handle: post.handle, permalink: `https://www.youtube.com/watch?v=abc&lc=${post.id}`, time: "2 days ago", counts: { likes: 1300 } }),
  others: [
    {
      name: "comments with folded replies, in English and Hindi, and one thread that is open",
      url: "https://www.youtube.com/watch?v=abc",
      html: `<ytd-comment-thread-renderer><ytd-comment-view-model><a id="author-text" href="/@tomreed">@tomreed</a><div id="content-text">A comment with replies.</div></ytd-comment-view-model>
          <ytd-comment-replies-renderer><ytd-button-renderer id="more-replies"><button aria-label="12 replies"><span>12 replies</span></button></ytd-button-renderer><ytd-button-renderer id="less-replies" hidden><button>Hide 12 replies</button></ytd-button-renderer></ytd-comment-replies-renderer></ytd-comment-thread-renderer>
        <ytd-comment-thread-renderer><ytd-comment-view-model><a id="author-text" href="/@idapost">@idapost</a><div id="content-text">Another one.</div></ytd-comment-view-model>
          <ytd-comment-replies-renderer><div id="more-replies-sub-thread"><button><span>१.२ हज़ार जवाब</span></button></div></ytd-comment-replies-renderer></ytd-comment-thread-renderer>
        <ytd-comment-thread-renderer><ytd-comment-view-model><a id="author-text" href="/@salma">@salma</a><div id="content-text">An open one.</div></ytd-comment-view-model>
          <ytd-comment-replies-renderer><ytd-button-renderer id="more-replies" hidden><button>30 replies</button></ytd-button-renderer><ytd-continuation-item-renderer><button>Show more replies</button></ytd-continuation-item-renderer></ytd-comment-replies-renderer></ytd-comment-thread-renderer>
        <ytd-comment-thread-renderer><ytd-comment-replies-renderer><ytd-button-renderer id="more-replies"><button>View reply</button></ytd-button-renderer></ytd-comment-replies-renderer></ytd-comment-thread-renderer>`,
      expect: [{ text: "A comment with replies." }, { text: "Another one." }, { text: "An open one." }],
      folded: { replies: 1212, places: 2 },
    },
    {
      name: "a video with its title and description, and titles of other videos",
      url: "https://www.youtube.com/watch?v=def",
      html: `<ytd-watch-metadata><div id="title"><h1><yt-formatted-string>Rowing at dawn</yt-formatted-string></h1></div>
          <div id="owner"><a href="/@idapost"></a><ytd-channel-name><a href="/@idapost">Ida Post</a></ytd-channel-name></div><like-button-view-model><button aria-label="like this video along with 1,234 other people"></button></like-button-view-model>
          <div id="description-inline-expander"><div id="info"><span>20,210 views</span><span> </span><span>Oct 1, 2026</span></div><yt-attributed-string>Two boats and a very cold morning.</yt-attributed-string></div></ytd-watch-metadata>
        <ytd-rich-item-renderer><yt-lockup-view-model><h3><a href="/watch?v=1"><span class="ytLockupMetadataViewModelTitle">How to mend a net</span></a></h3><div class="ytContentMetadataViewModelMetadataRow"><a href="/@tomreed">Tom Reed</a></div><span class="badge-shape">Live</span></yt-lockup-view-model></ytd-rich-item-renderer>
        <yt-lockup-view-model><h3><a href="/shorts/2">Nets in one minute</a></h3></yt-lockup-view-model>
        <ytd-video-renderer><h3><a id="video-title" href="/watch?v=3">An older layout</a></h3><ytd-channel-name><a href="/@salma">سلمى</a></ytd-channel-name><div id="metadata-line"><span>1.5M views</span><span>3 years ago</span></div></ytd-video-renderer>
        <ytd-compact-video-renderer><span id="video-title">Beside the video</span></ytd-compact-video-renderer><ytd-grid-video-renderer><span class="yt-lockup-metadata-view-model__title">In a grid</span></ytd-grid-video-renderer>
        <ytm-video-with-context-renderer><h3>On a phone</h3></ytm-video-with-context-renderer>`,
      expect: [
        { text: "Rowing at dawn\nTwo boats and a very cold morning.", author: "Ida Post", handle: "idapost", time: "Oct 1, 2026", permalink: "https://www.youtube.com/watch?v=def", counts: { likes: 1234, views: 20210 } },
        { text: "How to mend a net", author: "Tom Reed", handle: "tomreed", permalink: "https://www.youtube.com/watch?v=1" },
        { text: "Nets in one minute", permalink: "https://www.youtube.com/shorts/2" },
        { text: "An older layout", handle: "salma", time: "3 years ago", counts: { views: 1500000 } },
        { text: "Beside the video" },
        { text: "In a grid" },
        { text: "On a phone" },
      ],
    },
    {
      name: "community posts, one shared, and older and smaller comment layouts",
      url: "https://www.youtube.com/@idapost/posts",
      html: `<ytd-backstage-post-renderer><a id="author-text" href="/@idapost">Ida Post</a><yt-formatted-string id="published-time-text"><a href="/post/Ugk1">1 day ago</a></yt-formatted-string><yt-formatted-string id="content-text">The boathouse opens on Monday.</yt-formatted-string>
          <div id="content-attachment"><img alt="" src="data:,"></div><span id="vote-count-middle">15</span><div id="reply-button-end"><a aria-label="3 comments"></a></div></ytd-backstage-post-renderer>
        <ytd-shared-post-renderer><div id="author-thumbnail"><a href="/@tomreed"></a></div><a id="author-text">Tom Reed</a><yt-formatted-string id="content">Bring gloves.</yt-formatted-string><ytd-post-renderer><yt-formatted-string id="content-text">The boathouse opens on Monday, again.</yt-formatted-string></ytd-post-renderer></ytd-shared-post-renderer>
        <ytd-comment-renderer><a id="author-text" href="/@salma">سلمى</a><yt-formatted-string id="content-text">تعليق قديم هنا.</yt-formatted-string><div id="content"></div></ytd-comment-renderer>
        <ytm-comment-renderer><div class="comment-header"><span class="comment-title">Tom Reed</span><span class="comment-published-time">1 hour ago</span></div><p class="comment-text">From a phone.</p></ytm-comment-renderer>`,
      expect: [
        { text: "The boathouse opens on Monday.", handle: "idapost", permalink: "https://www.youtube.com/post/Ugk1", counts: { likes: 15, replies: 3 } },
        { text: "Bring gloves.", handle: "tomreed", quoted: false },
        { text: "The boathouse opens on Monday, again.", quoted: true },
        { text: "تعليق قديم هنا.", handle: "salma" },
        { text: "From a phone.", author: "Tom Reed", time: "1 hour ago" },
      ],
    },
    {
      name: "with every name gone: links to comments are what is left",
      url: "https://www.youtube.com/watch?v=ghi",
      suspect: true,
      html: `<x-comments>${["1", "2"].map((id) => `<x-comment><div><a href="/@idapost">@idapost</a><span><a href="/watch?v=ghi&amp;lc=${id}">vor 2 Tagen</a></span></div><div><span dir="auto">Kommentar Nummer ${id} ohne Namen.</span></div><button aria-label="Mag ich">3</button></x-comment>`).join("")}</x-comments>`,
      expect: ["1", "2"].map((id) => ({ text: `Kommentar Nummer ${id} ohne Namen.`, handle: "idapost", time: "vor 2 Tagen", permalink: `https://www.youtube.com/watch?v=ghi&lc=${id}` })),
    },
  ],
};
