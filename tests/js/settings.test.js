import assert from "node:assert/strict";
import test from "node:test";
import { defaults, isOn, read, withSite } from "../../extension/shared/settings.js";

test("what cannot be read falls back to its default, part by part", () => {
  for (const stored of [undefined, null, 7, "x", [], { showFrom: "loud", sitesOff: "x.com", categories: 3 }]) {
    assert.deepEqual(read(stored), defaults());
  }
  const settings = read({ showFrom: "warning", sitesOff: ["a.example", 5], categories: { hate: "off", threat: "shout", made_up: "off" } });
  assert.equal(settings.showFrom, "warning");
  assert.deepEqual(settings.sitesOff, ["a.example"]);
  assert.deepEqual(settings.categories, { ...defaults().categories, hate: "off" });
});

test("what was written is read back", () => {
  const settings = { ...withSite(defaults(), "x.com", false), showFrom: /** @type {const} */ ("note") };
  assert.deepEqual(read(JSON.parse(JSON.stringify(settings))), settings);
});

test("a site is off after it was switched off, and on again", () => {
  const off = withSite(withSite(defaults(), "x.com", false), "x.com", false);
  assert.deepEqual(off.sitesOff, ["x.com"]);
  assert.equal(isOn(off, "x.com"), false);
  assert.equal(isOn(off, "bsky.app"), true);
  assert.equal(isOn(withSite(off, "x.com", true), "x.com"), true);
});
