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
      name: "comments with folded replies, whatever the language",
      url: "https://www.facebook.com/nell/posts/1",
      html: `<div role="main"><div><div role="button"><span>57 comments</span></div><div aria-label="Like" role="button">Like</div>
          <div><div><div role="article" aria-label="Comment by Tom Reed 2 hours ago"><span lang="en"><div dir="auto">Seen by everyone.</div></span><div role="button">Reply</div></div></div><div><div><div role="button" tabindex="0"><span><span>View all 12 replies</span></span></div></div></div></div>
          <div><div><div role="article" aria-label="Kommentar von Ida Post"><span lang="de"><div dir="auto">Von allen gesehen.</div></span></div></div><div><div role="button" tabindex="0"><span>查看另 5 則回覆</span></div></div></div>
          <div><div><div><div role="article" aria-label="تعليق بواسطة سلمى"><span lang="ar"><div dir="auto">رآه الجميع.</div></span></div></div></div><div><div role="button" tabindex="0"><span>عرض ٣ تعليقات أخرى</span></div><div role="button" aria-label="Insert an emoji 1"></div></div></div>
          <div><div><div role="article" aria-label="Comment by Nell"><span lang="en"><div dir="auto">The last one.</div></span></div></div><div><div role="button" tabindex="0"><span>View more comments</span></div></div></div></div></div>`,
      expect: [{ text: "Seen by everyone." }, { text: "Von allen gesehen." }, { text: "رآه الجميع." }, { text: "The last one." }],
      folded: { replies: 20, places: 1 },
    },
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
    {
      name: "a search in German: the group's name above the author's, counts without names of their own, a comment with likes",
      url: "https://www.facebook.com/search/top/?q=hafen",
      html: `<div role="main"><div role="feed"><div><div aria-posinset="1"><div data-ad-rendering-role="profile_name"><h3><a role="link" href="/groups/135/?__cft__[0]=x"><span>Hafenfreunde</span></a></h3></div><div><a role="link" href="/groups/135/user/77/?__cft__[0]=x"><span>Ida Post</span></a><a aria-hidden="true" href="/groups/135/user/77/"><svg></svg></a></div><a href="/groups/135/posts/9/?__cft__[0]=x">4 Std.</a>
          <div data-ad-rendering-role="story_message"><div dir="auto">Das Protokoll liegt aus.</div></div>
          <div><span aria-label="Sieh dir an, wer reagiert hat" role="toolbar"><div aria-label="Gefällt mir: 7 Personen" role="button"><img role="presentation" src="data:,"></div></span><div role="button" tabindex="0"><div>Alle Reaktionen:</div><span aria-hidden="true"><span>1.234</span></span><span><span>1.234</span></span></div>
          <div role="button" id="r1"><span dir="auto">41 Kommentare</span></div><div role="button" tabindex="0"><span dir="auto">3 Mal geteilt</span></div></div>
          <div aria-label="Gefällt mir" role="button"><div data-ad-rendering-role="like_button"></div></div>
          <div role="article" aria-label="Kommentar von Tom Reed vor 2 Stunden"><a role="link" href="/tomreed"><span dir="auto">Tom Reed</span></a><span lang="de"><div dir="auto">Danke dafür.</div></span><div aria-label="2 Reaktionen; ansehen, wer reagiert hat" role="button"><img role="presentation" src="data:,"><span>2</span></div></div></div></div></div></div>`,
      expect: [
        { text: "Das Protokoll liegt aus.", author: "Ida Post", handle: "77", permalink: "https://www.facebook.com/groups/135/posts/9/", counts: { likes: 1234, replies: 41, reposts: 3 } },
        { text: "Danke dafür.", author: "Tom Reed", counts: { likes: 2 } },
      ],
    },
    {
      name: "on a phone",
      url: "https://m.facebook.com/",
      html: `<div data-type="vscroller"><div data-tracking-duration-id="1"><div data-mcomponent="TextArea"><div role="link"><div class="native-text">Ida Post</div></div></div><div data-mcomponent="TextArea"><div class="native-text" dir="auto">The boathouse opens on Monday, bring gloves.</div></div><div data-mcomponent="TextArea"><div class="native-text">12</div></div></div>
          <div data-tracking-duration-id="2"><div data-mcomponent="TextArea"><h3>سلمى</h3></div><div data-mcomponent="TextArea"><div class="native-text">الاجتماع يوم الجمعة.</div></div><img data-type="image" alt="" src="data:,"><video></video></div>
          <div data-tracking-duration-id="3"><div data-mcomponent="TextArea"><a href="/tomreed"><div class="native-text">Tom</div></a></div><div data-mcomponent="TextArea"><div class="native-text">Nets mended here.</div></div></div></div>`,
      expect: [
        { text: "The boathouse opens on Monday, bring gloves.", author: "Ida Post" },
        { text: "الاجتماع يوم الجمعة.", author: "سلمى" },
        { text: "Nets mended here.", author: "Tom" },
      ],
    },
  ],
};
