import assert from "node:assert/strict";
import test from "node:test";
import { readHealth, withHealth } from "../../extension/shared/health.js";

test("the newest entry of a site stays, and nothing but a name, two numbers and a doubt is kept", () => {
  const first = withHealth({}, "example", { when: 1, posts: 3, suspect: false });
  const second = withHealth(
    first,
    "example",
    /** @type {never} */ ({ when: 2, posts: 41, suspect: true, url: "https://example.org/private" }),
  );
  assert.deepEqual(second, { example: { when: 2, posts: 41, suspect: true } });
});

test("an address is no name of a site file", () => {
  assert.deepEqual(withHealth({}, "https://example.org/me", { when: 1, posts: 1, suspect: false }), {});
  assert.deepEqual(readHealth({ example: { when: "now", posts: 1 }, other: 7 }), {});
  assert.deepEqual(readHealth(null), {});
});

test("no more sites are kept than there are files, and the newest stay", () => {
  let health = {};
  for (let when = 1; when <= 100; when += 1) health = withHealth(health, `site-${when}`, { when, posts: 1, suspect: false });
  assert.equal(Object.keys(health).length, 60);
  assert.ok("site-100" in health && !("site-40" in health));
});
