"""The reader as PyTorch sees it: a MiniLM encoder, nine categories, seven stances, and the words that caused a category."""
import torch
from torch import nn
from transformers import BertModel

from sources import CATEGORIES, STANCES

LONGEST = 192  # pieces; a longer post is read in windows


class Reader(nn.Module):
    def __init__(self, encoder):
        super().__init__()
        width = encoder.config.hidden_size
        self.encoder = encoder
        self.drop = nn.Dropout(0.1)
        self.whole = nn.Linear(3 * width, len(CATEGORIES) + len(STANCES))
        self.each = nn.Linear(width, len(CATEGORIES))

    def forward(self, numbers, mask):
        hidden = self.encoder(input_ids=numbers, attention_mask=mask).last_hidden_state.float()
        seen = mask.unsqueeze(-1)
        mean = (hidden * seen).sum(1) / seen.sum(1)
        most = hidden.masked_fill(seen == 0, -1e4).amax(1)
        whole = self.whole(self.drop(torch.cat([hidden[:, 0], mean, most], -1)))
        return whole[:, : len(CATEGORIES)], whole[:, len(CATEGORIES):], self.each(self.drop(hidden))


def pruned(base, full, vocabulary):
    """The base encoder with only the pieces of `vocabulary` and the positions that are used."""
    encoder = BertModel.from_pretrained(base, attn_implementation="sdpa", add_pooling_layer=False)
    place = {piece: number for number, piece in enumerate(full)}
    kept = torch.tensor([place[piece] for piece in vocabulary])
    with torch.no_grad():
        pieces = nn.Embedding(len(vocabulary), encoder.config.hidden_size, padding_idx=0)
        pieces.weight.copy_(encoder.embeddings.word_embeddings.weight[kept])
        spots = nn.Embedding(LONGEST, encoder.config.hidden_size)
        spots.weight.copy_(encoder.embeddings.position_embeddings.weight[:LONGEST])
    encoder.embeddings.word_embeddings, encoder.embeddings.position_embeddings = pieces, spots
    encoder.config.vocab_size, encoder.config.max_position_embeddings = len(vocabulary), LONGEST
    return Reader(encoder)
