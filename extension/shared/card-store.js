// Saved evidence cards, in this browser's IndexedDB, with a log that is only ever added to: each entry holds the hash of the one before,
// so that an entry taken away or changed shows. A deleted card leaves its hash in the log, and nothing of its words.

import { openDB } from "idb";
import { hashOfData } from "./hash.js";

/** @typedef {import("./card.js").Card} Card */
/** What a list shows without loading pictures. @typedef {{ card: Card, saved: string, bytes: number }} Saved */
/** @typedef {{ number: number, when: string, what: "saved" | "deleted", card: string, sha256: string, previous: string }} LogEntry */
/** @typedef {{ cards: { key: string, value: Saved }, log: { key: number, value: LogEntry } }} Schema */
/** @typedef {import("idb").IDBPDatabase<Schema>} Store */

/** Where the chain of the log begins. */
const NOTHING = `sha256:${"0".repeat(64)}`;
const CHANNEL = "evidence";

/** @type {Promise<Store> | null} */
let opening = null;

/** @returns {Promise<Store>} */
function open() {
  opening ??= /** @type {Promise<Store>} */ (
    openDB("evidence", 1, {
      upgrade(store) {
        store.createObjectStore("cards", { keyPath: "card.id" });
        store.createObjectStore("log", { keyPath: "number" });
      },
      // Another version of the extension wants to change the store: this one lets go and opens it anew when it needs it again.
      blocking: () => close(),
      terminated: () => void (opening = null),
    })
  ).catch((error) => {
    opening = null;
    throw error;
  });
  return opening;
}

async function close() {
  const store = await opening;
  opening = null;
  store?.close();
}

/** @param {Card} card */
export async function saveCard(card) {
  const sha256 = await hashOfData(card);
  const bytes = new TextEncoder().encode(JSON.stringify(card)).length;
  await change("saved", card.id, sha256, (cards) => cards.put({ card, saved: new Date().toISOString(), bytes }));
}

/** @param {string} id @returns {Promise<boolean>} false: there was none */
export async function deleteCard(id) {
  const known = await (await open()).get("cards", id);
  if (!known) return false;
  await change("deleted", id, await hashOfData(known.card), (cards) => cards.delete(id));
  return true;
}

/**
 * A change and its line in the log, together or not at all. The hash of the entry before is made outside the transaction, which would
 * not wait for it; when another change came between, it is made again.
 * @param {LogEntry["what"]} what @param {string} card @param {string} sha256
 * @param {(cards: { put: (value: Saved) => Promise<unknown>, delete: (id: string) => Promise<unknown> }) => Promise<unknown>} work
 */
async function change(what, card, sha256, work) {
  const store = await open();
  for (;;) {
    const last = (await store.getAll("log")).at(-1);
    const previous = last ? await hashOfData(last) : NOTHING;
    const transaction = store.transaction(["cards", "log"], "readwrite");
    const log = transaction.objectStore("log");
    const newest = (await log.openCursor(null, "prev"))?.value.number ?? 0;
    if (newest === (last?.number ?? 0)) {
      await work(transaction.objectStore("cards"));
      await log.add({ number: newest + 1, when: new Date().toISOString(), what, card, sha256, previous });
      await transaction.done;
      return tell(what);
    }
    await transaction.done;
  }
}

/** @param {LogEntry["what"]} what */
function tell(what) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(what);
  channel.close();
}

/** @returns {Promise<Saved[]>} newest first */
export async function savedCards() {
  const all = await (await open()).getAll("cards");
  return all.sort((one, other) => other.saved.localeCompare(one.saved));
}

/** @returns {Promise<LogEntry[]>} oldest first */
export async function cardLog() {
  return (await open()).getAll("log");
}

/** @param {LogEntry[]} log @returns {Promise<number>} the number of the first entry that does not follow from the one before, or 0 */
export async function brokenAt(log) {
  let previous = NOTHING;
  for (const [place, entry] of log.entries()) {
    if (entry.number !== place + 1 || entry.previous !== previous) return entry.number;
    previous = await hashOfData(entry);
  }
  return 0;
}

/** @returns {Promise<{ cards: number, used: number | null }>} bytes of all cards, and of all that the browser keeps for the extension where it says so */
export async function storageUse() {
  const cards = (await savedCards()).reduce((sum, { bytes }) => sum + bytes, 0);
  const { usage } = (await navigator.storage?.estimate?.()) ?? {};
  return { cards, used: usage ?? null };
}

/** @param {() => void} listener called when another page saved or deleted a card @returns {() => void} stops listening */
export function onCards(listener) {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = () => listener();
  return () => channel.close();
}
