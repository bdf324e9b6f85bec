"""Reads dev rows (or the held-back fifth) with the rounded reader, keeps the opinions, chooses operating points and
prints the figures that the card names. usage: report.py --data DATA --out WORK [--few 1500]

Points are chosen on the firebreak dev posts together with ordinary held-back posts: for each category the point of best
F1, but never one at which more than two in a thousand ordinary posts are labelled.
"""
import argparse
import json
import random
from pathlib import Path

import numpy as np
import torch

import quantise
import reading
from sources import GROUP, VIOLENCE, AT, CATEGORIES, HELD_BACK, OWN, STANCES, held_back, raw, tidy

PUBLIC = ("dynahate", "hatemoji_build", "hatexplain", "implicit_hate", "edos", "measuring_hate_speech", "toxigen_annotated", "gbv_counterspeech", "identity_madlibs", "davidson2017")
ORDINARY = ("goemotions", "crisislex_t6", "clickbait_headlines")


def kept(data, name, few):
    rows = raw(data, name)
    rows = [row for row in rows if row["split"] == "train" and held_back(row)] if name in HELD_BACK else [row for row in rows if row["split"] == "dev"]
    if name in ORDINARY:
        rows = [row for row in rows if not row["labels"].get("hostile_emotion")]
    return random.Random(7).sample(rows, min(few, len(rows)))


def present(row):
    labels = row["labels"]
    return np.array([labels["level"] in ("caution", "warning") and name in labels["ids"] for name in CATEGORIES])


def f1(want, have):
    hit = (want & have).sum()
    return 2 * hit / max(1, want.sum() + have.sum())


def choose(scores, want, ordinary):
    points = []
    for at in range(len(CATEGORIES)):
        floor = np.quantile(ordinary[:, at], 0.998)
        tried = [point for point in np.arange(0.3, 0.96, 0.01) if point > floor] or [0.95]
        points.append(float(max(tried, key=lambda point: f1(want[:, at], scores[:, at] >= point))))
    return np.array(points, np.float32)


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--few", type=int, default=1500)
    asked = asked.parse_args()
    torch.set_num_threads(1)
    model, vocabulary, pieces = reading.load(asked.out, reading.LAST)
    model = quantise.rounded(model)

    own = [row for name in OWN for row in raw(asked.data, name) if row["split"] == "dev"]
    scores, stances, traces = reading.read(model, pieces, [row["text"] for row in own], each=True)
    want = np.array([present(row) for row in own])
    quiet = {name: kept(asked.data, name, asked.few) for name in ORDINARY}
    calm = {name: reading.read(model, pieces, [tidy(row["text"]) for row in rows])[0] for name, rows in quiet.items()}
    points = choose(scores, want, np.concatenate(list(calm.values())))
    have = scores >= points
    words = word_points(own, traces, want)
    figures = {"points": dict(zip(CATEGORIES, np.round(points, 2).tolist())), "word_points": dict(zip(CATEGORIES, np.round(words, 2).tolist()))}
    figures["firebreak dev"] = {
        "posts": len(own), "mean_f1": round(float(np.mean([f1(want[:, at], have[:, at]) for at in range(9)])), 3),
        "risky_labelled": round(float(have[want.any(1)].any(1).mean()), 3), "safe_left_alone": round(float(1 - have[~want.any(1)].any(1).mean()), 3),
        "stance_accuracy": round(float(np.mean([STANCES[stance] == row["labels"]["stance"] for stance, row in zip(stances.argmax(1), own)])), 3),
        "f1": {name: round(float(f1(want[:, at], have[:, at])), 3) for name, at in AT.items()},
    }
    figures["ordinary left alone"] = {name: round(float(1 - (rows >= points).any(1).mean()), 4) for name, rows in calm.items()}
    save(asked.out, points, words, figures)
    attack = [AT[name] for name in GROUP + VIOLENCE]
    for name in PUBLIC:
        rows = kept(asked.data, name, asked.few)
        got, _, _ = reading.read(model, pieces, [tidy(row["text"]) for row in rows])
        hit = (got[:, attack] >= points[attack]).any(1)
        truth = np.array([bool(row["labels"].get("hate", row["labels"].get("sexist", row["labels"].get("toxic")))) for row in rows])
        figures[name] = {"rows": len(rows), "macro_f1": round(float((f1(truth, hit) + f1(~truth, ~hit)) / 2), 3),
                         "macro_f1_at_half": round(float(at_half(truth, got[:, attack])), 3),
                         "harmful_caught": round(float(hit[truth].mean()), 3), "harmless_left_alone": round(float(1 - hit[~truth].mean()), 3)}
        print(name, figures[name], flush=True)
        save(asked.out, points, words, figures)
    print(json.dumps(figures, indent=1))


def at_half(truth, scores):
    """At the point where the chance that none of the family is present falls below a half, as it was trained."""
    hit = 1 - np.prod(1 - scores, 1) >= 0.5
    return (f1(truth, hit) + f1(~truth, ~hit)) / 2


def word_points(rows, traces, want):
    """For each category the share at which its words agree best with the spans of the posts that carry it."""
    best = []
    for at in range(len(CATEGORIES)):
        pairs = []
        for row, (ranges, shares), labels in zip(rows, traces, want):
            if labels[at] and row.get("spans"):
                pairs += [(share[at], any(a < end and start < b for a, b in row["spans"])) for (start, end), share in zip(ranges, shares) if end > start]
        shares, caused = np.array([p[0] for p in pairs]), np.array([p[1] for p in pairs], bool)
        best.append(max(np.arange(0.1, 0.9, 0.05), key=lambda point: f1(caused, shares >= point)))
    return np.array(best, np.float32)


def save(out, points, words, figures):
    (out / "points.json").write_text(json.dumps({"points": points.tolist(), "word_points": words.tolist()}))
    (out / "figures.json").write_text(json.dumps(figures, indent=1))


if __name__ == "__main__":
    main()
