"""The model card: what the weights were made of and how well they do, from numbers that the recipe wrote."""

import json
from pathlib import Path

import torch

import held_out
import real_clips

from export import NOTICE

TEXT = """# phantom

**{notice}.** EchoSeek's default model: a small CLIP for echocardiograms, so that everything works on a fresh machine.
It has seen simulated hearts alone. What it says of a real study means nothing.

## What it is

| | |
|---|---|
| image tower | ConvNeXt, depths {depths}, widths {widths}, {image} pixels, {image_parameters:.2f} million parameters |
| text tower | CLIP's causal transformer, {layers} layers, width {width}, {vocabulary} tokens of our own, {text_parameters:.2f} million parameters |
| embedding | {embed} values; a clip is the mean of its frames, a study the mean of its clips |
| weights | half precision, SHA-256 `{sha256}` |
| license | Apache 2.0; no picture, sentence, vocabulary or weight of anybody else in it |

## What it was made of

Training set: `{training}`; validation set: {validation}. All patients are made up by `EchoPhantom` from seeds; no seed is
in two sets. {steps} steps of the training's four parts, {images} pictures in all, {minutes:.0f} minutes in {threads} processes,
seed {seed}. Recipe and losses: `train/README.md`. Readouts and thresholds were chosen on the validation set, which makes the figures
below a little too good; the held-out figures with intervals are `echoseek eval`'s.

## Validation

{table}

{held_out}## What it says of real clips

Taken in and asked with `echoseek` itself, each clip as a study with its view. Nothing is known of these clips but the
view, which is the only answer that can be called right or wrong; four of them are one recording. No ejection fraction in
this table means anything, and every finding in it has to be taken for wrong. A still is asked for nothing that needs a
moving clip.

{real}

## Limits

- It knows the simulator's hearts, seven views, one speckle model. On real clips it has no skill that we could show.
- Ejection fraction and pressure by ranked prompts come from still frames; the motion readouts use how frames differ.
- Its vocabulary reads every text, but words outside our report sentences carry no meaning (`rare_token_share`).
- Thresholds hold for its own prompt sets and for simulated studies. A set has none where its AUC may be
  below .75, by the interval, or where it is asked of color clips as well, which the training has none of.
- It does not know a view by its name.
"""


def rows(results):
    lines = ["| measure | value |", "|---|---|"]
    for readout in results["readouts"]:
        own = readout["validation"]
        lines.append(
            f"| {readout['name']}, motion readout ({', '.join(readout['views']) or 'all views'}), mean absolute error | "
            f"{own['mean_absolute_error']} {readout['unit']} ({own['low']} to {own['high']}), {own['studies']} studies |"
        )
    for name, value in sorted(results["metrics"].items()):
        lines.append(f"| {name} | {value} |")
    for name, own in sorted(results["prompt_sets"].items()):
        limit = "no threshold" if own["value"] is None else f"threshold {own['value']} (F1 {own['f1']})"
        lines.append(
            f"| prompt set {name} | AUC {own['auc']} ({own['low']} to {own['high']}), {limit}, "
            f"{own['positive']} of {own['studies']} studies |"
        )
    return "\n".join(lines)


def write(folder: Path, run: Path, results: dict):
    manifest = json.loads((folder / "manifest.json").read_text())
    state = torch.load(run / "checkpoint.pt", weights_only=True)
    shape, given = state["shape"], state["arguments"]
    visual = sum(v.numel() for k, v in state["average"].items() if k.startswith("visual."))
    everything = sum(v.numel() for v in state["average"].values())
    text = TEXT.format(
        notice=NOTICE[0].upper() + NOTICE[1:], depths=list(shape["depths"]), widths=list(shape["widths"]),
        image=shape["image"], image_parameters=visual / 1e6, layers=shape["text_layers"], width=shape["text_width"],
        vocabulary=shape["vocabulary"], text_parameters=(everything - visual) / 1e6, embed=shape["embed"],
        sha256=manifest["weights"]["sha256"], training=json.dumps(state["set"]["parameters"], sort_keys=True),
        validation=results["validation"], steps=", ".join(map(str, json.loads(given["steps"]))),
        images=f"{state['images']:,}", minutes=state["spent"] / 60,
        threads=given["processes"], seed=given["seed"], table=rows(results),
        real=real_clips.table(results["real_clips"]), held_out=held_out.section(folder),
    )  # fmt: skip
    (folder / "MODEL_CARD.md").write_text(text, encoding="utf-8")
