"""Writes WORK/distil.pt: the mean of the weights of some checkpoints, which errs less than any of them.
usage: mean.py --out WORK NAME NAME…
"""
import argparse
from pathlib import Path

import torch


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("names", nargs="+")
    asked = asked.parse_args()
    states = [torch.load(asked.out / f"{name}.pt") for name in asked.names]
    mean = {key: sum(state[key] for state in states) / len(states) if value.is_floating_point() else value for key, value in states[0].items()}
    torch.save(mean, asked.out / "distil.pt")


if __name__ == "__main__":
    main()
