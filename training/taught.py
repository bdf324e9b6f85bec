"""What is thought of every row that the stage `distil` may see, kept by text in WORK/taught.json and WORK/taught.npy.
usage: taught.py --data DATA --out WORK --base FOLDER

Two parts are the teacher's opinion, one is the reader's own before this round: together they are right more often than either.
Of rows whose nine categories a set denies (ordinary posts) nothing is asked: the teacher could only err. A pattern of
training/posts filled with several groups gets the mean of what the teacher thinks of its fillings, so that what it holds
against a group is not handed on.
"""
import argparse
import json
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch

import reading
import teacher
from learn import asks_the_teacher, rows_of_stage

TEACHER = 2 / 3


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--base", type=Path, required=True)
    asked.add_argument("--seed", type=int, default=7)
    asked = asked.parse_args()
    torch.set_num_threads(2)
    rows = [row for row in rows_of_stage(asked.data, "distil", asked.seed) if asks_the_teacher(row)]
    texts = list(dict.fromkeys(row.text for row in rows))
    model, pieces = teacher.load(asked.base, asked.out / "teacher.pt")
    categories, stances, _ = reading.read(model.eval(), pieces, texts, half=True)
    opinions = TEACHER * np.concatenate([categories, stances], 1)
    model, _, pieces = reading.load(asked.out, "narrow")
    opinions += (1 - TEACHER) * np.concatenate(reading.read(model, pieces, texts, half=True)[:2], 1)
    at = {text: number for number, text in enumerate(texts)}
    fillings = defaultdict(set)
    for row in rows:
        if row.source == "own_posts":
            fillings[row.id.rsplit("-", 1)[0]].add(at[row.text])
    for numbers in fillings.values():
        opinions[list(numbers)] = opinions[list(numbers)].mean(0)
    np.save(asked.out / "taught.npy", opinions)
    (asked.out / "taught.json").write_text(json.dumps(texts))


if __name__ == "__main__":
    main()
