"""Puts another group of people in the place of the one a post names, so that no group's name can predict the verdict.

Only names of religions, origins and nations that training/posts/fillings.json lists in the plural ("Poles") are exchanged,
and only where a post names one of them alone: a sentence about women, pensioners or two peoples at once may say something else
of others.
"""
import dataclasses
import json
import re
from pathlib import Path

LAST = "foreigners"  # those after it in the list are no religion, origin or nation


def names():
    listed = [many for many, _ in json.loads((Path(__file__).parent / "posts/fillings.json").read_text(encoding="utf-8"))["people"]]
    return listed[: listed.index(LAST) + 1]


PEOPLE = names()
ANY = re.compile(r"\b(" + "|".join(re.escape(name) for name in sorted(PEOPLE, key=len, reverse=True)) + r")\b", re.IGNORECASE)


def exchanged(row, pick):
    """The row about another group, its spans moved with the text; the row itself where it names no group, or several."""
    found = list(ANY.finditer(row.text))
    if len({match[0].lower() for match in found}) != 1:
        return row
    # The bare singular ("a Pole"), or the group's name as an adjective, would still name the old one.
    if len(re.findall(re.escape(found[0][0].lower().removesuffix("s").removesuffix(" people")), row.text.lower())) > len(found):
        return row
    other = pick.choice([name for name in PEOPLE if name.lower() != found[0][0].lower()])
    text, at, moved = "", 0, [list(span) for span in row.spans or []]
    for match in found:
        name = other if not match[0].islower() or other.islower() else other.lower()
        name = name[0].upper() + name[1:] if match[0][0].isupper() else name
        shift = len(name) - len(match[0])
        for old, span in zip(row.spans or [], moved):
            for side in (0, 1):
                span[side] += shift if old[side] >= match.end() else 0
        text, at = text + row.text[at : match.start()] + name, match.end()
    return dataclasses.replace(row, text=text + row.text[at:], spans=None if row.spans is None else moved)
