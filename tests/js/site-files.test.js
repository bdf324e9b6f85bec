import assert from "node:assert/strict";
import test from "node:test";
import { readSiteFiles, SITE_FILE_BOUNDS, usable, withoutSiteFile, withSiteFile } from "../../extension/shared/site-files.js";

const SITE = {
  name: "example",
  title: "Example",
  checked: "2026-11",
  matches: ["https://example.org/*"],
  posts: [{ kind: "post", select: ["article"], text: ["p"] }],
};
const own = { name: "example", text: JSON.stringify(SITE), added: 5 };

test("files are read one by one, within their bounds", () => {
  assert.deepEqual(readSiteFiles([own, 7, { name: 3 }, { ...own }, { name: "b", text: "x" }]), [own, { name: "b", text: "x", added: 0 }]);
  const many = Array.from({ length: 99 }, (_, place) => ({ ...own, name: `${place}` }));
  assert.equal(readSiteFiles(many).length, SITE_FILE_BOUNDS.files);
  assert.deepEqual(readSiteFiles([{ ...own, text: "x".repeat(SITE_FILE_BOUNDS.text + 1) }]), []);
  assert.deepEqual(readSiteFiles("x"), []);
});

test("a file that is not in order any more is left out, so that the built-in one is used", () => {
  assert.deepEqual(
    usable([own, { name: "broken", text: "{", added: 1 }], () => true),
    [SITE],
  );
  assert.deepEqual(
    usable([own], (selector) => selector !== "article"),
    [],
  );
});

test("a file takes the place of the one of its name, and goes again", () => {
  const later = { ...own, added: 9 };
  assert.deepEqual(withSiteFile([own], later), [later]);
  assert.deepEqual(withoutSiteFile([own], "example"), []);
});
