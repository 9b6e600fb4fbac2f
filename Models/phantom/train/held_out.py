"""Puts the held-out figures into the model's folder: held_out.json, and the model card's section of that name.

    python held_out.py --model FOLDER --report REPORT.json

REPORT.json is what `make eval-phantom` writes; the seeds lie beside it. A report of other weights than the folder's is
refused. Needs nothing but Python.
"""

import argparse
import json
import re
from pathlib import Path

FILE = "held_out.json"
TITLE = "## Held-out"
# Where the section goes in a card that has none.
NEXT = "## What it says of real clips"
NAMES = {
    "pacemaker.auc": "pacemaker lead, AUC", "mitral_clip.auc": "mitral clip, AUC",
    "stented_valve.auc": "stented aortic valve, AUC", "effusion.auc": "pericardial effusion, AUC",
    "lv_dilation.severe.auc": "severe dilation of the left ventricle, AUC",
    "la_dilation.severe.auc": "severe dilation of the left atrium, AUC",
    "rv_dilation.severe.auc": "severe dilation of the right ventricle, AUC",
    "ra_dilation.severe.auc": "severe dilation of the right atrium, AUC",
    "ef.mae.motion": "ejection fraction by motion, mean absolute error, points",
    "ef.mae.repo": "ejection fraction by ranked prompts, mean absolute error, points",
    "identity.auc": "same patient or not, AUC", "identity.r_at_1": "the patient's own first study is found first",
    "transitions.device.auc": "before or after a device, AUC", "transitions.surgery.auc": "before or after surgery, AUC",
    "retrieval.r_at_10": "report and study find each other among the first 10",
    "retrieval.mean_rank_share": "mean rank of the right one, % of all",
    "shortcuts.rank_changes": "ranks changed by what stands around the sector",
    "shortcuts.auc.tags_only.highest": "the highest of the devices' AUCs from text alone, without the mask",
}  # fmt: skip
# What no goal is set for, and who reads the goals ought to know.
ALSO = {
    "la_dilation.severe.auc.unnamed_views": "severe dilation of the left atrium where nobody has named the views, AUC",
    "ef.mae.repo.unnamed_views": "ejection fraction by ranked prompts where nobody has named the views, points",
    "view.accuracy": "views named rightly by prompts, share of clips",
    "shortcuts.identity.auc.tags_only": "same patient or not from text alone, names among it, without the mask, AUC",
    "shortcuts.retrieval.mean_rank_share.tags_only": "the right report's mean rank from text alone, without the mask, %",
}  # fmt: skip


def weights_of(folder: Path) -> str:
    """As many digits of the weights' SHA-256 as a report names."""
    return json.loads((folder / "manifest.json").read_text())["weights"]["sha256"][:16]


def kept(report: dict, seeds: list[int]) -> dict:
    """What of a report goes into the folder: its goals, each with its figure."""
    weights = re.match(r"weights=([0-9a-f]{16});", report["stamp"]["fingerprint"])
    return {
        "weights": weights[1], "seeds": seeds, "patients": report["patients"], "studies": report["studies"],
        "resamples": report["resamples"], "training_check": report["training_check"],
        "goals": [goal | report["metrics"][goal["metric"]] for goal in report["goals"]],
        "also": [{"metric": name} | report["metrics"][name] for name in ALSO if name in report["metrics"]],
    }  # fmt: skip


def number(value: float) -> str:
    return f"{value:.3f}" if value != int(value) and abs(value) < 2 else f"{value:.4g}"


def row(goal: dict) -> str:
    name = NAMES.get(goal["metric"], f"`{goal['metric']}`")
    limit = ("≥ " if goal["direction"] == "at_least" else "≤ ") + number(goal["goal"])
    if goal["met"] is None:
        return f"| {name} | {limit} | {figure(goal)} | {goal['n']} | not measured |"
    return f"| {name} | {limit} | {figure(goal)} | {goal['n']} | {'yes' if goal['met'] else '**no**'} |"


def figure(found: dict) -> str:
    """The value with its interval, or why there is none."""
    if found["value"] is None:
        return f"not measured: {found['reason']}"
    # A count has no interval.
    bounds = "" if found["low"] == found["high"] else f" ({number(found['low'])} to {number(found['high'])})"
    return number(found["value"]) + bounds


def also(found: dict) -> list[str]:
    """A table of what no goal is set for."""
    if not found.get("also"):
        return []
    lines = ["Views were named by the manifest. Without a goal:", "", "| measure | found (95 %) | n |", "|---|---|---|"]
    return lines + [f"| {ALSO[one['metric']]} | {figure(one)} | {one['n']} |" for one in found["also"]] + [""]


def section(folder: Path) -> str:
    """The card's section, with an empty line behind; nothing without figures of these very weights."""
    file = folder / FILE
    if not file.exists():
        return ""
    found = json.loads(file.read_text())
    if found["weights"] != weights_of(folder):
        return ""
    met, all_goals = sum(goal["met"] is True for goal in found["goals"]), len(found["goals"])
    lines = [
        TITLE, "",
        f"{found['studies']} studies of {found['patients']} simulated patients by whom no weight, sentence or "
        f"readout was chosen, measured by `HELD_SEED={found['seeds'][0]} SHORTCUT_SEED={found['seeds'][1]} make "
        f"eval-phantom`; 95 % intervals from {found['resamples']} resamples of the patients. "
        + found["training_check"] + f" Goals met: {met} of {all_goals}, by the value, not by the interval.",
        "", "| measure | goal | found (95 %) | n | met |", "|---|---|---|---|---|", *map(row, found["goals"]), "",
        *also(found), "",
    ]  # fmt: skip
    return "\n".join(lines)


def with_section(card: str, text: str) -> str:
    """The card with its section replaced, put in, or taken out where there is none."""
    start = card.find(TITLE + "\n")
    if start >= 0:
        end = card.find("\n## ", start)
        card = card[:start] + ("" if end < 0 else card[end + 1 :])
    else:
        start = card.find(NEXT)
    if start < 0:
        raise SystemExit(f"the model card has no section {NEXT!r} to put the held-out figures before")
    return card[:start] + text + card[start:]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--report", type=Path, required=True)
    args = parser.parse_args()
    found = kept(json.loads(args.report.read_text()), json.loads((args.report.parent / "seeds.json").read_text()))
    if found["weights"] != weights_of(args.model):
        raise SystemExit(f"the report is of weights {found['weights']}…, the folder has {weights_of(args.model)}…")
    (args.model / FILE).write_text(json.dumps(found, indent=1, sort_keys=True, ensure_ascii=False) + "\n")
    card = args.model / "MODEL_CARD.md"
    card.write_text(with_section(card.read_text(), section(args.model)))
    print(f"{args.model / FILE} and {card} hold the held-out figures")


if __name__ == "__main__":
    main()
