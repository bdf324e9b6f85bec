"""Compares three cutters of text on 20,000 posts: src/reader (Rust), words.py (training), and Hugging Face's WordPiece.
usage: tokenizer.py --data DATA --work WORK; it runs the example `pieces` of this crate for the Rust side.

Rust and training must agree on every post as it stands. The reference is given each post after words.py has folded it (no
accents, no disguise, emoji by name), since that is the step it does not have; from there its pieces must be ours.
"""
import argparse
import json
import random
import subprocess
from pathlib import Path

from tokenizers import Tokenizer, models, pre_tokenizers

from folding import table
from sources import OWN, raw
from words import LONGEST_WORD, UNKNOWN, Pieces, words

PUBLIC = ("goemotions", "dynahate", "hatemoji_build", "crisislex_t6", "gab_hate_corpus", "measuring_hate_speech", "edos")
POSTS = 20000


def main():
    asked = argparse.ArgumentParser()
    asked.add_argument("--data", required=True)
    asked.add_argument("--work", type=Path, required=True)
    asked = asked.parse_args()
    texts = [row["text"] for name in OWN + PUBLIC for row in raw(asked.data, name)]
    texts = random.Random(7).sample(texts, POSTS)
    vocabulary, fold = json.loads((asked.work / "vocabulary.json").read_text()), table()
    pieces = Pieces(vocabulary, fold)
    ours = [[number for word in words(text, fold) for number in pieces.cut(word.text)] for text in texts]

    root = Path(__file__).parent.parent
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    command = ["cargo", "run", "--quiet", "--example", "pieces"]
    said = subprocess.run(command, cwd=root, input=lines, capture_output=True, text=True, check=True).stdout
    rust = [json.loads(line) for line in said.splitlines()]

    model = models.WordPiece({piece: at for at, piece in enumerate(vocabulary)}, unk_token=UNKNOWN, max_input_chars_per_word=LONGEST_WORD)
    reference = Tokenizer(model)
    reference.pre_tokenizer = pre_tokenizers.WhitespaceSplit()
    folded = reference.encode_batch([" ".join(word.text for word in words(text, fold)) for text in texts], add_special_tokens=False)
    print(json.dumps({
        "posts": len(texts), "pieces": sum(map(len, ours)), "rust_differs": sum(a != b for a, b in zip(ours, rust, strict=True)),
        "reference_differs": sum(a != b.ids for a, b in zip(ours, folded, strict=True)),
    }))


if __name__ == "__main__":
    main()
