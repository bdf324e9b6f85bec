// Finds the words of a post where no selector names them: on unknown sites, and on a site that changed its names. A strategy of its own
// because it weighs the post's parts against each other, which selectors cannot.

/** @typedef {import("./scope.js").Scope} Scope */

/** Elements that hold words themselves, whatever the site calls them. */
const HOLDERS = "p, div, span, td, dd, li, blockquote, section, pre, h1, h2";
/** Parts that stand around the words of a post, never among them. */
const FURNITURE = "time, button, [role='button'], [role='toolbar'], input, textarea, form, nav, header, footer, aside, svg, video, iframe";
/** What a long post is made of, side by side. */
const PARAGRAPHS = "p, ul, ol, pre, h1, h2";
/** Words of a name or a control: they say who and when, not what. */
const NOT_WORDS = `a, h3, h4, h5, h6, dt, label, summary, cite, time, button, [role='button'], nav, header, footer, aside`;
const LETTER = /\p{L}|\p{N}|\p{Extended_Pictographic}/u;

/**
 * The elements that hold the words, or none.
 * @param {Scope} scope
 * @param {string} leaveOut  selector of parts that are no words of the post
 * @returns {Element[]}
 */
export function bodyOf(scope, leaveOut) {
  // A box that mostly holds the words of others is the post's own where there are no other words.
  const core = richest(scope, `${NOT_WORDS}, ${leaveOut}`) ?? richest(scope, NOT_WORDS);
  if (!core || core === scope.post) return core ? [core] : [];
  const block = widest(core, scope);
  const { parentElement } = block;
  if (!block.matches(PARAGRAPHS) || !parentElement) return [block];
  return [...parentElement.children].filter((child) => child.matches(PARAGRAPHS) && !scope.isOther(child));
}

/** The element that says most in its own text nodes. @param {Scope} scope @param {string} others  parts that hold no words of the post */
function richest(scope, others) {
  /** @type {Element | null} */
  let best = null;
  let most = 0;
  for (const element of [scope.post, ...scope.all(HOLDERS)]) {
    const length = ownLength(element);
    if (length <= most || (element !== scope.post && isPart(element, scope.post, others))) continue;
    [best, most] = [element, length];
  }
  return best;
}

/** How much an element says in its own text nodes. @param {Element} element */
function ownLength(element) {
  let length = 0;
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType !== 3) continue;
    const words = /** @type {Text} */ (node).data.trim();
    if (LETTER.test(words)) length += words.length;
  }
  return length;
}

/** Whether an element, or what holds it inside the post, is such a part. @param {Element} element @param {Element} post @param {string} others */
function isPart(element, post, others) {
  const around = element.closest(others);
  return around !== null && around !== post && post.contains(around);
}

/** The largest element around the words that holds nothing but words. @param {Element} words @param {Scope} scope */
function widest(words, scope) {
  let block = words;
  for (let parent = block.parentElement; parent && parent !== scope.post; parent = parent.parentElement) {
    if (parent.querySelector(FURNITURE) || scope.nestedIn(parent) || beginsWithName(parent)) break;
    block = parent;
  }
  return block;
}

/** A link that comes first and names no tag or person of the text is the author's. @param {Element} block */
function beginsWithName(block) {
  const texts = block.ownerDocument.createTreeWalker(block, 4);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const words = /** @type {Text} */ (node).data.trim();
    if (!LETTER.test(words)) continue;
    const link = node.parentElement?.closest("a, h3, h4, h5, h6, cite, dt");
    return link != null && block.contains(link) && !/^[@#]|^https?:/.test(link.textContent?.trim() ?? "");
  }
  return false;
}
