"""Writes the reader as an ONNX file for tract: onnx_file.py WORK FILE. Needs `pip install onnx==1.19.1` beside requirements.txt."""
import sys
from pathlib import Path

import torch

sys.path.insert(0, str(Path(__file__).parent.parent))
import reading


class Categories(torch.nn.Module):
    def __init__(self, reader):
        super().__init__()
        self.reader = reader

    def forward(self, pieces):
        return self.reader(pieces, torch.ones_like(pieces))[0]


reader, _, _ = reading.load(Path(sys.argv[1]), reading.LAST)
reader.encoder.config._attn_implementation = "eager"
torch.onnx.export(Categories(reader).eval(), (torch.full((1, 40), 5),), sys.argv[2], dynamo=False, opset_version=14)
