"""The reader by group of people. usage: groups.py --data DATA --work WORK

Rows of dev (or the held-back fifth) of the sets that name whom a row is about. For each group with enough rows: the share of
attacks caught and of harmless rows left alone, at a half. A group that is caught less is protected less; one that is left
alone less is silenced more.
"""
import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np

from baseline import attacks, truth
from report import kept

NAMES = {
    "Muslims": ("mus", "muswom", "muslim", "islam"), "Jews": ("jew", "jewish"), "Black people": ("bla", "blawom", "blaman", "black", "african"), "women": ("wom", "women"),
    "gay people": ("gay", "gayman", "gaywom", "lgbtq", "lgbtqa", "homosexual"), "trans people": ("trans",), "immigrants": ("immig", "ref", "refugee"),
    "disabled people": ("dis", "mental dis", "physical dis", "disability"), "Asian people": ("asian", "chinese", "asi.south", "asi.south.pak", "asi.east", "asi.east.chin"), "Latino people": ("latino", "hispanic", "mexican", "hisp"),
    "Indigenous people": ("native-american", "indigenous"), "Middle Eastern people": ("middle-eastern", "arab"), "white people": ("caucasian",), "men": ("men",),
}
SETS = ("toxigen_annotated", "hatexplain", "hatemoji_build")
FEWEST = 15  # rows of a kind, below which a share says nothing


def named(row):
    """The groups that a set says a row is about."""
    value = row["labels"].get("target") or ""
    words = {word.strip().lower() for part in (value if isinstance(value, list) else [value]) for word in part.split(",")}
    return [group for group, known in NAMES.items() if words & set(known)]


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", required=True)
    asked.add_argument("--work", type=Path, required=True)
    asked.add_argument("--few", type=int, default=1500)
    asked = asked.parse_args()
    found = defaultdict(lambda: ([], []))
    for name in SETS:
        rows = [row for row in kept(asked.data, name, asked.few) if named(row)]
        for row, share, harm in zip(rows, attacks(asked.work, rows), truth(rows)):
            for group in named(row):
                found[group][int(harm)].append(share >= 0.5)
    for group, (harmless, harmful) in sorted(found.items()):
        if min(len(harmless), len(harmful)) >= FEWEST:
            print(json.dumps({"group": group, "attacks": len(harmful), "caught": round(float(np.mean(harmful)), 3),
                              "harmless": len(harmless), "left_alone": round(float(1 - np.mean(harmless)), 3)}))


if __name__ == "__main__":
    main()
