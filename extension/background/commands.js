// The keys of the manifest's commands: each goes to the page in front, which knows its labels.

import { onCommand } from "../shared/browser.js";
import { askPage } from "../shared/protocol.js";

export function listenToCommands() {
  onCommand((command, tab) => {
    // Where no content script runs there is no label to go to, and nobody to answer.
    askPage(tab, "background-to-page/command", { command }).catch(() => {});
  });
}
