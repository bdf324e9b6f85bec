// The demo's page: invented posts in x.com's markup, behind the policy of such a site (scripts and styles by nonce or from itself,
// Trusted Types for every sink), so that the extension meets what it meets outside.
import { readFileSync } from "node:fs";

const POLICY = [
  "default-src 'none'",
  "script-src 'nonce-demo' 'strict-dynamic'",
  "style-src 'self'",
  "base-uri 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join("; ");

const SKIES = ["#4b6584", "#a55eea", "#20805e", "#b8562f", "#3867d6", "#8854d0", "#0f766e", "#7c5c3b"];

/** @typedef {{ name: string, handle: string, age: string, text: string, counts: number[] }} DemoPost */

/** @type {DemoPost[]} */
export const posts = JSON.parse(read("posts.json"));

export const ADDRESS = "https://x.com/home";

/** @param {import("../harness/server.js").SiteServer} server */
export function serveFeed(server) {
  server.give("https://x.com/feed.css", { body: read("feed.css") + avatars(), type: "text/css" });
  server.give(ADDRESS, { body: html(), headers: { "content-security-policy": POLICY } });
}

/** The colours of the avatars, in the style sheet because the policy forbids style attributes. */
function avatars() {
  return SKIES.map((colour, place) => `.sky${place} { background: ${colour} }`).join("\n");
}

function html() {
  return `<!doctype html>
<html lang="en" dir="ltr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark"><title>Home / X</title><link rel="stylesheet" href="/feed.css"></head>
<body><nav aria-hidden="true"><i></i><i></i><i></i><i></i></nav>
<main><h1>Home</h1>${posts.map(article).join("\n")}</main>
<aside><h2>What’s happening</h2><p><span>Trending nearby</span>Harbour Road</p><p><span>Sport</span>Second half</p>
<p><span>Weather</span>First frost</p></aside></body></html>`;
}

/** @param {DemoPost} post @param {number} place */
function article({ name, handle, age, text, counts }, place) {
  const [replies = 0, reposts = 0, likes = 0, views = 0] = counts;
  const permalink = `/${handle}/status/${1800000000000000000n + BigInt(place)}`;
  return `<div data-testid="cellInnerDiv"><article data-testid="tweet" tabindex="0" role="article">
  <div class="avatar sky${place % SKIES.length}" aria-hidden="true">${name[0]}</div><div>
  <div class="who"><div data-testid="User-Name"><a href="/${handle}"><b dir="ltr">${name}</b></a> <a href="/${handle}">@${handle}</a></div>
    <span aria-hidden="true">·</span><a href="${permalink}"><time datetime="2026-11-24T18:00:00.000Z">${age}</time></a></div>
  <div data-testid="tweetText" lang="en" dir="auto"><span>${text}</span></div>
  <div class="row" role="group" aria-label="${replies} replies, ${reposts} reposts, ${likes} likes, ${views} views">
    <button data-testid="reply" aria-label="${replies} Replies. Reply">${short(replies)}</button>
    <button data-testid="retweet" aria-label="${reposts} reposts. Repost">${short(reposts)}</button>
    <button data-testid="like" aria-label="${likes} Likes. Like">${short(likes)}</button>
    <a href="${permalink}/analytics" aria-label="${views} views. View post analytics">${short(views)}</a></div>
  </div></article></div>`;
}

/** @param {number} count */
function short(count) {
  return count < 1000 ? String(count) : `${(count / 1000).toFixed(1)}K`;
}

/** @param {string} name */
function read(name) {
  return readFileSync(new URL(name, import.meta.url), "utf8");
}
