"""What each data set's labels mean in our taxonomy, and how much of each set is used.

No set but our own labels all nine categories, so a row says which categories it knows: the rest are masked in the loss.
"Hate" in public sets means that at least one of several of our categories is present; such a row carries a `family`
and is learnt as "one of these", never as all of them. A family holds only categories that the harmless rows of the same
set deny: a category that nothing denies can satisfy every hateful row and then teaches nothing (the first reader's fault).
"""
import gzip
import hashlib
import html
import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

CATEGORIES = ("call-to-violence", "threat", "violence-justified", "dehumanising", "hate", "unverified-blame", "mobilising", "doxxing", "personal-attack")
STANCES = ("asserts", "quotes", "reports", "condemns", "negates", "asks", "jokes-or-plays")
AT = {name: number for number, name in enumerate(CATEGORIES)}
GROUP = ("hate", "dehumanising")
VIOLENCE = ("call-to-violence", "threat", "violence-justified")
OWN = ("firebreak_posts", "firebreak_w1", "firebreak_w2", "firebreak_w3", "firebreak_w4", "firebreak_w5", "firebreak_w6")


@dataclass(slots=True)
class Row:
    id: str
    source: str
    text: str
    known: dict = field(default_factory=dict)  # category number -> 0 or 1
    family: tuple = ()  # at least one of these category numbers is present
    stance: int = -1
    spans: list | None = None  # character ranges that cause the label, None where the set has none
    weight: float = 1.0
    taught: object = None  # what the teacher thinks: nine shares, then seven stances; None where it was not asked
    group: str = ""  # rows that share it belong in one split


def held_back(row, parts=5):
    """One row in five of a set without a dev split is kept for reporting. Replies go where the post goes that they answer."""
    key = (row.get("meta") or {}).get("replies_to") or (row["text"] if row["source"] == "gbv_counterspeech" else row["id"])
    return hashlib.sha1(key.encode()).digest()[0] % parts == 0


def raw(folder, name):
    with gzip.open(Path(folder) / f"{name}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def tidy(text):
    """Undoes what crawlers did to a text. A page in a browser never shows these, so inference has no such step."""
    return re.sub(r"^RT @\w+: ", "", html.unescape(html.unescape(text)))


def know(names, value):
    return {AT[name]: value for name in names}


def own(row):
    labels = row["labels"]
    present = set(labels["ids"]) if labels["level"] in ("caution", "warning") else set()
    known = {number: float(name in present) for name, number in AT.items()}
    weight = 0.6 if labels["level"] == "note" else 1.0
    spans = row.get("spans") if present else []
    pair = (row.get("meta") or {}).get("pair")
    return Row(row["id"], row["source"], row["text"], known, stance=STANCES.index(labels["stance"]), spans=spans, weight=weight, group=pair or row["id"])


def hateful(row, weight=1.0, typed=None):
    """A set whose `hate` means an attack on a group: a known type narrows the family."""
    labels, text = row["labels"], tidy(row["text"])
    kept = Row(row["id"], row["source"], text, weight=weight)
    if labels["hate"]:
        family = typed or GROUP
        if len(family) == 1:
            kept.known = know(family, 1.0)
        else:
            kept.family = tuple(AT[name] for name in family)
    else:
        kept.known = know(GROUP, 0.0)
    return kept


def ordinary(row, weight=1.0):
    return Row(row["id"], row["source"], tidy(row["text"]), know(CATEGORIES, 0.0), weight=weight)


def civil(row):
    labels = row["labels"]
    kept = Row(row["id"], row["source"], tidy(row["text"]), weight=0.4)
    if labels["identity_attack"]:
        kept.family = tuple(AT[name] for name in GROUP)
    elif labels["threat"] or labels["threat_any2"]:
        kept.family = tuple(AT[name] for name in VIOLENCE)
    elif labels["insult"]:
        kept.known = know(["personal-attack"], 1.0)
        kept.spans = row.get("spans") or None if kept.text == row["text"] else None
    elif labels["not_toxic_votes"] == labels["n_annotators"]:
        kept.known = know(CATEGORIES, 0.0)
    else:
        return None
    return kept


def sexist(row):
    labels = row["labels"]
    if not labels["sexist"]:
        kept = ordinary(row, 0.3)
        kept.known = know(GROUP, 0.0)
        return kept
    if labels["threat"] or labels["incitement"]:
        return None  # violence, perhaps without contempt: neither family fits
    if labels["dehumanize"]:
        typed = GROUP
    elif str(labels["vector"]).startswith("3.1"):  # a gendered slur in passing is no attack on a group in our taxonomy
        return None
    else:
        typed = ("hate",)
    return hateful(row | {"labels": {"hate": True}}, 0.4 if labels["category"][:1] in "34" else 0.8, typed)


def gab(row):
    labels = row["labels"]
    if not labels["hate"]:
        kept = hateful(row, 0.4)
        kept.known |= know(VIOLENCE, 0.0)
        return kept if not labels["vulgar_offensive"] else None
    return hateful(row, 0.8, VIOLENCE if labels["call_for_violence"] else GROUP)


def emoji(row):
    """Typed, so this set alone may say that a hateful row threatens: its other rows all deny the categories of violence."""
    kind = row["labels"]["type"]
    if kind == "threatening":
        return Row(row["id"], row["source"], row["text"], family=tuple(AT[name] for name in VIOLENCE))
    kept = hateful(row, typed=("dehumanising",) if kind == "dehumanization" else GROUP)
    kept.known |= know(VIOLENCE, 0.0)
    return kept



def sets(folder, seed=7):
    """{name: training rows}: which sets, how many rows of each, mapped. Dev and test rows never come out of here."""
    pick = random.Random(seed)

    def train(name, few=None, keep=lambda row: True):
        rows = [row for row in raw(folder, name) if row["split"] == "train" and keep(row)]
        if name in HELD_BACK:
            rows = [row for row in rows if not held_back(row)]
        pick.shuffle(rows)
        return rows[:few]

    made = {name: [own(row) for row in train(name)] for name in OWN}
    made["dynahate"] = [hateful(row) for row in train("dynahate")]
    made["hatemoji_build"] = [emoji(row) for row in train("hatemoji_build")]
    made["measuring_hate_speech"] = [hateful(row, 0.5) for row in train("measuring_hate_speech", 7000)]
    made["implicit_hate"] = [hateful(row, 0.5) for row in train("implicit_hate", 7000)]
    made["toxigen_annotated"] = [hateful(row, 0.8, GROUP) for row in train("toxigen_annotated")]
    made["gab_hate_corpus"] = [kept for row in train("gab_hate_corpus", 5000) if (kept := gab(row))]
    made["hatexplain"] = hatexplain(train("hatexplain"), pick)
    made["gbv_counterspeech"] = [counter(row) for row in train("gbv_counterspeech")]
    made["identity_madlibs"] = [madlib(row) for row in train("identity_madlibs", 2400)]
    made["edos"] = [kept for row in train("edos", 6000) if (kept := sexist(row))]
    made["civil_typed_spans"] = [kept for row in train("civil_typed_spans", 6000) if (kept := civil(row))]
    made["davidson2017"] = [crude(row) for row in train("davidson2017", 5000, lambda row: row["labels"]["votes"]["hate"] == 0)]
    made["collective_action"] = [peaceful(row) for row in train("collective_action")]
    made["goemotions"] = [ordinary(row) for row in train("goemotions", 13000, lambda row: not row["labels"]["hostile_emotion"])]
    made["crisislex_t6"] = [ordinary(row) for row in train("crisislex_t6", 6000)]
    made["crisislex_t26"] = [ordinary(row) for row in train("crisislex_t26", 4000)]
    made["clickbait_headlines"] = [ordinary(row) for row in train("clickbait_headlines", 4000)]
    made["rumoureval2017"] = [ordinary(row, 0.6) for row in train("rumoureval2017", 2500, lambda row: not row["labels"]["rumour_source"])]
    return made


HELD_BACK = {"measuring_hate_speech", "toxigen_annotated", "gab_hate_corpus", "gbv_counterspeech", "identity_madlibs",
             "crisislex_t6", "crisislex_t26", "clickbait_headlines"}


def hatexplain(rows, pick):
    made = []
    for row in rows:
        labels = row["labels"]
        if labels["class"] == "offensive":
            continue
        kept = hateful(row, 0.5)
        if labels["hate"] and row.get("spans") and kept.text == row["text"]:
            kept.spans = row["spans"]
        made.append(kept)
    return made


def counter(row):
    """Counter-speech is the use a naive tool silences: it counts as harmless in every category."""
    if row["labels"]["hate"]:
        forms = row["labels"].get("form") or []
        return hateful(row, 1.0, ("dehumanising",) if forms == ["Dehumanisation"] else GROUP)
    return ordinary(row, 1.5)


def madlib(row):
    kept = ordinary(row)
    if row["labels"]["toxic"]:
        kept.known, kept.family, kept.weight = {}, (AT["hate"], AT["dehumanising"], AT["personal-attack"]), 0.3
    return kept


def crude(row):
    """Profanity in which no annotator saw hate: no attack on a group. Whether it insults a person is not known."""
    kept = ordinary(row, 0.7)
    kept.known = know(GROUP + VIOLENCE, 0.0)
    return kept


def peaceful(row):
    kept = ordinary(row, 0.5)
    kept.known = know(["mobilising"], 0.0)
    return kept
