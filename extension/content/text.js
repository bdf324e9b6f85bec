// Turns elements of a page into the words a reader sees, and words back into places in the page.
// Separate from read.js because it knows nothing of sites: only of text nodes, white space and what is hidden.

/**
 * text[start, end) came from this node; in a text node it begins at offset `from`. A picture or an attribute has `from` -1.
 * @typedef {{ node: Text | Element, start: number, end: number, from: number }} Segment
 */

/**
 * @typedef {object} TextOptions
 * @property {string} leaveOut     selector of parts that are no words of the post
 * @property {string | null} inline     selector of elements laid out in the line although their tag says block
 * @property {{ selector: string, attribute: string | null }[]} pictures     elements that stand for a sign: by an attribute, or by the text in them that styles hide
 * @property {(element: Element) => boolean} isOther     true for an element that is a post of its own
 */

const SPACE = "\\s";
const INVISIBLE = "\\u200b\\u200e\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069";
// A joiner holds an emoji or a word of these scripts together; anywhere else it only hides a word from a filter.
const JOINED =
  "\\p{Extended_Pictographic}\\ufe0f\\u{1f3fb}-\\u{1f3ff}\\p{Script=Arabic}\\p{Script=Devanagari}\\p{Script=Bengali}\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Kannada}\\p{Script=Tamil}\\p{Script=Telugu}";
const LOOSE_JOINER = `(?<![${JOINED}])[\\u200c\\u200d]|[\\u200c\\u200d](?![${JOINED}])`;
const DROPPED = new RegExp(`[${INVISIBLE}]|${LOOSE_JOINER}`, "gu");
// Words with one blank between them stay one run, so that most text nodes give one segment.
const RUN = new RegExp(`[^${SPACE}]+(?: [^${SPACE}]+)*|[${SPACE}]+`, "gu");

const BLOCK_TAGS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI " +
    "MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL"
  ).split(" "),
);

const PICTURE_HINT = /emoj|smil|emoticon|emote/i;
const SHORT_CODE = /^:[\w+-]+:$/;
const SIGNS_ONLY = /^[^\p{L}\p{N}]{1,16}$|^[\p{Extended_Pictographic}\p{Regional_Indicator}\p{Emoji_Modifier}\ufe0f\u20e3\u200d#*0-9]+$/u;
const TYPED_SMILEY = /^[:;=8xX][-o']?[()[\]DPpOoSs/\\|3*]$/;

/**
 * The text of an image that stands for a sign in a line of text, or "" for a photograph: a description written by a machine or by
 * another person is not what the post says.
 * @param {Element} image
 */
export function pictureText(image) {
  const alt = image.getAttribute("alt")?.trim() ?? "";
  if (alt === "") return "";
  if (SIGNS_ONLY.test(alt) || SHORT_CODE.test(alt) || TYPED_SMILEY.test(alt)) return alt;
  return PICTURE_HINT.test(image.className + " " + (image.getAttribute("src") ?? "")) && alt.length <= 40 ? alt : "";
}

/** Gathers text and remembers where each piece came from. */
class Gatherer {
  text = "";
  /** @type {Segment[]} */
  segments = [];
  /** What stands between the last word and the next: "" or " " or line breaks. */
  gap = "";

  space() {
    if (this.gap === "") this.gap = " ";
  }

  /** @param {number} most  a block asks for one break, a second `<br>` for an empty line */
  line(most) {
    const breaks = this.gap.startsWith("\n") ? this.gap.length : 0;
    this.gap = "\n".repeat(Math.min(Math.max(breaks, most === 1 ? 1 : breaks + 1), 2));
  }

  /** @param {Text | Element} node @param {string} words @param {number} from */
  add(node, words, from) {
    if (this.text !== "") this.text += this.gap;
    this.gap = "";
    const start = this.text.length;
    this.text += words;
    const last = this.segments.at(-1);
    if (last && last.node === node && from >= 0 && last.end === start && last.from + last.end - last.start === from)
      last.end = this.text.length;
    else this.segments.push({ node, start, end: this.text.length, from });
  }

  /** @param {Text} node @param {boolean} keepLines */
  addNode(node, keepLines) {
    for (const run of node.data.matchAll(RUN)) {
      const words = run[0];
      if (/^\s/u.test(words)) {
        if (keepLines && words.includes("\n")) for (const _ of words.matchAll(/\n/g)) this.line(2);
        else this.space();
        continue;
      }
      let from = 0;
      for (const gone of words.matchAll(DROPPED)) {
        if (gone.index > from) this.add(node, words.slice(from, gone.index), run.index + from);
        from = gone.index + gone[0].length;
      }
      if (from < words.length) this.add(node, words.slice(from), run.index + from);
    }
  }
}

/**
 * How an element inside a post's text is laid out. Page styles decide, since a class name says nothing on most sites.
 * @param {CSSStyleDeclaration} style
 * @param {boolean} visible  whether what holds it is visible
 * @returns {"hidden" | "line" | "inline"}
 */
function layout(style, visible) {
  const { display, position } = style;
  if (display === "none" || (visible && style.visibility !== "visible")) return "hidden";
  if (style.opacity === "0" || style.fontSize === "0px") return "hidden";
  if (position === "absolute" || position === "fixed") {
    if (style.clip !== "auto" && style.clip !== "") return "hidden";
    if (/inset\((50|100)%/.test(style.clipPath)) return "hidden";
    if (parseFloat(style.left) < -900 || parseFloat(style.top) < -900) return "hidden";
    if (parseFloat(style.width) <= 1 && parseFloat(style.height) <= 1) return "hidden";
  }
  return display.startsWith("inline") || display === "contents" || display.startsWith("ruby") ? "inline" : "line";
}

/**
 * The words under `roots`, in order, with white space folded and invisible characters dropped.
 * @param {Element[]} roots
 * @param {TextOptions} options
 * @returns {{ text: string, segments: Segment[] }}
 */
export function readText(roots, options) {
  const out = new Gatherer();
  for (const root of roots) {
    out.line(1);
    const view = root.ownerDocument.defaultView;
    const style = view?.getComputedStyle(root);
    const keepLines = /^(pre|break)/.test(style?.whiteSpace ?? "");
    walk(root, { keepLines, packed: false, visible: style?.visibility === "visible" }, out, options, view);
  }
  return { text: out.text, segments: out.segments };
}

/**
 * How the inside of an element is laid out: line breaks of the source are shown; children are packed into a line of their parent
 * (the browser calls each child of an inline flex box a block); the whole is visible, or waits for a script of the page to show it.
 * @typedef {{ keepLines: boolean, packed: boolean, visible: boolean }} Flow
 */

/**
 * @param {Element} element
 * @param {Flow} flow
 * @param {Gatherer} out
 * @param {TextOptions} options
 * @param {Window | null} view
 */
function walk(element, flow, out, options, view) {
  for (let node = element.firstChild; node; node = node.nextSibling) {
    if (node.nodeType === 3) {
      out.addNode(/** @type {Text} */ (node), flow.keepLines);
      continue;
    }
    if (node.nodeType !== 1) continue;
    const child = /** @type {Element} */ (node);
    if (child.tagName === "BR") {
      out.line(2);
      continue;
    }
    const picture = options.pictures.find(({ selector }) => child.matches(selector));
    if (picture) {
      const words = (picture.attribute === null ? child.textContent : child.getAttribute(picture.attribute))?.trim() ?? "";
      if (words !== "") out.add(child, words, -1);
      continue;
    }
    if (child.matches(options.leaveOut) || options.isOther(child)) continue;
    if (child.tagName === "IMG") {
      const words = pictureText(child);
      if (words !== "") out.add(child, words, -1);
      continue;
    }
    const style = view?.getComputedStyle(child);
    const how = style ? layout(style, flow.visible) : BLOCK_TAGS.has(child.tagName) ? "line" : "inline";
    if (how === "hidden") continue;
    const breaks = how === "line" && !flow.packed && !(options.inline !== null && child.matches(options.inline));
    const packed = style?.display === "inline-flex" || style?.display === "inline-grid";
    if (breaks) out.line(1);
    walk(child, { ...flow, keepLines: child.tagName === "PRE" || flow.keepLines, packed }, out, options, view);
    if (breaks) out.line(1);
  }
}

/**
 * The ranges of the page that show text[start, end): one for each node, so that what lies between two nodes is never marked.
 * @param {Segment[]} segments
 * @param {number} start
 * @param {number} end
 * @returns {Range[]}
 */
export function rangesFor(segments, start, end) {
  /** @type {Range[]} */
  const ranges = [];
  /** @type {Node | null} */
  let current = null;
  for (const segment of segments) {
    if (segment.end <= start || segment.start >= end || !segment.node.isConnected) continue;
    const { node } = segment;
    if (node.nodeType !== 3 || segment.from < 0) {
      const range = node.ownerDocument.createRange();
      range.selectNode(node);
      ranges.push(range);
      current = null;
      continue;
    }
    const length = /** @type {Text} */ (node).length;
    const to = segment.from + Math.min(end, segment.end) - segment.start;
    const from = segment.from + Math.max(start, segment.start) - segment.start;
    if (to > length) continue; // the page has shortened the node since it was read
    const last = ranges.at(-1);
    if (last && current === node) {
      last.setEnd(node, to);
      continue;
    }
    const range = node.ownerDocument.createRange();
    range.setStart(node, from);
    range.setEnd(node, to);
    ranges.push(range);
    current = node;
  }
  return ranges;
}
