"""Checksums of the formula's weights for the tiny model, from the numpy code that gives open_clip its weights.

    python make_formula_golden.py        writes formula_tiny.json beside this file; needs numpy alone

Each tensor's checksum is the sum over its fp32 bit patterns of bits * (place + 1), modulo 2**64: any wrong bit or order changes it.
"""
import json, pathlib, sys
import numpy as np

HERE = pathlib.Path(__file__).parent
sys.path.insert(0, str(HERE.parent / "base_clip"))
from make_base_clip import tensor

np.seterr(over="ignore")
config = json.load(open(HERE.parent / "tiny_clip" / "tiny_clip_config.json"))
sums = {}
for name, shape in config["weights"].items():
    bits = tensor(name, tuple(shape)).reshape(-1).view(np.uint32).astype(np.uint64)
    sums[name] = str(int((bits * np.arange(1, bits.size + 1, dtype=np.uint64)).sum(dtype=np.uint64)))
json.dump(sums, open(HERE / "formula_tiny.json", "w"), indent=1)
print(len(sums), "tensors")
