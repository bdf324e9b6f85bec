// t.me/s/CHANNEL: messages served as plain HTML. Emoji hide their sign in an element; replies repeat the other message.

import { escape, words } from "../posts.js";

/** @typedef {import("../posts.js").TestPost} TestPost */

const image = (/** @type {string} */ sign) => `<i class="emoji" style="background-image: none"><b style="opacity: 0">${sign}</b></i>`;

/** @type {import("../build.js").Markup} */
export default {
  site: "telegram",
  url: "https://t.me/s/harbournews",
  lacks: ["more", "quote", "replies"],
  list: (posts) => `<main class="tgme_main"><section class="tgme_channel_history">${posts}
    <div class="tgme_widget_message_wrap"><div class="tgme_widget_message service_message" data-post="harbournews/1"><div class="tgme_widget_message_text js-message_text">Channel created</div></div></div></section></main>`,
  post: (post) => `<div class="tgme_widget_message_wrap"><div class="tgme_widget_message text_not_supported_wrap" data-post="harbournews/${post.id}"><div class="tgme_widget_message_bubble">
  <div class="tgme_widget_message_author"><a class="tgme_widget_message_owner_name" href="https://t.me/harbournews"><span dir="auto">${escape(post.author)}</span></a></div>
  ${post.repostedBy ? `<div class="tgme_widget_message_forwarded_from">Forwarded from <a class="tgme_widget_message_forwarded_from_name" href="https://t.me/tomreed"><span>${post.repostedBy}</span></a></div>` : ""}
  <a class="tgme_widget_message_reply" href="https://t.me/harbournews/9"><div class="tgme_widget_message_text js-message_reply_text">The message it answers</div></a>
  ${post.picture ? `<a class="tgme_widget_message_photo_wrap" href="https://t.me/harbournews/107"></a>` : ""}
  ${post.text ? `<div class="tgme_widget_message_text js-message_text" dir="auto">${words(post, image)}</div>` : ""}
  <div class="tgme_widget_message_reactions"><span class="tgme_reaction"><i class="emoji"><b>👍</b></i>1.2K</span><span class="tgme_reaction"><tg-emoji emoji-id="9"><i class="emoji"><b>💯</b></i></tg-emoji>34</span></div>
  <div class="tgme_widget_message_footer"><span class="tgme_widget_message_views">20.2K</span><a class="tgme_widget_message_date" href="https://t.me/harbournews/${post.id}"><time datetime="${post.time}">09:30</time></a></div></div></div></div>`,
  facts: (post) => ({
    author: post.author,
    handle: "harbournews",
    permalink: `https://t.me/harbournews/${post.id}`,
    time: post.time,
    counts: { likes: 1234, views: 20200 },
  }),
  others: [
    {
      name: "one embedded message, a poll and other media",
      url: "https://t.me/harbournews/301",
      html: `<div class="tgme_widget_message" data-post="harbournews/301"><div class="tgme_widget_message_from_author">Ida Post</div>
          <div class="tgme_widget_message_text">Without the usual class, <tg-emoji emoji-id="1"><i class="emoji"><b>🦩</b></i></tg-emoji> two<br>lines</div></div>
        <div class="tgme_widget_message" data-post="harbournews/302"><div class="tgme_widget_message_poll"><div class="tgme_widget_message_poll_question">Which boat?</div><div class="tgme_widget_message_poll_option_text">The red one</div></div></div>
        <div class="tgme_widget_message" data-post="harbournews/303"><div class="tgme_widget_message_video_wrap"></div><div class="tgme_widget_message_document"></div><div class="tgme_widget_message_voice"></div><div class="tgme_widget_message_sticker_wrap"></div></div>`,
      expect: [
        { text: "Without the usual class, 🦩 two\nlines", author: "Ida Post", permalink: "https://t.me/harbournews/301" },
        { text: "Which boat?\nThe red one" },
      ],
    },
  ],
};
