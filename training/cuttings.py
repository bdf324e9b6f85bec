"""Texts for the teacher alone to label: parts of our own posts, and two such parts as one post.

A sentence taken away, or set beside another's, often changes what a post does. No set says how; the teacher can, and so the
small reader hears its opinion of far more posts of our kind than anybody wrote.
"""
import re

from sources import Row

COUNT = 12_000
END = re.compile(r"(?<=[.!?…])\s+|\n+")


def cuttings(rows, pick):
    whole = [sentences for row in rows if (sentences := [one for one in END.split(row.text.strip()) if one])]
    several = [sentences for sentences in whole if len(sentences) > 1]
    made = []
    for number in range(COUNT):
        if number % 2:
            text = " ".join(part(pick.choice(several), pick))
        else:
            text = " ".join(part(pick.choice(whole), pick)[:2] + part(pick.choice(whole), pick)[:2])
        made.append(Row(f"cutting-{number}", "cutting", text))
    return made


def part(sentences, pick):
    """Some sentences that follow each other, and not all of them where there are several."""
    if len(sentences) == 1:
        return sentences
    length = pick.randrange(1, len(sentences))
    start = pick.randrange(len(sentences) - length + 1)
    return sentences[start : start + length]
