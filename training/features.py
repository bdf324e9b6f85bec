"""The gate's features, exactly as src/gate.rs computes them."""
from words import words

WHOLE = 0xFFFFFFFF
SHORTEST, LONGEST = 3, 5
SHARES = (1.0, 0.7, 0.7, 1.0)  # of words, pairs, pairs apart, runs of letters
FURTHEST = 4


def mix(value):
    value = ((value ^ (value >> 16)) * 0x045D9F3B) & WHOLE
    return value ^ (value >> 16)


def hashed(data):
    state = 0x811C9DC5
    for byte in data:
        state = ((state ^ byte) * 0x01000193) & WHOLE
    return mix(state)


class Features:
    """Hashes of a text, a list a kind: its words, words beside each other, words further apart, and runs of letters.
    A word met before is not hashed again."""

    def __init__(self, fold):
        self.fold, self.known, self.start = fold, {}, hashed(b"<start>")

    def __call__(self, text):
        whole, pairs, apart, runs, before = [], [], [], [], [self.start]
        for word in words(text, self.fold):
            if word.text not in self.known:
                self.known[word.text] = self._of(word.text)
            one, letters = self.known[word.text]
            whole.append(one)
            for gap, other in enumerate(reversed(before[-FURTHEST:])):
                (apart if gap else pairs).append(mix(((other * (0x85EBCA6B if gap else 0x9E3779B1)) & WHOLE) ^ one))
            runs += letters
            before.append(one)
        return [whole, pairs, apart, runs]

    @staticmethod
    def _of(word):
        edged = b"\x02" + word.encode("utf-8") + b"\x03"
        longest = min(LONGEST, len(edged) - 1)
        return hashed(edged), [hashed(edged[at : at + size]) for size in range(SHORTEST, longest + 1) for at in range(len(edged) - size + 1)]
