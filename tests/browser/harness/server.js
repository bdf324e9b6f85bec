// One TLS server on loopback that plays every site of a test. The browsers send each host name here,
// so a page runs at its real address, and whatever anybody asks for (the extension too) is in one log.
import { createServer } from "node:https";
import { makeCertificate } from "./certificate.js";

/**
 * @typedef {{ body: string | Buffer, type?: string, status?: number, headers?: Record<string, string> }} Answer
 * @typedef {{ url: string, method: string, known: boolean, origin: string | null, referer: string | null }} Asked
 */

export class SiteServer {
  /** @type {Asked[]} every request since the server started, in order */
  requests = [];
  /** @type {Map<string, Answer | ((url: URL) => Answer)>} */
  #answers = new Map();
  #server;

  /** @param {import("node:https").Server} server */
  constructor(server) {
    this.#server = server;
    server.on("request", (request, response) => this.#serve(request, response));
    // Plain HTTP and half-open probes never reach "request"; the former is somebody's request all the same.
    server.on("tlsClientError", (error) => {
      if (/** @type {NodeJS.ErrnoException} */ (error).code === "ERR_SSL_HTTP_REQUEST") {
        this.requests.push({ url: "http:(unencrypted)", method: "?", known: false, origin: null, referer: null });
      }
    });
  }

  /** The loopback port that every host name is sent to. */
  get port() {
    const address = this.#server.address();
    if (address === null || typeof address === "string") throw new Error("the server is closed");
    return address.port;
  }

  /**
   * Serves `answer` at `url` (its query is ignored, so one page can have many addresses).
   * @param {string} url
   * @param {Answer | ((url: URL) => Answer)} answer
   */
  give(url, answer) {
    this.#answers.set(withoutQuery(new URL(url)), answer);
  }

  /**
   * Requests for which no test gave an answer: the extension must make none, and neither must a page.
   * Browsers ask for a site's icon by themselves, so that one path does not count.
   */
  unexpected() {
    return this.requests.filter((asked) => !asked.known && !asked.url.endsWith("/favicon.ico"));
  }

  async close() {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }

  /**
   * @param {import("node:http").IncomingMessage} request
   * @param {import("node:http").ServerResponse} response
   */
  #serve(request, response) {
    const url = new URL(request.url ?? "/", `https://${request.headers.host ?? "unknown.invalid"}`);
    const found = this.#answers.get(withoutQuery(url));
    this.requests.push({
      url: url.href,
      method: request.method ?? "?",
      known: found !== undefined,
      origin: request.headers.origin ?? null,
      referer: request.headers.referer ?? null,
    });
    const answer = typeof found === "function" ? found(url) : found;
    response.writeHead(answer?.status ?? (answer ? 200 : 404), {
      "content-type": answer?.type ?? "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...answer?.headers,
    });
    response.end(answer?.body ?? "");
  }
}

/** @returns {Promise<SiteServer>} */
export async function serveSites() {
  const server = createServer(await makeCertificate());
  await new Promise((done) => server.listen(0, "127.0.0.1", () => done(undefined)));
  return new SiteServer(server);
}

/** @param {URL} url */
function withoutQuery(url) {
  return url.origin + url.pathname;
}
