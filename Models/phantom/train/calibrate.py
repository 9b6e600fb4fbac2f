"""Fits the motion readouts, finds the prompt sets' thresholds, and writes the model card.

    python calibrate.py --model FOLDER --fit SET --validation SET --run RUN [--echoseek BINARY] [--date YYYY-MM-DD]

Runs on the exported weights, as the service does. `--fit` are patients that the readouts are fitted to, not those
the towers learnt; `--validation` others, by which the strength of the ridge and the thresholds are chosen.
"""

import argparse
import json
import subprocess
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import card
import real_clips
from claims import ATTRIBUTES, DEVICES, GRADED, NUMBERS, VIEWS
from data import TrainingSet
from evaluate import auc, embed_frames, embed_texts, evaluate
from export import add_to_manifest, exported, file_entry, write_json
from losses import motion_features
from train import Sentences

READOUTS = (
    ("ef", "Left ventricular ejection fraction", "ejection_fraction", "%", 5, 85),
    ("pa-pressure", "Systolic pulmonary artery pressure", "pulmonary_pressure", "mmHg", 10, 100),
)
# A spread of fewer frames is noise; the published estimates take 10.
LEAST_FRAMES = 8
STRENGTHS = 10.0 ** np.arange(-4, 3)
DRAWS = 1000
SOURCE = "Models/phantom/train/calibrate.py"
# A set whose AUC may be less than this, by its 95 % interval over patients, gets no threshold: every answer above one
# would be taken for a finding.
LEAST_AUC = 0.75
# Which truth a shipped prompt set asks for; a graded set is cut below `severe`, effusion below `moderate`.
SETS = {
    "pacemaker": "pacemaker_lead", "mitral-clip": "mitral_clip", "tavr": "stented_valve",
    "pericardial-effusion": "effusion", "lv-dilation": "left_ventricle_dilation",
    "la-dilation": "left_atrium_dilation", "rv-dilation": "right_ventricle_dilation",
    "ra-dilation": "right_atrium_dilation", "lv-hypertrophy": "hypertrophy", "lv-dysfunction": "systolic_dysfunction",
    "rv-dysfunction": "right_ventricle_dysfunction", "surgical-valve": "surgical_valve", "mitral-ring": "mitral_ring",
    "mitral-clip-count": "two_mitral_clips", "aortic-root": "aortic_root_dilation", "aortic-stenosis": "aortic_stenosis",
    "mitral-regurgitation": "mitral_regurgitation", "tricuspid-regurgitation": "tricuspid_regurgitation",
}  # fmt: skip


def ridge(features, truth, strength):
    """Weights and intercept of a linear map; features are scaled to unit spread while fitting."""
    center, spread = features.mean(0), features.std(0) + 1e-6
    x = (features - center) / spread
    y = truth - truth.mean()
    weights = np.linalg.solve(x.T @ x + strength * len(x) * np.eye(x.shape[1]), x.T @ y) / spread
    return weights, truth.mean() - center @ weights


def by_study(values, data, clips):
    """The mean over a study's clips, of a value for each of `clips`. Returns studies and their means."""
    own = data.study[clips]
    studies = np.unique(own)
    return studies, np.array([values[own == study].mean() for study in studies])


def interval(errors, seed=1):
    """The 95 % bootstrap interval of a mean."""
    random = np.random.default_rng(seed)
    means = errors[random.integers(0, len(errors), (DRAWS, len(errors)))].mean(1)
    return [float(v) for v in np.percentile(means, [2.5, 97.5])]


def auc_interval(scores, truth, patients, seed=1):
    """The 95 % bootstrap interval of an AUC: patients are drawn, with all of their studies."""
    random = np.random.default_rng(seed)
    own = [np.flatnonzero(patients == patient) for patient in np.unique(patients)]
    drawn = (np.concatenate([own[i] for i in random.integers(0, len(own), len(own))]) for _ in range(DRAWS))
    return [float(v) for v in np.nanpercentile([auc(scores[rows], truth[rows]) for rows in drawn], [2.5, 97.5])]


def fit_readout(name, title, attribute, unit, low, high, fit, validation, about):
    """The views in which a single readout is best, one ridge over their clips, chosen on validation."""
    column = list(NUMBERS).index(attribute)
    features = {key: motion_features(frames).double().numpy() for key, (_, frames) in about["frames"].items()}
    best = None
    able = {key: data.can[:, ATTRIBUTES.index(attribute)] for key, data in (("fit", fit), ("validation", validation))}
    choices = [[v] for v in range(len(VIEWS))] + [[0, 1], [0, 1, 2], list(range(len(VIEWS)))]
    for views in choices:
        one = np.flatnonzero(able["fit"] & np.isin(fit.view, views))
        two = np.flatnonzero(able["validation"] & np.isin(validation.view, views))
        studies = len(np.unique(validation.study[two]))
        # A readout that hardly any study has a view for is of little use.
        if len(one) < 20 or studies < 0.4 * len(validation.studies):
            continue
        for strength in STRENGTHS:
            truth = fit.facts.numbers[fit.study[one], column]
            weights, bias = ridge(features["fit"][one], truth, strength)
            found = np.clip(features["validation"][two] @ weights + bias, low, high)
            rows, means = by_study(found, validation, two)
            errors = np.abs(means - validation.facts.numbers[rows, column])
            if best is None or errors.mean() < best["errors"].mean():
                best = {"views": views, "weights": weights, "bias": bias, "errors": errors, "strength": strength}
    if best is None:
        return None
    bounds = interval(best["errors"])
    return {
        "name": name, "title": title, "unit": unit, "minimum": low, "maximum": high,
        "views": [] if len(best["views"]) == len(VIEWS) else [VIEWS[v] for v in best["views"]],
        "least_frames": LEAST_FRAMES,
        "layers": [{"weights": [round(float(w), 6) for w in best["weights"]], "bias": [round(float(best["bias"]), 6)]}],
        "weights": about["sha256"],
        "source": f"{SOURCE}: ridge, strength {best['strength']:g}, mean and deviation over a clip's frames",
        "data_set": about["data_set"], "date": about["date"],
        "validation": {
            "mean_absolute_error": round(float(best["errors"].mean()), 3),
            "low": round(bounds[0], 3), "high": round(bounds[1], 3), "studies": len(best["errors"]),
        },
    }  # fmt: skip


def prompt_sets(echoseek, model):
    """Every prompt set that the binary knows for the model: its file and what is in it."""

    def ask(*arguments):
        command = [echoseek, *arguments, "--model", model.name, "--models", str(model.parent), "--json"]
        return json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)

    listed = ask("prompts", "list")
    return {e["name"]: (Path(e["path"]), ask("prompts", "show", e["name"])) for e in listed if not e.get("problem")}


def threshold(scores, truth):
    """The score above which F1 is highest, halfway to the next lower one."""
    order = np.argsort(-scores, kind="stable")
    hits = np.cumsum(truth[order])
    f1 = 2 * hits / (np.arange(1, len(order) + 1) + truth.sum())
    best = int(f1.argmax())
    lower = scores[order[best + 1]] if best + 1 < len(order) else scores[order[best]] - 0.01
    return float((scores[order[best]] + lower) / 2), float(f1[best])


def asked_prompts(document) -> list[str]:
    """The sentences by which a set ranks: its positives, or those of its most severe category."""
    if document["kind"] == "binary":
        return [p if isinstance(p, str) else p["text"] for p in document["prompts"]]
    if document["kind"] == "categorical":
        return max(document["categories"], key=lambda c: c["severity"])["prompts"]
    return []


def thresholds(sets, model, tokenizer, frames, data):
    """Of each set with a known truth: F1-best threshold, AUC and counts on the validation set; `None` for the threshold
    of a set that may know too little, or that is asked of clips of a kind that the validation set has none of."""
    found = {}
    for name, (_, document) in sorted(sets.items()):
        attribute = SETS.get(name)
        texts = asked_prompts(document)
        if not attribute or not texts:
            continue
        if attribute in DEVICES:
            truth = data.facts.devices[:, DEVICES.index(attribute)] > 0
        else:
            truth = data.facts.grades[:, GRADED.index(attribute)] >= (2 if attribute == "effusion" else 3)
        scores = (frames @ embed_texts(model, tokenizer, texts).T).mean((1, 2)).numpy()
        views = {v.lower() for v in document.get("views") or []}
        used = np.flatnonzero([not views or VIEWS[v].lower() in views for v in data.view])
        studies, means = by_study(scores[used], data, used)
        if not 0 < truth[studies].sum() < len(studies):
            continue
        value, f1 = threshold(means, truth[studies])
        low, high = auc_interval(means, truth[studies], data.patient_of_study[studies])
        holds = low >= LEAST_AUC and asks_gray_alone(document)
        found[name] = {
            "value": round(value, 4) if holds else None, "f1": round(f1, 3),
            "auc": round(auc(means, truth[studies]), 4), "low": round(low, 4), "high": round(high, 4),
            "studies": len(studies), "positive": int(truth[studies].sum()),
        }  # fmt: skip
    return found


def asks_gray_alone(document) -> bool:
    """Whether a set is asked of B-mode alone, as all clips of a training set are."""
    return document.get("clip_kinds", ["b-mode"]) == ["b-mode"]


def write_thresholds(folder, sets, found, about):
    """Puts each threshold into its prompt set's file, and takes out those of earlier weights, if that lies below the folder of the model's folder.

    The shipped sets are beside the shipped model; a user's own sets, and those of a checkout that a trial run does not
    belong to, are left alone. A threshold names the weights it holds for, so it says nothing of other models.
    """
    for name, entry in found.items():
        file = sets[name][0].resolve()
        if not file.is_relative_to(folder.resolve().parent):
            continue
        kept, skipping = [], False
        for line in file.read_text().splitlines():
            if line.startswith("thresholds:"):
                skipping = True
            elif skipping and line and not line[0].isspace() and not line.startswith("-"):
                skipping = False
            if not skipping:
                kept.append(line)
        if entry["value"] is not None:
            kept += [
                "thresholds:", f"  - value: {entry['value']}", f"    weights: \"{about['sha256']}\"",
                f"    source: \"{SOURCE}: highest F1\"", f"    data_set: \"{about['data_set']}\"",
                f"    date: \"{about['date']}\"",
            ]  # fmt: skip
        file.write_text("\n".join(kept) + "\n")


def described(data):
    given = data.about["parameters"]
    return f"phantom seed {given.get('seed')}, {len(data.studies)} studies"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--fit", type=Path, required=True)
    parser.add_argument("--validation", type=Path, required=True)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--echoseek", help="the binary, to find the prompt sets; without it no thresholds")
    parser.add_argument("--date", default="2026-11-28")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--fit-clips", type=int, default=12000, help="at most so many")
    args = parser.parse_args()
    torch.set_num_threads(args.threads)
    model, tokenizer, manifest = exported(args.model)
    fit, validation = TrainingSet(args.fit), TrainingSet(args.validation)
    with torch.no_grad():
        rows = np.arange(min(args.fit_clips, len(fit.view)))
        own = embed_frames(model, fit, precision="fp32", rows=rows)
        fit.view, fit.study, fit.can = fit.view[rows], fit.study[rows], fit.can[rows]
        others = embed_frames(model, validation, precision="fp32")
    about = {
        "sha256": manifest["weights"]["sha256"], "date": args.date,
        "data_set": f"{described(fit)}; validated on {described(validation)}",
        "frames": {"fit": (fit, own), "validation": (validation, others)},
    }  # fmt: skip
    readouts = [r for r in (fit_readout(*given, fit, validation, about) for given in READOUTS) if r]
    text = json.dumps({"version": 1, "readouts": readouts}, sort_keys=True)
    (args.model / "readouts.json").write_text(text + "\n")
    add_to_manifest(args.model, "readouts", file_entry("readouts", args.model / "readouts.json"))
    # What `echoseek eval` refuses to measure on.
    trained = torch.load(args.run / "checkpoint.pt", weights_only=True)["set"]
    seeds = sorted({about["parameters"]["seed"] for about in (trained, fit.about, validation.about)})
    write_json(args.model / "training.json", {"seeds": seeds})
    metrics = evaluate(model, tokenizer, validation, "fp32", Sentences(validation).templates)
    metrics = {key: round(value, 4) for key, value in metrics.items()}
    found, real = {}, []
    if args.echoseek:
        about["data_set"] = described(validation)
        sets = prompt_sets(args.echoseek, args.model)
        found = thresholds(sets, model, tokenizer, others, validation)
        write_thresholds(args.model, sets, found, about)
        real = real_clips.said(args.echoseek, args.model, found)
    results = {"readouts": [{k: r[k] for k in ("name", "unit", "views", "validation")} for r in readouts]}
    results |= {"metrics": metrics, "prompt_sets": found, "validation": described(validation), "real_clips": real}
    write_json(args.run / "calibration.json", results)
    card.write(args.model, args.run, results)
    print(json.dumps(results, indent=1))


if __name__ == "__main__":
    main()
