"""The training posts in training/posts: written for this recipe from the taxonomy alone, never from a dev split.

A post is a pattern: {people} stands for a group. Every pattern, harmful or harmless, is filled with groups drawn from
one list, so that no group word can predict the verdict. Patterns with the same `pair` are each other's contrary and share
their filling. `cause` holds the words that make a harmful post harmful, where they were marked.
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
                alike = f"pair {post['pair']}" if "pair" in post else number
                slots = slots_of(fillings, random.Random(f"{seed} {path.stem} {alike} {turn}"))
                text = filled(post["text"], slots)
                spans = [] if not post["ids"] else [place(text, filled(part, slots)) for part in post.get("cause", ())] or None
                made.append(Row(f"{path.stem}-{number}-{turn}", "own_posts", text, known, stance=STANCES.index(post["stance"]), spans=spans))
    return made


def place(text, part):
    start = text.index(part)
    return start, start + len(part)


def slots_of(fillings, pick):
    (many, one), (others, _) = pick.sample(fillings["people"], 2)
    if pick.random() < 0.25:
        many, one, others = many.lower(), one.lower(), others.lower()
    slots = {"people": many, "People": many[0].upper() + many[1:], "person": one, "person_bare": one.split(" ", 1)[1], "people2": others}
    for name in ("things", "trade", "name", "street", "handle", "two", "three"):
        slots[name] = pick.choice(fillings[name])
    slots |= {"Things": slots["things"][0].upper() + slots["things"][1:], "Trade": slots["trade"][0].upper() + slots["trade"][1:]}
    return slots


def filled(pattern, slots):
    return re.sub(r"\{(\w+)\}", lambda slot: slots[slot[1]], pattern)
