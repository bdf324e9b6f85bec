"""Rounds the trained reader to int8 and writes data/models/reader.bin. No training follows the rounding.

Weights: one scale a row, symmetric. Activations are rounded while running, to fourteen bits, one scale a row; `rounded` does
in PyTorch what src/reader/matrix.rs does, so that what the rounding costs can be measured here.
"""
import torch
from torch import nn

from blob import Blob
from sources import CATEGORIES, STANCES


def by_row(weight):
    """(int8 rows, one scale a row)."""
    scales = weight.abs().amax(1).clamp(min=1e-8) / 127
    return torch.round(weight / scales[:, None]).clamp(-127, 127), scales


class Rounded(nn.Module):
    """A linear layer as the engine runs it."""

    def __init__(self, linear):
        super().__init__()
        rows, scales = by_row(linear.weight.data)
        self.weight, self.bias = rows * scales[:, None], linear.bias.data

    def forward(self, values):
        step = values.abs().amax(-1, keepdim=True).clamp(min=1e-9) / 8191
        return nn.functional.linear(torch.floor(values / step + 0.5) * step, self.weight, self.bias)


def rounded(model):
    """The model with its products and tables rounded, in place."""
    for module in list(model.encoder.modules()):
        for name, child in list(module.named_children()):
            if isinstance(child, nn.Linear):
                setattr(module, name, Rounded(child))
            elif isinstance(child, nn.Embedding) and name != "token_type_embeddings":
                rows, scales = by_row(table(model, name))
                child.weight.data = rows * scales[:, None]
    model.encoder.embeddings.token_type_embeddings.weight.data.zero_()
    return model


def table(model, name):
    """An embedding as it is stored: the one token type there is rides on the positions."""
    embeddings = model.encoder.embeddings
    weight = getattr(embeddings, name).weight.data
    return weight + embeddings.token_type_embeddings.weight.data[0] if name == "position_embeddings" else weight


def write(model, vocabulary, fold, points, word_points, path):
    encoder, blob = model.encoder, Blob(b"READ")
    blob.floats(points)
    blob.floats(word_points)
    blob.fold(fold)
    blob.text("\n".join(vocabulary))
    layers, width = encoder.encoder.layer, encoder.config.hidden_size
    for number in (width, encoder.config.num_attention_heads, len(layers), len(vocabulary), encoder.config.max_position_embeddings):
        blob.number(number)
    for name in ("word_embeddings", "position_embeddings"):
        rows, scales = by_row(table(model, name))
        blob.floats(scales)
        blob.bytes(rows)
    norm(blob, encoder.embeddings.LayerNorm)
    for layer in layers:
        own = layer.attention.self
        matrix(blob, torch.cat([own.query.weight, own.key.weight, own.value.weight]), torch.cat([own.query.bias, own.key.bias, own.value.bias]))
        matrix(blob, layer.attention.output.dense.weight, layer.attention.output.dense.bias)
        norm(blob, layer.attention.output.LayerNorm)
        matrix(blob, layer.intermediate.dense.weight, layer.intermediate.dense.bias)
        matrix(blob, layer.output.dense.weight, layer.output.dense.bias)
        norm(blob, layer.output.LayerNorm)
    for head in (model.whole, model.each):
        blob.floats(torch.cat([head.bias.data[:, None], head.weight.data], 1).numpy())
    assert model.whole.out_features == len(CATEGORIES) + len(STANCES)
    return blob.write(path)


def matrix(blob, weight, bias):
    rows, scales = by_row(weight.data)
    blob.number(rows.shape[0])
    blob.number(rows.shape[1])
    blob.floats(scales)
    blob.floats(bias.data)
    blob.bytes(rows.numpy())


def norm(blob, layer):
    blob.floats(layer.weight.data)
    blob.floats(layer.bias.data)
