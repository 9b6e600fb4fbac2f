"""Makes the default model from seeds, in one command.

    python make_phantom.py --echoseek ../../../.build/release/echoseek --work WORK [--out ../] [--quick]

Generates the sets, trains, exports, calibrates, and checks that Swift computes what torch does. A cut run goes on where it
stopped. `--quick` does the same with next to no data, to prove that the parts fit; its model knows nothing.
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
# What the precisions are judged by, beside simulated frames.
REAL = HERE.parents[2] / "Tests" / "Fixtures" / "clips"
# Seeds of the sets; those of evaluation and demo are others. Patients, studies of each, views a study, clips a view.
SEEDS = {"training": 41_001, "validation": 41_002, "readout": 41_003}
FULL = {
    "training": {"patients": 3500, "studies": "1..2", "views-per-study": 4, "clips": 2, "frames": 4},
    "validation": {"patients": 150, "studies": "2..2", "views-per-study": 7, "clips": 1, "frames": 16, "phrases": 3000},
    # Readouts are fitted to patients that the towers have not learnt, shown as the service shows them.
    "readout": {"patients": 700, "studies": "1..1", "views-per-study": 4, "clips": 1, "frames": 16, "phrases": 10},
}
QUICK = {
    "training": {"patients": 20, "studies": "1..2", "views-per-study": 3, "clips": 2, "frames": 4, "phrases": 3000},
    "validation": {"patients": 8, "studies": "2..2", "views-per-study": 3, "clips": 1, "frames": 8, "phrases": 3000},
    "readout": {"patients": 24, "studies": "1..1", "views-per-study": 3, "clips": 1, "frames": 8, "phrases": 10},
}
# Pixels; a multiple of 32, as the service takes it.
SIZE = 96
# Of each part of the training.
STEPS, QUICK_STEPS = (2300, 1100, 1350, 800), (8, 6, 6, 4)


def run(*command):
    print("$", *map(str, command), flush=True)
    began = time.monotonic()
    subprocess.run([str(part) for part in command], check=True)
    print(f"  {time.monotonic() - began:.0f} s", flush=True)


def python(script, *arguments):
    run(sys.executable, HERE / script, *arguments)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--echoseek", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--out", type=Path, help="the model folder; its name is the model's")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--threads", type=int, default=len(os.sched_getaffinity(0)))
    parser.add_argument("--date", default="2026-11-28")
    args = parser.parse_args()
    work, echoseek = args.work.resolve(), args.echoseek.resolve()
    out = (args.out or (work / "model" / "phantom" if args.quick else HERE.parent)).resolve()
    for name, given in (QUICK if args.quick else FULL).items():
        if not (work / name / "set.json").exists():
            flags = [part for key, value in given.items() for part in (f"--{key}", value)]
            run(echoseek, "phantom", "training-set", *flags, "--seed", SEEDS[name], "--size", SIZE, work / name)
    steps = QUICK_STEPS if args.quick else STEPS
    tiny = ["--patients", 6, "--phrases", 16] if args.quick else []
    python(
        "train.py", "--data", work / "training", "--validation", work / "validation", "--out", work / "run",
        "--processes", args.threads, "--steps", *steps, *tiny,
    )  # fmt: skip
    python("export.py", "--run", work / "run", "--out", out, "--name", out.name)
    python(
        "calibrate.py", "--model", out, "--fit", work / "readout", "--validation", work / "validation",
        "--run", work / "run", "--echoseek", echoseek, "--threads", args.threads, "--date", args.date,
    )  # fmt: skip
    python("check.py", "--model", out, "--data", work / "validation", "--echoseek", echoseek)
    real = [part for clip in sorted(REAL.glob("*.*")) if clip.suffix != ".md" for part in ("--clips", clip)]
    run(echoseek, "model", "verify", out.name, "--models", out.parent, *real)
    print(f"{out} is made", flush=True)


if __name__ == "__main__":
    main()
