"""Proves that the Swift service computes what torch computes.

    python check.py --model FOLDER --data SET --echoseek BINARY

Embeds single pictures of the set and some sentences with both, and compares: cosines at least 1 - 1e-4, values within
1e-3. Token ids have to be the same.
"""

import argparse
import io
import json
import struct
import subprocess
import tempfile
import zlib
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from data import TrainingSet, pictures
from export import exported

TOLERANCE = 1e-3


def png(gray: np.ndarray) -> bytes:
    """A gray picture, losslessly."""
    height, width = gray.shape
    rows = b"".join(b"\0" + row.tobytes() for row in np.ascontiguousarray(gray))

    def chunk(kind, body):
        return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--echoseek", required=True)
    parser.add_argument("--pictures", type=int, default=16)
    args = parser.parse_args()
    model, tokenizer, _ = exported(args.model)
    data = TrainingSet(args.data)
    rows = np.linspace(0, len(data.frames) - 1, args.pictures).astype(int)
    shown = data.frames[rows, 0]
    chosen = ["--model", args.model.name, "--models", str(args.model.parent)]
    with tempfile.TemporaryDirectory() as folder, torch.no_grad():
        files = []
        for place, picture in enumerate(shown):
            file = Path(folder) / f"{place:03}.png"
            file.write_bytes(png(picture))
            files.append(str(file))
        command = [args.echoseek, "embed", *files, *chosen, "--mask", "none", "--frames", "all", "--npy"]
        found = np.load(io.BytesIO(subprocess.run(command, check=True, capture_output=True).stdout))
        truth = F.normalize(model.encode_image(pictures(shown[:, None])), dim=-1).numpy()
    compare("pictures", found, truth)
    texts = sorted({p.text for p in data.phrases})[:: max(1, len(data.phrases) // 40)]
    command = [args.echoseek, "embed", *chosen, "--json"] + [a for text in texts for a in ("--text", text)]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    for line in answer:
        if line["tokens"] != tokenizer(line["text"]):
            raise SystemExit(f"tokens differ: {line['text']!r}")
    with torch.no_grad():
        truth = F.normalize(model.encode_text([tokenizer(text) for text in texts]), dim=-1).numpy()
    compare("sentences", np.array([line["embedding"] for line in answer]), truth)


def compare(what, found, truth):
    if found.shape != truth.shape:
        raise SystemExit(f"{what}: shape {found.shape}, expected {truth.shape}")
    worst, cosine = np.abs(found - truth).max(), (found * truth).sum(1).min()
    print(f"{what}: {len(found)} compared, worst difference {worst:.2e}, lowest cosine {cosine:.6f}")
    if worst > TOLERANCE or cosine < 1 - 1e-4:
        raise SystemExit(f"{what}: Swift and torch disagree")


if __name__ == "__main__":
    main()
