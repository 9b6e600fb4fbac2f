"""Writes the model folder that `echoseek` reads: half-precision weights, vocabulary, manifest.

    python export.py --run RUN --out FOLDER [--name phantom]

FOLDER's last part has to be the model's name. Readouts and the card come from calibrate.py, which runs after this and
names itself in the manifest.
"""

import argparse
import hashlib
import json
import shutil
import struct
from pathlib import Path

import torch

from data import DEVIATION, MEAN
from tokenizer import Tokenizer
from towers import CLIP, Shape

NOTICE = "simulation-trained, not valid on real studies"
LIMIT = 16_000_000  # bytes of weights that the repository takes
VOCABULARY = ("merges.txt", "vocab.json", "token_counts.json")
LICENSE = """EchoSeek's default model `phantom`: weights, vocabulary and readouts.

Trained by the recipe in `train/`, from random numbers, on nothing but echocardiograms and report sentences that
EchoSeek's own simulator made. No picture, sentence, vocabulary or weight of anybody else is in it.

Licensed under the Apache License, Version 2.0, as the rest of EchoSeek: see LICENSE at the repository's top.
"""


def load(run: Path) -> tuple[CLIP, Tokenizer, dict]:
    """The averaged weights of a run."""
    state = torch.load(run / "checkpoint.pt", weights_only=True)
    shape = {key: tuple(v) if isinstance(v, list) else v for key, v in state["shape"].items()}
    model = CLIP(Shape(**shape))
    model.load_state_dict(state["average"])
    return model.eval(), Tokenizer.load(run), state


def exported(folder: Path) -> tuple[CLIP, Tokenizer, dict]:
    """The towers as a model folder has them: half-precision numbers, computed with in single precision."""
    manifest = json.loads((folder / "manifest.json").read_text())
    shape = manifest["configuration"]
    vision, text = shape["vision"], shape["text"]
    model = CLIP(
        Shape(
            text["vocabularySize"], tuple(vision["depths"]), tuple(vision["widths"]), vision["imageSize"],
            shape["embedDimension"], text["width"], text["layers"], text["heads"], text["contextLength"],
        )
    )  # fmt: skip
    model.load_state_dict(read_safetensors(folder / "weights.safetensors"))
    return model.eval(), Tokenizer.load(folder), manifest


def write_safetensors(path: Path, tensors: dict[str, torch.Tensor]):
    header, blobs, place = {"__metadata__": {"format": "pt"}}, [], 0
    for name, tensor in sorted(tensors.items()):
        blob = tensor.to(torch.float16).contiguous().numpy().tobytes()
        header[name] = {"dtype": "F16", "shape": list(tensor.shape), "data_offsets": [place, place + len(blob)]}
        blobs.append(blob)
        place += len(blob)
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(blobs))


def read_safetensors(path: Path) -> dict[str, torch.Tensor]:
    content = path.read_bytes()
    (length,) = struct.unpack("<Q", content[:8])
    header = json.loads(content[8 : 8 + length])
    tensors = {}
    for name, about in header.items():
        if name != "__metadata__":
            first, last = about["data_offsets"]
            blob = bytearray(content[8 + length + first : 8 + length + last])
            tensors[name] = torch.frombuffer(blob, dtype=torch.float16).reshape(about["shape"]).float()
    return tensors


def file_entry(role: str, path: Path) -> dict:
    content = path.read_bytes()
    return {"role": role, "name": path.name, "sha256": hashlib.sha256(content).hexdigest(), "byteCount": len(content)}


def write_json(path: Path, document):
    path.write_text(json.dumps(document, indent=2, sort_keys=True, ensure_ascii=False) + "\n", encoding="utf-8")


def export(run: Path, out: Path, name: str):
    model, tokenizer, state = load(run)
    out.mkdir(parents=True, exist_ok=True)
    tensors = model.state_dict()
    worst = max(float(tensor.abs().max()) for tensor in tensors.values())
    if not worst < 60_000:
        raise SystemExit(f"a weight of {worst} does not fit half precision")
    write_safetensors(out / "weights.safetensors", tensors)
    if (out / "weights.safetensors").stat().st_size > LIMIT:
        raise SystemExit(f"the weights have more than {LIMIT} bytes")
    for file in VOCABULARY:
        shutil.copyfile(run / file, out / file)
    (out / "LICENSE.source.txt").write_text(LICENSE)
    shape = model.shape
    write_json(
        out / "manifest.json",
        {
            "version": 1,
            "name": name,
            "slot": "both",
            "sources": [],
            "weights": file_entry("weights", out / "weights.safetensors"),
            "configuration": {
                "embedDimension": shape.embed,
                "mean": [MEAN] * 3,
                "standardDeviation": [DEVIATION] * 3,
                "vision": {"depths": shape.depths, "widths": shape.widths, "imageSize": shape.image},
                "text": {
                    "contextLength": shape.context, "vocabularySize": shape.vocabulary, "width": shape.text_width,
                    "heads": shape.text_heads, "layers": shape.text_layers,
                },
            },
            "configurationOrigin": "config",
            "preprocessing": {"channels": "rgb", "zoom": 0, "frames": "uniform:16", "mask": "auto"},
            "vocabulary": {
                "kind": "clip-bpe",
                "files": [file_entry("vocabulary", out / file) for file in VOCABULARY],
            },
            "license": {
                "file": file_entry("license", out / "LICENSE.source.txt"),
                "foundIn": ["LICENSE.source.txt"],
                "statement": "Apache License 2.0; trained on our own simulator's pictures and sentences alone.",
            },
            "importedBy": "Models/phantom/train",
            "prompts": "prompts",
            "notice": NOTICE,
        },
    )  # fmt: skip
    return state


def add_to_manifest(folder: Path, key: str, entry):
    manifest = json.loads((folder / "manifest.json").read_text())
    manifest[key] = entry
    write_json(folder / "manifest.json", manifest)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--name", default="phantom")
    given = parser.parse_args()
    export(given.run, given.out, given.name)
