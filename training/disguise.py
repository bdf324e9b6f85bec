"""Writes a post as people write to slip past filters, so that the reader learns to read through it.

Letters of one to three longer words are swapped for digits, doubled, dropped, changed places, set apart or starred out;
or the whole post loses its punctuation or the spaces of a run of words. Case needs none of this: the fold table lowers it.
"""
import re

LEET = {"a": "4@", "e": "3", "i": "1!", "o": "0", "s": "5$", "t": "7", "l": "1", "b": "8"}


def leet(word, pick):
    return "".join(pick.choice(LEET[c]) if c in LEET and pick.random() < 0.7 else c for c in word)


def star(word, pick):
    at = pick.randrange(1, len(word) - 1)
    return word[:at] + pick.choice("*#.-_") + word[at + 1 :]


def swap(word, pick):
    at = pick.randrange(1, len(word) - 2) if len(word) > 3 else 0
    return word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def drop(word, pick):
    at = pick.randrange(1, len(word) - 1)
    return word[:at] + word[at + 1 :]


def stretch(word, pick):
    at = pick.randrange(1, len(word))
    return word[:at] + word[at] * pick.randrange(2, 5) + word[at + 1 :]


def apart(word, pick):
    return pick.choice([" ", ".", "-", "_"]).join(word)


WAYS = (leet, leet, star, swap, drop, stretch, apart)


def disguised(text, pick):
    way = pick.random()
    if way < 0.15:
        return re.sub(r"[^\w\s]", "", text)
    pieces = re.split(r"(\s+)", text)
    if way < 0.25:
        start = pick.randrange(max(1, len(pieces) - 4))
        return "".join(pieces[:start]) + "".join(piece for piece in pieces[start : start + 9] if not piece.isspace()) + "".join(pieces[start + 9 :])
    long = [at for at, piece in enumerate(pieces) if len(piece) >= 4 and piece.isalpha()]
    for at in pick.sample(long, min(len(long), pick.randrange(1, 4))):
        pieces[at] = pick.choice(WAYS)(pieces[at].lower(), pick)
    return "".join(pieces)
