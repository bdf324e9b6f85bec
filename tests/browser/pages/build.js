// Builds a site's test pages from its markup and the posts of posts.js, and says what a reader must find there.

import { cut, emoji, later, picture, plain, quoting, repost, rightToLeft, thread } from "./posts.js";

/** @typedef {import("./posts.js").TestPost} TestPost */
/** @typedef {{ author: string | null, handle: string | null, permalink: string | null, time: string | null, counts: Partial<TestPost["counts"]> }} ExpectedFacts */
/** @typedef {{ text: string, quoted?: boolean, partial?: boolean, language?: string } & Partial<ExpectedFacts>} Expected */

/**
 * A site's markup, in the shape that its real client gives.
 * @typedef {object} Markup
 * @property {string} site      the name of the site file that must be chosen
 * @property {string} url
 * @property {string} [policy]  the Content-Security-Policy of the page; "{nonce}" stands for this page's
 * @property {string} [head]
 * @property {string} [root]    attributes of the html element
 * @property {string} [body]    attributes of the body element
 * @property {string[]} [lacks] what the site has no markup for: emoji, more, quote, repost, picture, replies
 * @property {string} [cutMark] what the site writes where it cuts a text
 * @property {number} [folded]  replies that buttons beside one post stand for
 * @property {(post: TestPost) => string} post
 * @property {(posts: string) => string} list
 * @property {(post: TestPost) => ExpectedFacts} facts
 * @property {{ name: string, url?: string, root?: string, html: string, suspect?: boolean, expect: Expected[], folded?: import("../../../extension/content/folded.js").Folded }[]} [others]  other layouts of the site; suspect: it must be said to have changed
 */

const NONCE = "c2l0ZXM";
/** For sites of whose policy nothing is known: the strictest that lets the page's own script run. */
const STRICT =
  "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'unsafe-inline'; require-trusted-types-for 'script'; trusted-types 'none'";

/** What the page's script can be asked to do, as the real clients do it. Nodes come from templates: Trusted Types forbid innerHTML. */
const SCRIPT = `
const copy = (id) => document.getElementById(id).content.cloneNode(true);
addEventListener("test-more", () => document.getElementById("cut").replaceChildren(copy("whole")));
addEventListener("test-recycle", () => {
  const place = document.getElementById("first");
  const [next] = copy("recycled").children;
  const old = place.firstElementChild;
  for (const { name } of [...old.attributes]) old.removeAttribute(name);
  for (const { name, value } of next.attributes) old.setAttribute(name, value);
  old.replaceChildren(...next.childNodes);
});
addEventListener("test-navigate", () => {
  history.pushState(null, "", "#later");
  document.getElementById("list").replaceChildren(copy("later"));
});`;

/** @param {Markup} markup @returns {TestPost[]} */
export function postsOf({ lacks = [] }) {
  const has = (/** @type {string} */ what) => !lacks.includes(what);
  return [
    plain,
    { ...emoji, emoji: has("emoji") ? emoji.emoji : undefined },
    rightToLeft,
    ...(has("more") ? [cut] : []),
    ...(has("quote") ? [quoting] : []),
    ...(has("repost") ? [repost] : []),
    ...(has("picture") ? [picture] : []),
    ...(has("replies") ? [thread] : []),
  ];
}

/** A post, the one it quotes and its replies, in the order of the page. @param {TestPost} post @param {boolean} quoted @returns {{ post: TestPost, quoted: boolean }[]} */
function flat(post, quoted = false) {
  return [{ post, quoted }, ...(post.quoted ? flat(post.quoted, true) : []), ...(post.replies ?? []).flatMap((reply) => flat(reply))];
}

/** @param {Markup} markup @param {TestPost[]} posts @returns {Expected[]} */
export function expected(markup, posts) {
  return posts
    .flatMap((post) => flat(post))
    .filter(({ post }) => post.text !== "")
    .map(({ post, quoted }) => ({ text: post.text + (post.rest ? (markup.cutMark ?? "") : ""), quoted, partial: post.rest !== undefined, ...(quoted ? {} : markup.facts(post)) }));
}

/** The page with every post, and with a script that recycles, expands and navigates. @param {Markup} markup */
export function mainPage(markup) {
  const [first, ...rest] = postsOf(markup);
  const slot = (/** @type {TestPost} */ post) => markup.post(post);
  const whole = { ...cut, text: cut.text + cut.rest, rest: undefined };
  const items = rest.map((post) => (post.rest ? `<div id="cut">${slot(post)}</div>` : slot(post)));
  const html = document(
    markup,
    `${markup.list(`<div id="list" style="display: contents"><div id="first">${slot(first ?? plain)}</div>${items.join("\n")}</div>`)}
<template id="recycled">${slot(emoji)}</template>
<template id="whole">${slot(whole)}</template>
<template id="later">${slot(later)}</template>
<script nonce="${NONCE}">${SCRIPT}</script>`,
  );
  return { html, posts: postsOf(markup), whole, policy: policyOf(markup) };
}

/** @param {Markup} markup @param {string} body */
export function document(markup, body) {
  return `<!doctype html>
<html lang="en" ${markup.root ?? ""}><head><meta charset="utf-8"><title>${markup.site}</title>${markup.head ?? ""}</head>
<body ${markup.body ?? ""}>${body}</body></html>`;
}

/** @param {Markup} markup */
export function policyOf(markup) {
  return (markup.policy ?? STRICT).replaceAll("{nonce}", NONCE);
}
