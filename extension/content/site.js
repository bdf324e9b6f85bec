// Chooses the site file of a page: by its host, else by what the page says of the software that made it.

import { sites } from "../sites/index.js";

/** @typedef {import("./rules.js").SiteFile} SiteFile */

/** @param {string} host @param {string} pattern */
function covers(host, pattern) {
  return host === pattern || host.endsWith(`.${pattern}`);
}

/**
 * @param {SiteFile[]} files  the generic one among them
 * @param {{ hostname: string, pathname: string }} location
 * @param {Document} document
 * @returns {SiteFile}
 */
export function chooseSite(files, location, document) {
  const byHost = files
    .map((file) => ({ file, length: Math.max(-1, ...file.hosts.filter((host) => covers(location.hostname, host)).map((host) => host.length)) }))
    .filter(({ file, length }) => length >= 0 && (file.paths ?? [""]).some((path) => location.pathname.startsWith(path)))
    .sort((one, other) => other.length - one.length)[0]?.file;
  const byPage = () => files.find(({ detect }) => (detect ?? []).some((selector) => document.querySelector(selector) !== null));
  const file = byHost ?? byPage() ?? files.find(({ name }) => name === "generic");
  if (!file) throw new Error("no generic site file");
  return file;
}

/** @param {Document} document */
export function siteFor(document) {
  return chooseSite(sites, document.location, document);
}
