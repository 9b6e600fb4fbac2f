#!/usr/bin/env bash
# How fast `echoseek embed` is at full size on this machine: wall time, and where it goes.
# A figure of this machine and this hour. It is compared with nothing here: peers and ratios come with `echoseek bench`.
set -euo pipefail

[ $# -eq 1 ] || { echo "usage: Tests/Demo/bench.sh BINARY" >&2; exit 64; }
binary=$(realpath "$1")
root=$(realpath "$(dirname "$0")/../..")
clip=$root/Tests/Fixtures/clips/a4c_jpeg_120f.dcm
vocabulary=$root/.build-fixtures/vocabulary/bpe_simple_vocab_16e6.txt.gz
[ -x "$binary" ] || { echo "$binary is not there; 'make build' makes it." >&2; exit 1; }
[ -f "$vocabulary" ] || { echo "$vocabulary is not there; 'make vocabulary' makes it." >&2; exit 1; }

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export ECHOSEEK_MODELS=$scratch/models ECHOSEEK_MODEL=formula XDG_CONFIG_HOME=$scratch XDG_DATA_HOME=$scratch
unset ECHOSEEK_CONFIG ECHOSEEK_FRAMES ECHOSEEK_MASK ECHOSEEK_THREADS
"$binary" model formula "$scratch/checkpoint" 2>/dev/null
cp "$vocabulary" "$scratch/checkpoint/"
"$binary" model import "$scratch/checkpoint" --name formula --notice "formula weights" >/dev/null
rm -r "$scratch/checkpoint"

python3 - "$binary" "$clip" <<'PYTHON'
import json, os, resource, statistics, subprocess, sys, time

binary, clip = sys.argv[1:]
FEW, MANY, REPEATS, THREADS = 2, 18, 3, 2


def processor_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def embed(frames):
    start, used = time.perf_counter(), processor_seconds()
    command = [binary, "embed", "--threads", str(THREADS), "--frames", f"uniform:{frames}", clip]
    line = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    assert line["state"] == "embedded" and line["frames_used"] == frames, line
    return time.perf_counter() - start, processor_seconds() - used, line["stages"]


with open("/proc/cpuinfo") as facts:
    cpu = next((line.split(":", 1)[1].strip() for line in facts if line.startswith("model name")), "unknown")
print(f"{cpu}, {os.cpu_count()} cores seen, load {os.getloadavg()[0]:.1f} before; {THREADS} threads")
embed(FEW)
runs = []
for number in range(REPEATS):
    start, start_used, _ = embed(FEW)
    wall, used, stages = embed(MANY)
    beyond = MANY - FEW
    runs.append((beyond / max(wall - start, 1e-9), (used - start_used) / beyond))
    parts = ", ".join(f"{name} {seconds:.2f} s" for name, seconds in stages.items())
    print(f"run {number + 1}: {MANY} frames in {wall:.2f} s, loading the model included; by stage: {parts}")
rate = statistics.median(run[0] for run in runs)
slowest, fastest = min(run[0] for run in runs), max(run[0] for run in runs)
processor = statistics.median(run[1] for run in runs)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
print(f"median of {REPEATS}: {rate:.1f} frames/s beyond the start (from {slowest:.1f} to {fastest:.1f}), "
      f"{processor:.2f} s of processor time a frame; peak {peak:.0f} MB")
print("ConvNeXt-Base at 224 pixels in fp32, decode, mask and scale included; stages are summed over threads.")
print("Nothing is compared here: it says how this machine did just now, beside whatever else it was doing.")
PYTHON
