// Saves a card for a page, whose own storage belongs to the site. The text is judged here, so that a report in a card is always the
// engine's own.

import { makeCard } from "../shared/card.js";
import { saveCard } from "../shared/card-store.js";
import { readDraft } from "./draft.js";
import { read } from "./judge.js";

/** @param {unknown} sent @returns {Promise<string>} the card's id */
export async function saveFor(sent) {
  const draft = readDraft(sent);
  const card = await makeCard(draft, await read(draft.post.text));
  await saveCard(card);
  return card.id;
}
