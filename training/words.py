"""Text → words → word pieces, exactly as src/reader/words.rs and src/reader/pieces.rs do it.

The rules are few and need no Unicode tables but the fold (folding.py):
fold each character; a web address is the word "http"; a handle is "@" "user"; a character other than a digit that
stands more than twice in a row is written twice, an emoji once; ASCII punctuation is a word of its own; spaces part words.
"""
from dataclasses import dataclass

PAD, UNKNOWN, START, END = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
LONGEST_WORD = 200
ADDRESSES = ("http://", "https://", "www.")
PUNCT = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")
DIGITS = frozenset("0123456789")
HANDLE = frozenset("abcdefghijklmnopqrstuvwxyz0123456789_")


@dataclass(slots=True)
class Word:
    text: str
    start: int
    end: int


def folded(text, fold):
    """Each character as it is written, with where it stood. An emoji is a name between spaces."""
    named = None
    for at, char in enumerate(text):
        plain = fold.get(char, char)
        if not plain or char == named:
            continue
        named = char if len(plain) > 1 and plain[0] == " " else None
        for letter in plain:
            yield letter, at


def words(text, fold):
    """The words of a text, each with the range of characters of the text that it came from."""
    stream = list(folded(text, fold))
    letters = "".join(plain for plain, _ in stream)
    found, word, at = [], None, 0
    while at < len(stream):
        plain, source = stream[at]
        fresh = word is None
        if plain == " ":
            word, at = None, at + 1
            continue
        if fresh and (at == 0 or letters[at - 1] == " ") and letters.startswith(ADDRESSES, at):
            end = letters.find(" ", at)
            end = len(letters) if end < 0 else end
            found.append(Word("http", source, stream[end - 1][1] + 1))
            at = end
            continue
        if fresh and plain == "@":
            end = at + 1
            while end < len(letters) and letters[end] in HANDLE:
                end += 1
            if end - at > 3:
                found += [Word("@", source, source + 1), Word("user", stream[at + 1][1], stream[end - 1][1] + 1)]
                at = end
                continue
        repeated = at >= 2 and letters[at - 1] == plain and letters[at - 2] == plain and plain not in DIGITS
        if plain in PUNCT:
            word = None
            if not repeated:
                found.append(Word(plain, source, source + 1))
        elif word is None:
            word = Word(plain, source, source + 1)
            found.append(word)
        else:
            word.end = source + 1
            if not repeated:
                word.text += plain
        at += 1
    return found


class Pieces:
    """WordPiece over a vocabulary: the longest known piece first; a word that cannot be cut is unknown as a whole."""

    def __init__(self, vocabulary, fold):
        self.ids = {piece: number for number, piece in enumerate(vocabulary)}
        self.fold = fold
        self._cut = {}

    def cut(self, word):
        if word not in self._cut:
            self._cut[word] = self._greedy(word)
        return self._cut[word]

    def _greedy(self, word):
        unknown = [self.ids[UNKNOWN]]
        if len(word) > LONGEST_WORD:
            return unknown
        pieces, start = [], 0
        while start < len(word):
            for end in range(len(word), start, -1):
                number = self.ids.get(("##" if start else "") + word[start:end])
                if number is not None:
                    break
            else:
                return unknown
            pieces.append(number)
            start = end
        return pieces

    def encode(self, text, longest):
        """(piece numbers with start and end marks, one source range a piece), cut to `longest` pieces."""
        numbers, ranges = [self.ids[START]], [(0, 0)]
        for word in words(text, self.fold):
            for piece in self.cut(word.text):
                numbers.append(piece)
                ranges.append((word.start, word.end))
        numbers, ranges = numbers[: longest - 1], ranges[: longest - 1]
        return numbers + [self.ids[END]], ranges + [(0, 0)]
