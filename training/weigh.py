"""Chooses what the reader's view is worth beside the rules: the points `unlikely`, `alone` and `strong` of each category
in data/weights.toml. usage: weigh.py --data DATA --work WORK --firebreak target/release/firebreak [--write data/weights.toml]

Chosen on the firebreak dev posts, the dev posts of dynahate and ordinary posts that training did not see. The points of one
category are moved at a time, all others held, towards the best sum of: mean F1 of the nine categories, the share of risky
posts labelled, twice the macro-F1 on dynahate; less what goes past the bars (harmless posts, ordinary posts, counter-speech).
Before all of that, no point may make the product judge a sentence of tests/cases/parity.toml by the group that stands in it.
Since a choice flatters the posts it was made on, the same choice is also made on each half of the dev posts and
scored on the other: those are the figures that the card calls "crossed".
"""
import argparse
import json
import random
import re
import subprocess
import tomllib
from pathlib import Path

import numpy as np
import torch

import quantise
import reading
from report import f1, kept, present
from sources import CATEGORIES, OWN, raw, tidy

UNLIKELY = (0.0, 0.02, 0.05, 0.1, 0.15, 0.2, 0.3, 0.4)  # no higher: a label that a reader can check is not taken away for a doubt
ALONE = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.84, 0.87, 0.9, 0.92, 0.94, 0.96, 0.97, 0.98, 0.985, 0.99, 0.995, 2.0)
SAFE, PLAIN, COUNTER = 0.968, 0.995, 0.93  # shares left alone: the bars; of harmless posts more, since agreement may still lift a note
ORDINARY = ("goemotions", "crisislex_t6", "clickbait_headlines")


class Posts:
    """Texts with what the rules label, what the reader thinks, and what is true of them."""

    def __init__(self, name, texts, truth, work):
        self.truth = truth
        self.rules = rules(texts, work.firebreak)
        kept_at = work.work / f"shares-{name}.npy"
        if not kept_at.exists():
            np.save(kept_at, reading.read(work.model, work.pieces, texts)[0])
        self.shares = np.load(kept_at)

    def only(self, which):
        part = object.__new__(Posts)
        part.truth, part.rules, part.shares = self.truth[which], self.rules[which], self.shares[which]
        return part

    def labels(self, points):
        return (self.rules & (self.shares >= points[:, 0])) | (self.shares >= points[:, 1])


def said(texts, firebreak):
    """What the rules alone say of each text: its labels, notes among them."""
    lines = "".join(json.dumps({"id": str(at), "text": text}) + "\n" for at, text in enumerate(texts))
    out = subprocess.run([firebreak, "score", "--rules"], input=lines, capture_output=True, text=True, check=True).stdout
    return [json.loads(line)["labels"] for line in out.splitlines()]


def drafts(texts, firebreak):
    """Whether the rules draft any label, so that the reader is asked whatever the gate says."""
    return np.array([bool(labels) for labels in said(texts, firebreak)])


def rules(texts, firebreak):
    """Which categories the rules alone label at caution or above."""
    found = np.zeros((len(texts), len(CATEGORIES)), bool)
    for at, labels in enumerate(said(texts, firebreak)):
        for label in labels:
            found[at, CATEGORIES.index(label["id"])] |= label["level"] in ("caution", "warning")
    return found


def parity(work):
    """Every sentence of the parity test with every group, and whether it must be labelled."""
    held = tomllib.loads((Path(__file__).parent.parent / "tests/cases/parity.toml").read_text(encoding="utf-8"))
    pairs = [(sentence.replace("{many}", many).replace("{one}", one), kind == "labelled") for kind in ("labelled", "unlabelled") for sentence in held[kind] for many, one in held["groups"]]
    return Posts("parity", [text[0].upper() + text[1:] for text, _ in pairs], np.array([wanted for _, wanted in pairs]), work)


def figures(points, own, public, plain, counter):
    have, want = own.labels(points), own.truth
    safe = ~want.any(1)
    hit, truth = public.labels(points).any(1), public.truth
    return {
        "mean_f1": float(np.mean([f1(want[:, at], have[:, at]) for at in range(len(CATEGORIES))])),
        "risky_labelled": float(have[~safe].any(1).mean()), "safe_left_alone": float(1 - have[safe].any(1).mean()),
        "dynahate_macro_f1": float((f1(truth, hit) + f1(~truth, ~hit)) / 2),
        "ordinary_left_alone": float(1 - plain.labels(points).any(1).mean()),
        "counter_speech_left_alone": float(1 - counter.labels(points).any(1).mean()),
        "f1": {name: round(float(f1(want[:, at], have[:, at])), 3) for at, name in enumerate(CATEGORIES)},
    }


def worth(points, groups, *posts):
    got = figures(points, *posts)
    unequal = (groups.labels(points).any(1) != groups.truth).sum()
    short = max(0, SAFE - got["safe_left_alone"]) * 6 + max(0, PLAIN - got["ordinary_left_alone"]) * 40 + max(0, COUNTER - got["counter_speech_left_alone"]) * 4
    return -unequal + got["mean_f1"] + 0.5 * got["risky_labelled"] + 2.0 * got["dynahate_macro_f1"] + 0.05 * got["safe_left_alone"] - short


def choose(*posts):
    points = np.tile([0.1, 0.9], (len(CATEGORIES), 1))
    best = worth(points, *posts)
    for _ in range(4):
        before = best
        for at in range(len(CATEGORIES)):
            for unlikely in UNLIKELY:
                for alone in ALONE:
                    tried = points.copy()
                    tried[at] = unlikely, alone
                    got = worth(tried, *posts)
                    if got > best + 1e-6:
                        best, points = got, tried
        if best == before:
            break
    return points


def strong(rows, own, points):
    """From which share a label of the reader alone is a warning: where it agrees best with the level of the post."""
    warning = np.array([row["labels"]["level"] == "warning" for row in rows])
    made = []
    for at in range(len(CATEGORIES)):
        alone = own.truth[:, at] & (own.shares[:, at] >= points[at, 1])
        tried = [share for share in ALONE[:-1] if share >= points[at, 1]] + [0.999]
        made.append(max(tried, key=lambda share: ((own.shares[alone, at] >= share) == warning[alone]).mean() if alone.any() else share))
    return made


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", required=True)
    asked.add_argument("--work", type=Path, required=True)
    asked.add_argument("--firebreak", required=True)
    asked.add_argument("--write", type=Path)
    work = asked.parse_args()
    torch.set_num_threads(2)
    model, _, work.pieces = reading.load(work.work, reading.LAST)
    work.model = quantise.rounded(model)

    rows = [row for name in OWN for row in raw(work.data, name) if row["split"] == "dev"]
    own = Posts("own", [row["text"] for row in rows], np.array([present(row) for row in rows]), work)
    hate = kept(work.data, "dynahate", 1500)
    public = Posts("dynahate", [tidy(row["text"]) for row in hate], np.array([bool(row["labels"]["hate"]) for row in hate]), work)
    texts = [tidy(row["text"]) for name in ORDINARY for row in kept(work.data, name, 1500)]
    plain = Posts("ordinary", texts, np.zeros(len(texts), bool), work)
    answers = [tidy(row["text"]) for row in kept(work.data, "gbv_counterspeech", 1500) if not row["labels"]["hate"]]
    counter = Posts("counter", answers, np.zeros(len(answers), bool), work)

    groups = parity(work)
    points = choose(groups, own, public, plain, counter)
    half = np.array([random.Random((row.get("meta") or {}).get("pair") or row["id"]).random() < 0.5 for row in rows])
    crossed = [figures(choose(groups, own.only(which), public, plain, counter), own.only(~which), public, plain, counter) for which in (half, ~half)]
    shown = figures(points, own, public, plain, counter)
    shown["parity_faults"] = int((groups.labels(points).any(1) != groups.truth).sum())
    shown["crossed"] = {name: round(float(np.mean([part[name] for part in crossed])), 3) for name in ("mean_f1", "risky_labelled", "safe_left_alone")}
    print(json.dumps(shown, indent=1))
    for name, (unlikely, alone), from_ in zip(CATEGORIES, points.tolist(), strong(rows, own, points)):
        line = f"reader = {{ unlikely = {unlikely}, disagrees = 8, likely = 0.5, agrees = 1, alone = {alone}, strong = {max(from_, alone)} }}"
        print(name, line)
        if work.write:
            text = work.write.read_text(encoding="utf-8")
            work.write.write_text(re.sub(rf"(\[category\.{name}\]\n(?:(?!\[).*\n)*?)reader = .*", lambda m: m.group(1) + line, text, count=1), encoding="utf-8")


if __name__ == "__main__":
    main()
