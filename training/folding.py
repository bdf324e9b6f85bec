"""The one table that says how a character is written before words are cut.

Everything the reader's tokenizer knows about Unicode is in this table, and the table travels inside the model file.
So Rust needs no Unicode library and cannot differ from what the model was trained on.
"""
import unicodedata

import emoji

# Letters of other scripts that stand in for Latin ones in disguised spelling. The product reads English only,
# so nothing is lost by reading them as what they look like.
LOOKALIKES = {pair[0]: pair[1] for pair in (
    "аa еe оo рp сc уy хx іi јj ѕs ԁd һh кk мm тt вb нh гr з3 пn лn иu ьb ёe "
    "ґr єe їi үy ԛq ԝw ӏl αa βb γy εe ηn ιi κk νv οo ρp τt υu χx ωw μm σo ςc "
    "λl θo δd ξ3 πn φf ψw ζz աw եt օo սu ոn հh ցg զq ɑa ɡg ɩi ʀr ɪi ʏy ɴn ʟl "
    "ʙb ɢg ʜh ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz ꜰf ꜱs ɐa ǝe ɔc ɟf ɥh "
    "ɯm ɹr ʇt ʌv ʍw ʎy ıi łl øo đd ħh ßs æa œo þp ðd"
).split()}
PUNCTUATION = {
    "‘": "'", "’": "'", "‚": "'", "‛": "'", "“": '"', "”": '"', "„": '"', "‟": '"', "«": '"', "»": '"', "‹": "'", "›": "'",
    "–": "-", "—": "-", "―": "-", "‐": "-", "‑": "-", "‒": "-", "−": "-", "…": "...", "•": "-", "·": ".", "¡": "!", "¿": "?",
    "×": "x", "€": "$", "£": "$", "¥": "$", "₹": "$", "´": "'", "`": "'", "′": "'", "″": '"',
}
DROPPED = [
    (0x00AD, 0x00AD), (0x0300, 0x036F), (0x061C, 0x061C), (0x180E, 0x180E), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF),
    (0x200B, 0x200F), (0x202A, 0x202E), (0x2060, 0x2064), (0x20D0, 0x20FF), (0xFE00, 0xFE0F), (0xFE20, 0xFE2F),
    (0xFEFF, 0xFEFF), (0x1F3FB, 0x1F3FF), (0xE0000, 0xE007F),
]
# Symbols here part words unless something above gives them a reading.
PARTING = [(0x80, 0xBF), (0x2000, 0x2BFF), (0x3000, 0x303F), (0xFFFC, 0xFFFD)]


def _plain(char):
    """The ASCII reading that Unicode itself gives (fullwidth, mathematical, accented letters), or None."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", char) if not unicodedata.combining(c)).lower()
    bare = "".join(LOOKALIKES.get(c, PUNCTUATION.get(c, c)) for c in bare)
    return bare if bare and bare.isascii() and bare.isprintable() else None


def table():
    """{char: how it is written}: lower case, without accents or disguise, emoji by name, invisible ones as nothing."""
    fold = {chr(c): chr(c).lower() for c in range(0x41, 0x5B)}
    fold |= {chr(c): " " for c in list(range(0x20)) + [0x7F]}
    for first, last in PARTING:
        fold |= {chr(c): " " for c in range(first, last + 1)}
    for code in list(range(0xA0, 0x3000)) + list(range(0xFB00, 0xFB07)) + list(range(0xFF01, 0xFF5F)) + list(range(0x1D400, 0x1D800)) + list(range(0x1F100, 0x1F190)):
        if (plain := _plain(chr(code))) is not None:
            fold[chr(code)] = plain
    for char, plain in LOOKALIKES.items():
        fold[char] = plain
        if len(char.upper()) == 1 and char.upper() not in fold:
            fold[char.upper()] = plain
    fold |= PUNCTUATION
    for char, entry in emoji.EMOJI_DATA.items():
        char = char.replace("\ufe0f", "")
        if len(char) == 1 and not char.isascii():
            name = entry["en"].strip(":").replace("_", " ").replace("-", " ").replace("’", "").lower()
            name = "".join(c for c in unicodedata.normalize("NFKD", name) if c.isascii())
            fold[char] = f" {name} "
    for code in range(0x1F1E6, 0x1F200):
        fold[chr(code)] = chr(code - 0x1F1E6 + ord("a"))
    for first, last in DROPPED:
        fold |= {chr(c): "" for c in range(first, last + 1)}
    fold["`"] = "'"
    return {c: s for c, s in fold.items() if c != s}

