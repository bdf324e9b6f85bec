// Every site file, in the order in which a page is compared with them. A test checks that none is missing.

import bluesky from "./bluesky.json" with { type: "json" };
import generic from "./generic.json" with { type: "json" };
import mastodon from "./mastodon.json" with { type: "json" };
import x from "./x.json" with { type: "json" };

/** @type {import("../content/rules.js").SiteFile[]} */
export const sites = /** @type {never} */ ([x, bluesky, mastodon, generic]);
