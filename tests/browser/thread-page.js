// A post's own page with a long thread below it, in x.com's markup: times, reach, several authors, and among the chatter the posts that
// together make an escalation. The texts are ours.

import { SAYS } from "./feed.js";

/** Posts of the thread that carry labels, at their places from 0. */
export const MARKED = {
  blame: {
    place: 20,
    text: "It was a migrant from the hotel who stabbed those children, confirmed. The news hide it. Share before they delete it.",
  },
  quiet: { place: 35, text: SAYS.calm },
  muster: { place: 50, text: "Everyone meet outside the hotel on Mill Road at 7 tonight, mask up, bring what you can carry." },
  violent: { place: 70, text: SAYS.violent },
};

const CHATTER = [
  "Lovely evening for a walk along the canal, the herons are back.",
  "Does anybody know when the bakery on the corner opens again?",
  "The number nine bus is late for the third time this week.",
  "My sister passed her driving test, cake for everybody!",
  "Café Zoë has a new menu, the soup is very good.",
];
const START = Date.UTC(2026, 10, 24, 12);

/** @param {number} place */
export function textAt(place) {
  const marked = Object.values(MARKED).find((one) => one.place === place % 300);
  return `${marked?.text ?? CHATTER[place % CHATTER.length]}${place >= 300 || !marked ? ` (${place})` : ""}`;
}

/** @param {number} place */
export function threadPost(place) {
  const who = ["Sam Reader", "Ada Field", "Jo March"][place % 3] ?? "";
  const time = new Date(START + place * 40_000).toISOString();
  const text = textAt(place).replace(/&/g, "&amp;").replace(/</g, "&lt;");
  return `<div data-testid="cellInnerDiv"><article data-testid="tweet" tabindex="0" id="post-${place}">
<div><div data-testid="User-Name"><a href="/${who.split(" ")[0]?.toLowerCase()}"><span dir="ltr">${who}</span></a></div>
<a href="/sam/status/${place}"><time datetime="${time}">2h</time></a></div>
<div data-testid="tweetText" lang="en" dir="auto"><span>${text}</span></div>
<div role="group"><button data-testid="reply" aria-label="${place === 0 ? 400 : place % 7} replies">3</button>
<button data-testid="retweet" aria-label="${place % 11} reposts">2</button><button data-testid="like" aria-label="${place % 13} Likes">4</button>
<a href="/sam/status/${place}/analytics" aria-label="${place === 50 ? "1.2M" : place * 3} views">v</a></div></article></div>`;
}

export const THREAD = "https://x.com/sam/status/0";

/** @param {number} posts @returns {import("./harness/server.js").Answer} */
export function threadPage(posts) {
  const all = Array.from({ length: posts }, (_, place) => threadPost(place)).join("\n");
  return {
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Sam on X</title><style>
body { margin: 0; font: 15px/20px system-ui; } main { max-width: 600px; margin: 0 auto; } article { padding: 12px 16px; border-bottom: 1px solid #eee; }
</style></head><body><main>${all}</main></body></html>`,
  };
}
