// Every site file, in the order in which a page is compared with them. A test checks that none is missing.

import bluesky from "./bluesky.json" with { type: "json" };
import discourse from "./discourse.json" with { type: "json" };
import disqus from "./disqus.json" with { type: "json" };
import facebook from "./facebook.json" with { type: "json" };
import generic from "./generic.json" with { type: "json" };
import hackernews from "./hackernews.json" with { type: "json" };
import instagram from "./instagram.json" with { type: "json" };
import lemmy from "./lemmy.json" with { type: "json" };
import linkedin from "./linkedin.json" with { type: "json" };
import mastodon from "./mastodon.json" with { type: "json" };
import phpbb from "./phpbb.json" with { type: "json" };
import reddit from "./reddit.json" with { type: "json" };
import redditOld from "./reddit-old.json" with { type: "json" };
import telegram from "./telegram.json" with { type: "json" };
import telegramA from "./telegram-a.json" with { type: "json" };
import telegramK from "./telegram-k.json" with { type: "json" };
import threads from "./threads.json" with { type: "json" };
import tiktok from "./tiktok.json" with { type: "json" };
import wordpress from "./wordpress.json" with { type: "json" };
import x from "./x.json" with { type: "json" };
import xenforo from "./xenforo.json" with { type: "json" };
import youtubeChat from "./youtube-chat.json" with { type: "json" };
import youtube from "./youtube.json" with { type: "json" };

/** @type {import("../content/rules.js").SiteFile[]} */
export const sites = /** @type {never} */ ([
  x,
  bluesky,
  telegram,
  telegramA,
  telegramK,
  tiktok,
  youtube,
  youtubeChat,
  facebook,
  instagram,
  threads,
  reddit,
  redditOld,
  linkedin,
  hackernews,
  disqus,
  mastodon,
  discourse,
  lemmy,
  xenforo,
  phpbb,
  wordpress,
  generic,
]);
