"""Writes the model files that src/blob.rs reads: `FBMODEL\\n`, kind, version, hash, then fields one after another."""
import struct

import numpy as np

VERSION = 1


class Blob:
    def __init__(self, kind):
        self.kind, self.parts = kind, []

    def number(self, value):
        self.parts.append(struct.pack("<I", int(value)))

    def floats(self, values):
        self.parts.append(np.ascontiguousarray(values, dtype="<f4").tobytes())

    def bytes(self, values):
        assert np.abs(values).max() <= 127
        self.parts.append(np.ascontiguousarray(values, dtype=np.int8).tobytes())

    def text(self, value):
        coded = value.encode("utf-8")
        self.number(len(coded))
        self.parts.append(coded)

    def fold(self, table):
        self.number(len(table))
        for char, plain in sorted(table.items()):
            self.number(ord(char))
            self.text(plain)

    def write(self, path):
        """Returns the hash, which the card names."""
        body = b"".join(self.parts)
        state = hash_of(body)
        path.write_bytes(b"FBMODEL\n" + self.kind + struct.pack("<IQ", VERSION, state) + body)
        return f"{state:016x}"


def hash_of(body):
    state, whole = 0xCBF29CE484222325 ^ len(body), 0xFFFFFFFFFFFFFFFF
    body += b"\0" * (-len(body) % 8)
    for word in np.frombuffer(body, dtype="<u8").tolist():
        state = ((state ^ word) * 0x100000001B3) & whole
        state ^= state >> 32
    return state
