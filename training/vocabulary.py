"""Prunes the encoder's 30,522 word pieces to the ones that posts need, so that the model fits in its file."""
import string
from collections import Counter

from words import END, PAD, START, UNKNOWN, Pieces, words

SIZE = 7360


def prune(full, texts, fold, size=SIZE):
    """The pieces kept, in the order of the full vocabulary. `texts` are (text, weight); emoji names count a little too."""
    pieces = Pieces(full, fold)
    counts = Counter()
    for text, weight in texts:
        for word in words(text, fold):
            for piece in pieces.cut(word.text):
                counts[piece] += weight
    for plain in fold.values():
        if plain.startswith(" ") and len(plain) > 2:
            for word in plain.split():
                for piece in pieces.cut(word):
                    counts[piece] += 3
    letters = string.ascii_lowercase + string.digits
    always = [PAD, UNKNOWN, START, END, *string.punctuation.replace("`", "'"), *letters, *("##" + letter for letter in letters)]
    kept = {pieces.ids[piece] for piece in always}
    for piece, _ in counts.most_common():
        if len(kept) >= size:
            break
        if full[piece].isascii() and not full[piece].startswith("[unused"):
            kept.add(piece)
    return [full[number] for number in sorted(kept)]
