"""An n-gram model beside the reader, set by set. usage: baseline.py --data DATA --work WORK [--few 400]

The baseline is what one would do without an encoder: for each set by itself, a logistic regression over hashed words, pairs
of words and runs of letters, fitted on that set's own training rows with its own labels. Both read the same rows of dev,
or of the held-back fifth. The reader was not fitted to any one set; it is shown at a half and at the best point that the
training rows of the set themselves would choose, which is what the baseline has had too.
"""
import argparse
import json
import random
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression

from features import Features
from folding import table
from gate import matrix
from reading import kept_shares
from report import f1, kept
from sources import AT, GROUP, HELD_BACK, VIOLENCE, held_back, raw, tidy

SETS = ("dynahate", "hatexplain", "davidson2017", "measuring_hate_speech", "toxigen_annotated", "hatemoji_build", "implicit_hate", "edos")
MOST = 12000  # training rows of a set for the baseline
TUNED = 600  # training rows on which the reader's point for the set is chosen


def truth(rows):
    return np.array([bool(row["labels"].get("hate", row["labels"].get("sexist", row["labels"].get("toxic")))) for row in rows])


def training(data, name):
    rows = [row for row in raw(data, name) if row["split"] == "train" and not (name in HELD_BACK and held_back(row))]
    random.Random(7).shuffle(rows)
    return rows[:MOST]


def macro(want, have):
    return float((f1(want, have) + f1(~want, ~have)) / 2)


def attacks(work, rows):
    """The chance that a text attacks a group in any way, as the reader was trained to give it."""
    shares = kept_shares(work, [tidy(row["text"]) for row in rows])
    return 1 - np.prod(1 - shares[:, [AT[name] for name in GROUP + VIOLENCE]], 1)


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", required=True)
    asked.add_argument("--work", type=Path, required=True)
    asked.add_argument("--few", type=int, default=400)
    asked = asked.parse_args()
    features = Features(table())
    for name in SETS:
        rows, learnt = kept(asked.data, name, asked.few), training(asked.data, name)
        want, known = truth(rows), truth(learnt)
        model = LogisticRegression(C=4, max_iter=200, tol=1e-3, class_weight="balanced")
        model.fit(matrix([tidy(row["text"]) for row in learnt], features), known)
        plain = model.predict(matrix([tidy(row["text"]) for row in rows], features))
        reader, tuned = attacks(asked.work, rows), attacks(asked.work, learnt[:TUNED])
        point = max(np.arange(0.02, 1, 0.02), key=lambda point: macro(known[:TUNED], tuned >= point))
        print(json.dumps({
            "set": name, "rows": len(rows), "ngram": round(macro(want, plain), 3), "reader_at_half": round(macro(want, reader >= 0.5), 3),
            "reader_at_the_sets_point": round(macro(want, reader >= point), 3), "point": round(float(point), 2),
        }), flush=True)


if __name__ == "__main__":
    main()
