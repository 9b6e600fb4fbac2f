"""The texts that every engine embeds: start, content by a formula, end, zeros up to the window."""
import numpy as np


def texts(batch, tokens):
    ids = np.zeros((batch, 77), np.int64)
    for row in range(batch):
        ids[row, 0] = 49406
        ids[row, 1:tokens - 1] = [1 + (row * 7919 + place * 104729) % 49405 for place in range(tokens - 2)]
        ids[row, tokens - 1] = 49407
    return ids
