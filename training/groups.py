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
    "Muslims": ("mus", "muslim", "islam"), "Jews": ("jew", "jewish", "jews"), "Black people": ("bla", "black", "african"), "women": ("wom", "women", "woman"),
    "gay people": ("gay", "lgbtq", "homosexual", "gay.man", "gay.wom", "bis"), "trans people": ("trans", "gendermin"), "immigrants": ("immig", "refugee", "immigrant", "asylum", "migrants"),
    "disabled people": ("dis", "mental_dis", "physical_dis", "disabled"), "Asians": ("asi", "asian", "chinese", "asi.chin", "asi.east"), "Latino people": ("latino", "hispanic", "mexican", "latin"),
    "Indigenous people": ("native_american", "indig"), "Middle Eastern people": ("middle_east", "arab"), "white people": ("white", "caucasian"), "men": ("men", "man"),
}
SETS = ("dynahate", "toxigen_annotated", "hatexplain", "hatemoji_build")
FEWEST = 15  # rows of a kind, below which a share says nothing


def named(row):
    """The groups that a set says a row is about."""
    held = [row["labels"].get(key) for key in ("target", "targets", "group")] + [(row.get("meta") or {}).get(key) for key in ("target", "targets", "group")]
    words = set()
    for value in held:
        for part in value if isinstance(value, list) else [value or ""]:
            words |= {word.strip().lower() for word in str(part).replace("/", ",").split(",")}
    return [group for group, known in NAMES.items() if words & {group.lower(), *known}]


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
