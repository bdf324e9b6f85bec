"""Writes data/models/: reader.bin, vectors.json and the numbers of the card. usage: export.py --out WORK --models data/models

gate.bin must stand there already (gate.py), and WORK must hold points.json (report.py).
"""
import argparse
import json
from pathlib import Path

import numpy as np
import torch

import quantise
import reading
import vectors
from features import SHARES, Features


def gate_scorer(path, features):
    """The gate as its file has it."""
    content = path.read_bytes()[24:]
    scale, bias, _ = np.frombuffer(content[:12], "<f4")
    size = int(np.frombuffer(content[12:16], "<u4")[0])
    weights = np.frombuffer(content[16 : 16 + size], np.int8).astype(int)

    def score(text):
        total = sum(share * sum(weights[feature & (size - 1)] for feature in found) / max(1, len(found)) ** 0.5 for share, found in zip(SHARES, features(text)))
        return 1 / (1 + float(np.exp(-(bias + scale * total))))

    return score


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--models", type=Path, required=True)
    asked = asked.parse_args()
    torch.set_num_threads(1)
    model, vocabulary, pieces = reading.load(asked.out, reading.LAST)
    chosen = json.loads((asked.out / "points.json").read_text())
    print("reader.bin", quantise.write(model, vocabulary, pieces.fold, chosen["points"], chosen["word_points"], asked.models / "reader.bin"))
    features = Features(pieces.fold)
    score = gate_scorer(asked.models / "gate.bin", features)
    model = quantise.rounded(model)
    opinions = [reading.read(model, pieces, [text]) for text in vectors.TEXTS]
    merged = [np.concatenate([opinion[which] for opinion in opinions]) for which in (0, 1)]
    (asked.models / "vectors.json").write_text(vectors.vectors(pieces, merged, features, score), encoding="utf-8")


if __name__ == "__main__":
    main()
