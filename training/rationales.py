"""How well the words that the reader points at agree with the words that people marked.
usage: rationales.py --data DATA --work WORK [--few 400]

Token F1 over the words of dev posts that carry marks: for each post the words whose share in the category read reaches the
word point of the model file, against the marked ones; the mean over posts, as ERASER counts it. Beside it what pointing at
every word, and at as many words of chance as people marked, would give.
"""
import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch

import quantise
import reading
from sources import AT, raw

SETS = {"hatexplain": ("hate", "dehumanising", "call-to-violence"), "toxic_spans": ("personal-attack", "hate")}


def overlap(want, have):
    hit = sum(a and b for a, b in zip(want, have))
    return 2 * hit / max(1, sum(want) + sum(have))


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", required=True)
    asked.add_argument("--work", type=Path, required=True)
    asked.add_argument("--few", type=int, default=400)
    asked = asked.parse_args()
    torch.set_num_threads(1)
    model, _, pieces = reading.load(asked.work, reading.LAST)
    model = quantise.rounded(model)
    points = json.loads((asked.work / "points.json").read_text())["word_points"]
    for name, categories in SETS.items():
        rows = [row for row in raw(asked.data, name) if row["split"] == "dev" and row.get("spans")]
        rows = random.Random(7).sample(rows, min(asked.few, len(rows)))
        shares, _, traces = reading.read(model, pieces, [row["text"] for row in rows], each=True)
        scores = {"reader": [], "every word": [], "chance": []}
        pick = random.Random(7)
        for row, post, (ranges, words) in zip(rows, shares, traces):
            at = max((AT[category] for category in categories), key=lambda at: post[at])
            strength = {}
            for place, share in zip(ranges, words[:, at]):
                if place[1] > place[0] and row["text"][place[0] : place[1]].strip(".,!?\"'():;- "):
                    strength[place] = max(float(share), strength.get(place, 0))
            want = [any(start < last and first < end for first, last in row["spans"]) for start, end in strength]
            point = min(points[at], max(strength.values(), default=0))
            scores["reader"].append(overlap(want, [share >= point for share in strength.values()]))
            scores["every word"].append(overlap(want, [True] * len(want)))
            scores["chance"].append(overlap(want, pick.sample(want, len(want))))
        print(json.dumps({"set": name, "posts": len(rows)} | {what: round(float(np.mean(values)), 3) for what, values in scores.items()}), flush=True)


if __name__ == "__main__":
    main()
