// Chooses the site file of a page: by its address, else by what the page says of the software that made it.

import { sites } from "../sites/index.js";

/** @typedef {import("./rules.js").SiteFile} SiteFile */

/**
 * How closely a match pattern fits an address: the longer the fixed parts, the closer; -1 when it does not match.
 * @param {string} pattern  as in a manifest: "https://*.example.org/path/*"
 * @param {{ hostname: string, pathname: string }} address
 */
function fit(pattern, { hostname, pathname }) {
  const [, any = "", host = "", path = ""] = /^https:\/\/(\*\.)?([^/*]+)(\/[^*]*)\*$/.exec(pattern) ?? [];
  const sameHost = hostname === host || (any !== "" && hostname.endsWith(`.${host}`));
  return host !== "" && sameHost && pathname.startsWith(path) ? host.length + path.length : -1;
}

/**
 * @param {SiteFile[]} files  the generic one among them
 * @param {{ hostname: string, pathname: string }} address
 * @param {Document} document
 * @returns {SiteFile}
 */
export function chooseSite(files, address, document) {
  const byAddress = files
    .map((file) => ({ file, closeness: Math.max(-1, ...file.matches.map((pattern) => fit(pattern, address))) }))
    .filter(({ closeness }) => closeness >= 0)
    .sort((one, other) => other.closeness - one.closeness)[0]?.file;
  const byPage = () => files.find(({ detect }) => (detect ?? []).some((selector) => document.querySelector(selector) !== null));
  const file = byAddress ?? byPage() ?? files.find(({ name }) => name === "generic");
  if (!file) throw new Error("no generic site file");
  return file;
}

/**
 * @param {Document} document
 * @param {SiteFile[]} [own]  files from the reader's settings, checked: each takes the place of the one of its name, or comes first
 */
export function siteFor(document, own = []) {
  const others = sites.filter(({ name }) => own.every((file) => file.name !== name));
  return chooseSite([...own, ...others], document.location, document);
}
