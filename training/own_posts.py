"""The training posts in training/posts: written for this recipe from the taxonomy alone, never from a dev split.

A post is a pattern: {people} stands for a group. Every pattern, harmful or harmless, is filled with groups drawn from
one list, so that no group word can predict the verdict; patterns that follow each other share their filling where
they are each other's contrary.
"""
import json
import random
import re
from pathlib import Path

from sources import AT, STANCES, Row

FOLDER = Path(__file__).parent / "posts"
FILLINGS = 6


def rows(seed=7):
    fillings = json.loads((FOLDER / "fillings.json").read_text(encoding="utf-8"))
    made = []
    for path in sorted(FOLDER.glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            post = json.loads(line)
            known = {place: float(name in post["ids"]) for name, place in AT.items()}
            for turn in range(FILLINGS if "{" in post["text"] else 1):
                pick = random.Random(f"{seed} {path.stem} {number // 2} {turn}")
                text = filled(post["text"], fillings, pick)
                made.append(Row(f"{path.stem}-{number}-{turn}", "own_posts", text, known, stance=STANCES.index(post["stance"])))
    return made


def filled(pattern, fillings, pick):
    (many, one), (others, _) = pick.sample(fillings["people"], 2)
    if pick.random() < 0.25:
        many, one, others = many.lower(), one.lower(), others.lower()
    slots = {"people": many, "People": many[0].upper() + many[1:], "person": one, "person_bare": one.split(" ", 1)[1], "people2": others}
    for name in ("things", "trade", "name", "street", "handle", "two", "three"):
        slots[name] = pick.choice(fillings[name])
    slots |= {"Things": slots["things"][0].upper() + slots["things"][1:], "Trade": slots["trade"][0].upper() + slots["trade"][1:]}
    return re.sub(r"\{(\w+)\}", lambda slot: slots[slot[1]], pattern)
