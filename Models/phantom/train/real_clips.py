"""What the model says of the few real clips that may be redistributed, right or wrong: for the model card.

Nothing is chosen or tuned by them. What is known of them is in Tests/Fixtures/clips/SOURCES.md.
"""

import json
import subprocess
from pathlib import Path

import numpy as np
import torch

from evaluate import embed_texts, ranked
from losses import motion_features

CLIPS = Path(__file__).resolve().parents[3] / "Tests" / "Fixtures" / "clips"
# The view is all that is known of them.
KNOWN_VIEW = {
    "a4c_jpeg_120f.dcm": "A4C", "a4c_h264_120f.mp4": "A4C", "a4c_mjpeg_120f.avi": "A4C",
    "a4c_ybr422_jpeg_30f.dcm": "A4C", "plax_still_jpeglossless.dcm": "PLAX",
}  # fmt: skip


def said(echoseek, model_folder, model, tokenizer, sets, thresholds, readouts) -> list[dict]:
    """One row a clip: the view, ejection fraction two ways, and the sets whose threshold it passes."""
    command = [
        echoseek, "embed", "--per-frame", "--model", model_folder.name, "--models", str(model_folder.parent),
        *(str(CLIPS / name) for name in KNOWN_VIEW),
    ]  # fmt: skip
    lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    answers = {Path(line["input"]).name: line for line in map(json.loads, filter(None, lines)) if "input" in line}
    return [
        one(name, answers.get(name, {}), model, tokenizer, sets, thresholds, readouts) for name in KNOWN_VIEW
    ]


def one(name, answer, model, tokenizer, sets, thresholds, readouts) -> dict:
    row = {"clip": name, "known_view": KNOWN_VIEW[name]}
    if answer.get("state") != "embedded":
        return row | {"refused": answer.get("reason", "no answer")}
    frames = torch.tensor(answer["frames"])
    texts = lambda sentences: (frames @ embed_texts(model, tokenizer, sentences).T).numpy()
    views = {c["name"]: float(texts(c["prompts"]).mean()) for c in sets["view"][1]["categories"]}
    row["view"] = max(views, key=views.get)
    forms = sets["ef"][1]["prompts"]
    values = np.tile(np.arange(101), len(forms))
    row["ef_by_rank"] = ranked(texts([form.replace("<#>", str(v)) for form in forms for v in range(101)]), values)
    for readout in readouts:
        if readout["name"] == "ef" and len(frames) >= readout["least_frames"]:
            layer = readout["layers"][0]
            motion = motion_features(frames[None])[0].double().numpy()
            number = float(np.dot(layer["weights"], motion) + layer["bias"][0])
            row["ef_by_motion"] = min(max(number, readout["minimum"]), readout["maximum"])
    row["above_threshold"] = []
    for set_name, entry in thresholds.items():
        if entry["value"] is None:
            continue
        score = float(texts(asked_prompts(sets[set_name][1])).mean())
        if score >= entry["value"]:
            row["above_threshold"].append(set_name)
    return row


def asked_prompts(document) -> list[str]:
    """The sentences by which a set ranks: its positives, or those of its most severe category."""
    if document["kind"] == "binary":
        return [p if isinstance(p, str) else p["text"] for p in document["prompts"]]
    if document["kind"] == "categorical":
        return max(document["categories"], key=lambda c: c["severity"])["prompts"]
    return []


def table(rows: list[dict]) -> str:
    lines = [
        "| clip | it is | it says | EF by ranked prompts | EF by motion | findings above their threshold |",
        "|---|---|---|---|---|---|",
    ]
    for row in rows:
        if "refused" in row:
            lines.append(f"| {row['clip']} | {row['known_view']} | no vector: {row['refused']} | | | |")
            continue
        motion = f"{row['ef_by_motion']:.0f}" if "ef_by_motion" in row else "too few frames"
        lines.append(
            f"| {row['clip']} | {row['known_view']} | {row['view']} | {row['ef_by_rank']:.0f} | {motion} | "
            f"{', '.join(row['above_threshold']) or 'none'} |"
        )
    return "\n".join(lines)
