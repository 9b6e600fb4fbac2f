#!/usr/bin/env bash
# Measures a model on simulated patients that it has never seen, and what burned-in text does to its answers.
#
#   Tests/Eval/phantom.sh BINARY WORK [--quick]
#
# WORK gets report.md, report.json and plots/, and the sets and indexes they come from. A cut run goes on where it
# stopped. --quick does the same on a handful of patients, to see that it works: its figures mean nothing.
# ECHOSEEK_MODELS and ECHOSEEK_MODEL name another model than the shipped `phantom`.
set -euo pipefail

usage() { echo "usage: $0 BINARY WORK [--quick]" >&2; exit 64; }
[ $# -eq 2 ] || { [ $# -eq 3 ] && [ "$3" = --quick ]; } || usage
binary=$(realpath "$1")
[ -x "$binary" ] || { echo "$binary is not there; 'make build' makes it." >&2; exit 1; }
mkdir -p "$2"
work=$(realpath "$2")

# Seeds of training, validation and readouts are 41001 to 41003; `eval` refuses those.
held_seed=41004 shortcut_seed=41005
# Patients with two studies each, all views; what the goals are stated for.
held_patients=500 held_frames=
# Patients whose clips are compared pixel by pixel, and patients of whom only the text is shown. An AUC of text needs
# many: the standard error of one with p positives is 0.29/sqrt(p), and text is quickly drawn. The first so many
# patients of the second set are those of the first.
pair_patients=80 tags_patients=600 resamples=1000
if [ "${3:-}" = --quick ]; then
  held_patients=8 held_frames="--frames 16" pair_patients=4 tags_patients=12 resamples=100
fi
shortcut_clips="--studies 1..2 --seed $shortcut_seed --views A4C,PLAX --frames 16"

export NO_COLOR=1 XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
export ECHOSEEK_MODEL=${ECHOSEEK_MODEL:-phantom}
unset ECHOSEEK_CONFIG ECHOSEEK_PROMPTS ECHOSEEK_FRAMES ECHOSEEK_MASK ECHOSEEK_INDEX

fail() { echo "FAILED: $1" >&2; exit 1; }

# What the folder was made with: sets and indexes of another release, model or size are not gone on with.
made_of() {
  "$binary" --version | head -n 1
  "$binary" model info "$ECHOSEEK_MODEL" --json | python3 -c 'import json, sys; print(json.load(sys.stdin)["weights"]["sha256"])'
  echo "$held_patients$held_frames $pair_patients $tags_patients $shortcut_clips"
}
now=$(made_of) || fail "there is no model '$ECHOSEEK_MODEL'; 'make phantom' makes it, ECHOSEEK_MODELS names another place."
if [ -f "$work/made_of" ] && [ "$(cat "$work/made_of")" != "$now" ]; then
  fail "$work was begun with another program, model or size. Remove it to begin anew: rm -r '$work'"
fi
printf '%s\n' "$now" >"$work/made_of"

# Runs a step that an earlier run has not ended; statuses 0 and, where clips may be refused, 2 are good ends.
step() {
  local name=$1 good=$2 status=0 began=$SECONDS
  shift 2
  if [ -f "$work/$name.done" ]; then
    echo "== $name: done before"
    return
  fi
  echo "== $name"
  "$@" || status=$?
  case " $good " in *" $status "*) ;; *) fail "$name ended with status $status" ;; esac
  echo "$((SECONDS - began)) s"
  touch "$work/$name.done"
}

generate() { # NAME OPTIONS...
  local name=$1
  shift
  # Each option is a word of its own.
  # shellcheck disable=SC2086
  step "$name-set" 0 "$binary" phantom generate $* "$work/$name"
}

ingest() { # NAME SET OPTIONS...
  local name=$1 set=$2
  shift 2
  step "$name-index" "0 2" "$binary" ingest --index "$work/$name-index" --manifest "$work/$set/manifest.csv" \
    --reports "$work/$set/reports.csv" "$@"
}

# Uncompressed clips take some 50 MB a study and are needed no more once they are embedded.
thin() { find "$work/$1" -name '*.dcm' -delete; }

generate held --patients $held_patients --studies 2..2 --seed $held_seed --format mixed $held_frames
ingest held held

# The ranks are compared bit for bit, so nothing may differ inside the sector: a lossy codec carries text across the
# sector's edge, within a block and its smoothing, and the pictures inside would differ where no mask is to blame.
for covered in none surroundings; do
  name=original
  [ $covered = none ] || name=covered
  [ -f "$work/$name-index.done" ] ||
    generate $name --patients $pair_patients $shortcut_clips --format uncompressed --covered $covered
  ingest $name $name
  thin $name
done

# Of these pictures nothing is compared, so any format will do.
generate tags --patients $tags_patients $shortcut_clips --format mixed --covered sector
ingest tags tags --mask none
ingest tags-masked tags --mask auto

report() {
  "$binary" eval all --index "$work/held-index" --truth "$work/held/truth.ndjson" \
    --original-index "$work/original-index" --covered-index "$work/covered-index" \
    --tags-index "$work/tags-index" --masked-tags-index "$work/tags-masked-index" \
    --shortcuts-truth "$work/tags/truth.ndjson" --bootstrap $resamples \
    --plots "$work/plots" --markdown "$work/report.md" --json >"$work/report.part" &&
    mv "$work/report.part" "$work/report.json"
}
step report 0 report

awk '/^## /{shown = /Goals|Shortcuts/} shown' "$work/report.md"
echo "The whole report: $work/report.md; as JSON: $work/report.json; drawings: $work/plots"
[ "${3:-}" != --quick ] || echo "Quick: so few patients show that the steps fit together, and nothing of the model."
