"""What the model says of the few real clips that may be redistributed, right or wrong: for the model card.

Nothing is chosen or tuned by them. What is known of them is in Tests/Fixtures/clips/SOURCES.md. The answers are the
program's own: the clips are taken into an index, each as a study with its view, and asked as anybody would.
"""

import csv
import json
import subprocess
import tempfile
from pathlib import Path

CLIPS = Path(__file__).resolve().parents[3] / "Tests" / "Fixtures" / "clips"
# The view is all that is known of them.
KNOWN_VIEW = {
    "a4c_jpeg_120f.dcm": "A4C", "a4c_h264_120f.mp4": "A4C", "a4c_mjpeg_120f.avi": "A4C",
    "a4c_ybr422_jpeg_30f.dcm": "A4C", "plax_still_jpeglossless.dcm": "PLAX",
}  # fmt: skip
FORMULAS = {"ef_by_rank": "repo", "ef_by_motion": "motion"}


def said(echoseek, model_folder: Path, thresholds: dict) -> list[dict]:
    """One row a clip: the view, ejection fraction two ways, and the sets whose threshold it passes."""
    with tempfile.TemporaryDirectory() as folder:
        index = Path(folder) / "index"

        def run(*arguments):
            command = [echoseek, *arguments, "--index", index, "--model", model_folder.name]
            command += ["--models", model_folder.parent, "--json"]
            done = subprocess.run([str(part) for part in command], capture_output=True, text=True)
            if done.returncode:
                raise SystemExit(f"{' '.join(map(str, arguments[:2]))} ended with {done.returncode}: {done.stderr}")
            return json.loads(done.stdout)

        manifest = Path(folder) / "manifest.csv"
        with open(manifest, "w", newline="") as file:
            table = csv.writer(file)
            table.writerow(["path", "patient", "study", "view"])
            table.writerows([CLIPS / name, name, name, view] for name, view in KNOWN_VIEW.items())
        taken = run("ingest", "--manifest", manifest, *(CLIPS / name for name in KNOWN_VIEW))
        if taken["embedded"] != len(KNOWN_VIEW):
            raise SystemExit(f"{taken['embedded']} of {len(KNOWN_VIEW)} real clips were embedded: {taken}")
        rows = {name: {"clip": name, "known_view": view, "above_threshold": []} for name, view in KNOWN_VIEW.items()}
        for name, result in ranked(run("ask", "view")):
            rows[name]["view"] = result["best_category"]
        for key, formula in FORMULAS.items():
            for estimate in run("estimate", "ef", *KNOWN_VIEW, "--formula", formula):
                name = estimate["studies"][estimate["study"]]["study_key"]
                rows[name][key] = estimate["value"]
        for set_name, entry in thresholds.items():
            if entry["value"] is None:
                continue
            for name, result in ranked(run("ask", set_name)):
                rows[name].setdefault("asked", []).append(set_name)
                if result["above_threshold"]:
                    rows[name]["above_threshold"].append(set_name)
    return list(rows.values())


def ranked(answer: dict):
    """Each scored study's own name and its result."""
    for result in answer["results"]:
        yield answer["studies"][result["study"]]["study_key"], result


def table(rows: list[dict]) -> str:
    lines = [
        "| clip | it is | it says | | EF by ranked prompts | EF by motion | findings above their threshold |",
        "|---|---|---|---|---|---|---|",
    ]
    for row in rows:
        view = row.get("view")
        verdict = "not asked" if view is None else "right" if view == row["known_view"] else "**wrong**"
        numbers = [f"{row[key]:.0f}" if row.get(key) is not None else "no answer" for key in FORMULAS]
        found = ", ".join(row["above_threshold"]) or ("none" if row.get("asked") else "not asked")
        cells = [row["clip"], row["known_view"], view or "–", verdict, *numbers, found]
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)
