// A small feed in x.com's markup, behind that site's kind of policy: scripts by nonce, Trusted Types for every sink. Just enough of it
// for the tests of the spine; saved pages of real clients have their own tests.

/** @typedef {{ id: string, text: string, author?: string, picture?: boolean }} FeedPost */
/** @typedef {{ posts?: FeedPost[], dark?: boolean, rtl?: boolean, width?: number, policy?: boolean, background?: string }} FeedOptions */

const NONCE = "bm9uY2U";
const POLICY = [
  "default-src 'self'",
  `script-src 'nonce-${NONCE}' 'strict-dynamic'`,
  `style-src 'nonce-${NONCE}'`,
  "object-src 'none'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

/** Texts whose labels no version of the rules may lose or gain. */
export const SAYS = {
  calm: "Lovely evening for a walk along the canal, the herons are back.",
  violent: "Burn down the migrant hotel and kill them all. Tonight.",
  vermin: "These migrants are vermin, every single one of them.",
};

/** Drawn by the page itself, so that nothing is asked for. */
const PHOTO = `<div data-testid="tweetPhoto"><img alt="A harbour wall"></div>`;

/** In SAYS.violent alone, and painted there whichever of its rules speaks loudest. */
export const VIOLENT_WORDS = /kill|burn/i;

/** @param {FeedPost} post */
export function postHtml({ id, text, author = "Sam Reader", picture = false }) {
  const name = escape(author);
  return `<div data-testid="cellInnerDiv"><article data-testid="tweet" tabindex="0" id="post-${id}">
  <div class="who"><div data-testid="User-Name"><a href="/sam">${name}</a> <span>@sam</span></div>
    <a href="/sam/status/${id}"><time datetime="2026-11-24T18:00:00.000Z">2h</time></a></div>
  <div data-testid="tweetText" lang="en" dir="auto"><span>${escape(text)}</span></div>${picture ? PHOTO : ""}
  <div class="row" role="group" aria-label="3 replies, 2 reposts, 14 likes"><button data-testid="reply">3</button>
    <button data-testid="retweet">2</button> <button data-testid="like">14</button></div>
</article></div>`;
}

/** @param {FeedOptions} [options] @returns {import("./harness/server.js").Answer} */
export function feed({ posts = [], dark = false, rtl = false, width = 600, policy = true, background } = {}) {
  const paper = background ?? (dark ? "#000" : "#fff");
  const body = `<!doctype html><html lang="${rtl ? "ar" : "en"}" dir="${rtl ? "rtl" : "ltr"}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>Home / X</title><style nonce="${NONCE}">
  body { margin: 0; background: ${paper}; color: ${dark ? "#e7e9ea" : "#0f1419"}; font: 15px/20px system-ui, sans-serif; }
  main { max-width: ${width}px; margin: 0 auto; border-inline: 1px solid ${dark ? "#2f3336" : "#eff3f4"}; min-height: 100vh; }
  article { display: flex; flex-direction: column; padding: 12px 16px; border-bottom: 1px solid ${dark ? "#2f3336" : "#eff3f4"}; }
  .who { display: flex; gap: 6px; color: #71767b; } .who a { color: inherit; text-decoration: none; }
  [data-testid="User-Name"] a { font-weight: 700; color: ${dark ? "#e7e9ea" : "#0f1419"}; }
  [data-testid="tweetText"] { white-space: pre-wrap; overflow-wrap: break-word; }
  [data-testid="tweetPhoto"] img { display: block; width: 320px; height: 180px; margin-top: 8px; background: #9ab; }
  .row { display: flex; justify-content: space-between; max-width: 320px; margin-top: 12px; }
  .row button { border: 0; background: none; color: #71767b; font: inherit; }
</style></head><body><main>${posts.map(postHtml).join("\n")}</main></body></html>`;
  return { body, headers: policy ? { "content-security-policy": POLICY } : {} };
}

/** @param {string} text */
function escape(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
}
