"""Draws data/models/reliability.svg: how often a category is there, where the reader gives it a share.
usage: reliability.py --data DATA --work WORK --weights data/weights.toml --out data/models/reliability.svg

One small plot for each category, over the firebreak dev posts. Shares are cut into ten equal parts; a dot stands where the
mean share of a part meets the part of its posts that carry the category, its area for how many posts there are. On the
diagonal the share is the truth. A short line marks the point from which the reader speaks alone.
"""
import argparse
import tomllib
from pathlib import Path

import numpy as np

from reading import kept_shares
from report import present
from sources import CATEGORIES, OWN, raw

SIDE, GAP, TOP = 150, 46, 34
PARTS = 10


def error(shares, truth):
    """Expected calibration error: the mean distance from the diagonal, posts counted equally."""
    part = np.minimum((shares * PARTS).astype(int), PARTS - 1)
    return sum(abs(shares[part == at].mean() - truth[part == at].mean()) * (part == at).mean() for at in range(PARTS) if (part == at).any())


def plot(left, top, name, shares, truth, alone):
    across, up = lambda x: left + x * SIDE, lambda y: top + SIDE - y * SIDE
    drawn = [
        f'<text x="{left}" y="{top - 8}">{name} (error {error(shares, truth):.3f})</text>',
        f'<rect x="{left}" y="{top}" width="{SIDE}" height="{SIDE}" class="frame"/>',
        f'<line x1="{left}" y1="{top + SIDE}" x2="{left + SIDE}" y2="{top}" class="ideal"/>',
    ]
    if alone <= 1:
        drawn.append(f'<line x1="{across(alone):.1f}" y1="{top}" x2="{across(alone):.1f}" y2="{top + SIDE}" class="alone"/>')
    part = np.minimum((shares * PARTS).astype(int), PARTS - 1)
    for at in range(PARTS):
        held = part == at
        if held.any():
            drawn.append(f'<circle cx="{across(shares[held].mean()):.1f}" cy="{up(truth[held].mean()):.1f}" r="{1.5 + min(6, held.sum() ** 0.5 / 2):.1f}"/>')
    return drawn


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", required=True)
    asked.add_argument("--work", type=Path, required=True)
    asked.add_argument("--weights", type=Path, required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked = asked.parse_args()
    rows = [row for name in OWN for row in raw(asked.data, name) if row["split"] == "dev"]
    shares, truth = kept_shares(asked.work, [row["text"] for row in rows]), np.array([present(row) for row in rows])
    known = tomllib.loads(asked.weights.read_text(encoding="utf-8"))["category"]
    width, height = 3 * (SIDE + GAP) + GAP, 3 * (SIDE + GAP) + TOP
    drawn = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="10">',
        "<style>.frame{fill:none;stroke:#888}.ideal{stroke:#888;stroke-dasharray:3}.alone{stroke:#b45309}circle{fill:#1d4ed8;fill-opacity:.6}text{fill:#444}</style>",
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
    ]
    for at, name in enumerate(CATEGORIES):
        drawn += plot(GAP + at % 3 * (SIDE + GAP), TOP + at // 3 * (SIDE + GAP), name, shares[:, at], truth[:, at], known[name]["reader"]["alone"])
        print(name, f"{error(shares[:, at], truth[:, at]):.3f}")
    asked.out.write_text("\n".join([*drawn, "</svg>"]) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
