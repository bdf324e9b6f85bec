"""Reference vectors: what the engine must find for some texts, so that Rust and Python are compared without Python.

export.py writes them.
"""
import json

TEXTS = [
    "",
    "we just want the road mended",
    "SOOOO happy!!!! 😂😂😂 @friend_1",
    "k\u200bill а11 оf 𝐭𝐡𝐞𝐦",
    "see https://example.org/a?b=1 now, it’s “fine” … £5",
    "they are vermin, all of them",
    "I don't hate them.",
    "Hoods up, 8pm, outside the hotel 🔥",
    "çédille größe naïve 日本 x.y@z.org www.a.b",
    "aaaaaaab 1000000 ----- @ab @abc",
]


def vectors(pieces, readings, features, gate):
    """Texts with their pieces and places, their features, and the reader's opinion where it is cheap to repeat."""
    made = []
    for at, text in enumerate(TEXTS):
        numbers, ranges = pieces.encode(text, 192)
        made.append({
            "text": text,
            "pieces": numbers[1:-1],
            "places": [[len(text[:start].encode()), len(text[:end].encode())] for start, end in ranges[1:-1]],
            "features": features(text),
            "gate": round(gate(text), 6),
            "categories": [round(float(value), 6) for value in readings[0][at]],
            "stance": [round(float(value), 6) for value in readings[1][at]],
        })
    return json.dumps(made, ensure_ascii=False, indent=0) + "\n"
