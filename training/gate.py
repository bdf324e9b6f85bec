"""Trains the gate and writes data/models/gate.bin. usage: gate.py --data DATA --out gate.bin

A logistic regression over hashed features, rounded to int8. Its work is to pass on every post that a label is likely
for, so its point is set for recall on the training rows that it did not see.
"""
import argparse
import json
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

import own_posts
from blob import Blob
from features import Features
from folding import table
from sources import OWN, sets

SIZE = 1 << 18
SHARE = {"goemotions": 1.0, "crisislex_t6": 1.0, "clickbait_headlines": 1.0, "dynahate": 0.5}


def matrix(rows, features):
    starts, places, values = [0], [], []
    for row in rows:
        found = features(row.text[:600])
        places += [feature & (SIZE - 1) for feature in found]
        values += [1 / max(1, len(found)) ** 0.5] * len(found)
        starts.append(len(places))
    made = csr_matrix((np.array(values, np.float32), np.array(places, np.int32), np.array(starts)), (len(rows), SIZE))
    made.sum_duplicates()
    return made


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--every", type=int, default=1, help="take one public row in so many")
    asked = asked.parse_args()
    data = sets(asked.data) | {"own_posts": own_posts.rows()}
    rows = [row for name, held in data.items() for row in (held if name in OWN else held[:: asked.every])]
    rows = [row for row in rows if row.weight >= 0.5]
    harmful = np.array([bool(row.family) or any(row.known.values()) for row in rows])
    fold = table()
    filled = matrix(rows, Features(fold))
    seen = np.random.default_rng(7).random(len(rows)) < 0.9
    weight = np.array([row.weight * (2 if row.source in OWN else 1) for row in rows])
    model = SGDClassifier(loss="log_loss", alpha=2e-6, max_iter=8, tol=None, random_state=7, average=True)
    model.fit(filled[seen], harmful[seen], sample_weight=weight[seen])
    scale = float(np.quantile(np.abs(model.coef_), 0.9999)) / 127
    whole = np.clip(np.round(model.coef_[0] / scale), -127, 127)
    scores = 1 / (1 + np.exp(-(filled[~seen] @ (whole * scale) + model.intercept_[0])))
    truth, ordinary = harmful[~seen], np.array([row.source in ("goemotions", "crisislex_t6", "crisislex_t26", "clickbait_headlines", "rumoureval2017") for row in rows])[~seen]
    point = float(np.quantile(scores[truth], 0.03))
    print(json.dumps({"rows": len(rows), "point": point, "recall": float((scores[truth] >= point).mean()), "ordinary_passed": float((scores[ordinary] >= point).mean()),
                      "own_recall": float((scores[truth & np.array([r.source in OWN for r in rows])[~seen]] >= point).mean())}))
    blob = Blob(b"GATE")
    blob.floats([scale, float(model.intercept_[0]), point])
    blob.number(SIZE)
    blob.bytes(whole)
    blob.fold(fold)
    print("hash", blob.write(asked.out))


if __name__ == "__main__":
    main()
