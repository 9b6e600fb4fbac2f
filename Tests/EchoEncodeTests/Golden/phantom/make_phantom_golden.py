"""Writes `tiny-phantom`, a model folder shaped as the recipe exports it, with what torch makes of it.

    python make_phantom_golden.py      (torch and numpy as in Models/phantom/train/requirements.txt)

Weights are random. `tokens.ndjson` has the recipe's own ids of sentences and of odd strings, `vectors.json` the unit vectors
of pictures and sentences, computed in single precision from the half-precision weights, and a readout's value.
"""

import json
import random
import sys
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parents[3] / "Models" / "phantom" / "train"))

import export  # noqa: E402
from data import pictures  # noqa: E402
from losses import motion_features  # noqa: E402
from tokenizer import from_texts  # noqa: E402
from towers import CLIP, Shape  # noqa: E402

SUBJECTS = ["left ventricle", "right ventricle", "left atrium", "right atrium", "aortic root", "mitral valve"]
STATES = ["is normal", "is mildly dilated", "is severely dilated", "isn't well seen", "hasn't changed", "looks small"]
WORDS = (
    "é naïve größe über señor français ångström œuvre łódź žluť ελλάδα μ α сердце клапан 心臓 超声 हृदय ≥ ≤ ± ° ² → – — … "
    "the ventricle's valve isn't they'll we've I'm you're he'd 's 't ' '' \" `x` EF=55% 12.5cm <start_of_text> <end_of_text> "
    "&amp; &lt;3 &#39; a&b x<y>z #1 @home ~tilde ^caret {brace} [bracket] back\\slash a_b a-b a/b 1/2 3e-4 0x1F !!! ?! "
    "... ,,, ;; :: () $5 €7 MitraClip TAVR LVEF RVSP mmHg cm² O'Brien don''t"
).split(" ")


def texts():
    draw = random.Random(11)
    plain = [f"The {s} {t}." for s in SUBJECTS for t in STATES]
    plain += [f"Ejection fraction {v}%, RVSP {v + 7} mmHg." for v in range(10, 80, 5)]
    odd = ["", " ", "a", "\t\n", "77 " * 60, "ventricle " * 90]
    while len(odd) < 500:
        words = [draw.choice(WORDS) for _ in range(draw.randint(1, 9))]
        if draw.random() < 0.3:
            words = [w.upper() for w in words]
        odd.append(draw.choice([" ", " ", "  ", "\t", "", "\n"]).join(words))
    # Characters that the service's repair of encodings would change are not what is tested here.
    return plain, odd


def main():
    torch.manual_seed(5)
    plain, odd = texts()
    run = HERE / "run"
    run.mkdir(exist_ok=True)
    tokenizer, counts = from_texts(plain, 150)
    tokenizer.save(run, counts)
    shape = Shape(tokenizer.size, (1, 1, 2, 1), (8, 16, 32, 64), 32, 16, 32, 2, 4)
    model = CLIP(shape)
    for name, tensor in model.state_dict().items():
        # Values of the size that training leaves, so that nothing is hidden by a zero.
        if tensor.ndim == 1 and ("bias" in name or "gamma" in name):
            tensor.normal_(0, 0.2)
    state = {"shape": shape.as_dict(), "average": model.state_dict()}
    torch.save(state, run / "checkpoint.pt")
    folder = HERE / "tiny-phantom"
    export.export(run, folder, "tiny-phantom")
    for file in run.iterdir():
        file.unlink()
    run.rmdir()

    model, tokenizer, manifest = export.exported(folder)
    frames = np.random.default_rng(3).integers(0, 256, (1, 10, 32, 32)).astype(np.uint8)
    with torch.no_grad():
        seen = F.normalize(model.encode_image(pictures(frames)), dim=-1)
        said = F.normalize(model.encode_text([tokenizer(text) for text in plain[:12]]), dim=-1)
        features = motion_features(seen[None])
    draw = np.random.default_rng(4)
    layers = [(draw.normal(0, 3, (5, 32)), draw.normal(0, 1, 5)), (draw.normal(0, 9, (1, 5)), np.array([50.0]))]
    layers = [(np.round(w, 4), np.round(b, 4)) for w, b in layers]
    x = features[0].numpy().astype(float)
    for place, (weights, bias) in enumerate(layers):
        x = weights @ x + bias
        x = np.maximum(x, 0) if place + 1 < len(layers) else x
    readout = {
        "name": "ef", "title": "Left ventricular ejection fraction", "unit": "%", "minimum": 5, "maximum": 85,
        "views": ["A4C"], "least_frames": 2,
        "layers": [{"weights": w.ravel().tolist(), "bias": b.tolist()} for w, b in layers],
        "weights": manifest["weights"]["sha256"], "source": "make_phantom_golden.py", "data_set": "random numbers",
        "date": "2026-11-22", "validation": {"mean_absolute_error": 12, "low": 10, "high": 14, "studies": 3},
    }  # fmt: skip
    (folder / "readouts.json").write_text(json.dumps({"version": 1, "readouts": [readout]}, sort_keys=True) + "\n")
    export.add_to_manifest(folder, "readouts", export.file_entry("readouts", folder / "readouts.json"))
    with open(HERE / "tokens.ndjson", "w", encoding="utf-8") as file:
        for text in plain + odd:
            content = tokenizer.content(text)[:75]
            rare = sum(counts[token] < 20 for token in content) / len(content) if content else None
            line = {"text": text, "ids": tokenizer(text), "rare": rare}
            file.write(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n")
    vectors = {
        "frames": frames[0].reshape(10, -1).tolist(), "pictures": seen.numpy().astype(float).tolist(),
        "texts": plain[:12], "sentences": said.numpy().astype(float).tolist(),
        "features": features[0].numpy().astype(float).tolist(), "readout": float(np.clip(x[0], 5, 85)),
    }  # fmt: skip
    (HERE / "vectors.json").write_text(json.dumps(vectors, sort_keys=True) + "\n")


if __name__ == "__main__":
    main()
