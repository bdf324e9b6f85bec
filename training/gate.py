"""Trains the gate and writes data/models/gate.bin.
usage: gate.py --data DATA --work WORK --weights data/weights.toml --firebreak target/release/firebreak --out gate.bin

A logistic regression over hashed features, rounded to int8. It learns what the reader would label, not what the sets'
own labels say: its whole work is to keep posts from the reader for which the reader would say nothing. Posts of which the
rules draft a label reach the reader without it, so it neither learns from them nor has to find them; the recall counts both.
A fifth of the rows is kept out of the fit, and the point is set on it. What the reader said of a text is kept in WORK.
"""
import argparse
import json
import random
import tomllib
from pathlib import Path

import numpy as np
import torch
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

import own_posts
from blob import Blob
from features import SHARES, Features
from folding import table
from reading import kept_shares
from sources import CATEGORIES, OWN, sets
from weigh import drafts

SIZE = 1 << 18
ORDINARY = ("goemotions", "crisislex_t6", "crisislex_t26", "clickbait_headlines", "rumoureval2017")
RECALL = 0.976  # more than the 97 % that are asked for, since the kept-out rows are a sample
# Ordinary posts weigh most among those that the reader leaves alone, since they are what a feed holds; a harmless row of a
# set of hate that passes costs one look, and there are few of them.
# Posts of our own taxonomy are few beside those of sets of hate, and are what the reader is for.
WANTED, OURS, PLAIN, OTHER = 2.0, 10.0, 2.0, 0.05
C = 1.0
PARTS = {"identity_madlibs": 0.25, "own_posts": 0.35} | {name: 0.7 for name in OWN}  # the rest is taken whole
LETTERS = 600  # more of a text would only make the reading slow


def matrix(texts, features):
    """One row of features for each text: each kind divided by the root of its count, as src/gate.rs has it."""
    kinds = [([], [0]) for _ in SHARES]
    for text in texts:
        for (places, starts), found in zip(kinds, features(text)):
            places += [feature & (SIZE - 1) for feature in found]
            starts.append(len(places))
    whole = csr_matrix((len(texts), SIZE), dtype=np.float32)
    for (places, starts), share in zip(kinds, SHARES):
        made = csr_matrix((np.ones(len(places), np.float32), np.array(places, np.int64), np.array(starts)), whole.shape)
        made.sum_duplicates()
        whole = whole + diags((share / np.sqrt(np.maximum(1, np.diff(starts)))).astype(np.float32)) @ made
    return whole.tocsr()


def chosen(data, few):
    """The rows that the gate learns from, in an order of chance."""
    pick = random.Random(11)
    rows = [row for name, held in data.items() for row in held if pick.random() < PARTS.get(name, 1)]
    pick.shuffle(rows)
    return rows[:few]


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", required=True)
    asked.add_argument("--work", type=Path, required=True)
    asked.add_argument("--weights", type=Path, required=True)
    asked.add_argument("--firebreak", required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--few", type=int, default=120000, help="at most so many rows")
    asked.add_argument("--threads", type=int, default=2)
    asked = asked.parse_args()
    torch.set_num_threads(asked.threads)
    rows = chosen(sets(asked.data) | {"own_posts": own_posts.rows()}, asked.few)
    texts = [row.text[:LETTERS] for row in rows]
    known = tomllib.loads(asked.weights.read_text(encoding="utf-8"))["category"]
    wanted = (kept_shares(asked.work, texts, half=True) >= np.array([known[name]["reader"]["alone"] for name in CATEGORIES])).any(1)
    drafted = drafts(texts, asked.firebreak)
    ordinary = np.array([row.source in ORDINARY for row in rows])
    ours = np.array([row.source in (*OWN, "own_posts") for row in rows])
    worth = np.where(wanted, np.where(ours, OURS, WANTED), np.where(ordinary, PLAIN, OTHER))
    fold = table()
    filled = matrix(texts, Features(fold))
    seen = np.random.default_rng(7).random(len(rows)) < 0.8
    fit = seen & ~drafted
    model = LogisticRegression(C=C, max_iter=200, tol=1e-3)
    model.fit(filled[fit], wanted[fit], sample_weight=worth[fit])
    scale = float(np.quantile(np.abs(model.coef_), 0.9999)) / 127
    whole = np.clip(np.round(model.coef_[0] / scale), -127, 127)
    scores = 1 / (1 + np.exp(-(filled[~seen] @ (whole * scale) + model.intercept_[0])))
    reached, truth, plain = np.where(drafted[~seen], 2, scores), wanted[~seen], ordinary[~seen]
    point = float(np.quantile(reached[truth], 1 - RECALL, method="lower"))
    passed = reached >= point
    print(json.dumps({
        "rows": len(rows), "reader_labels": float(wanted.mean()), "of_those_drafted": float(drafted[wanted].mean()), "point": point,
        "kept_out": int((~seen).sum()), "recall": float(passed[truth].mean()), "ordinary_passed": float(passed[plain].mean()),
        "recall_of_ours": float(passed[truth & ours[~seen]].mean()),
        "gate_alone_recall": float((scores[truth] >= point).mean()), "all_passed": float(passed.mean()),
    }))
    blob = Blob(b"GATE")
    blob.floats([scale, float(model.intercept_[0]), point])
    blob.number(SIZE)
    blob.bytes(whole)
    blob.fold(fold)
    print("hash", blob.write(asked.out))


if __name__ == "__main__":
    main()
