#!/usr/bin/env bash
# Measures a model on simulated patients that it has never seen, and what burned-in text does to its answers.
#
#   Tests/Eval/phantom.sh BINARY WORK [--quick] [--sets]
#
# WORK gets report.md, report.json, seeds.json and plots/; the sets that they come from, and the indexes of each model, in
# folders named by the seeds.
# A cut run goes on where it stopped. --sets ends once the sets are written, for which no model is needed. --quick does
# all of it on a handful of patients, to see that it works: its figures mean nothing.
# HELD_SEED and SHORTCUT_SEED draw other patients than those of the next measurement. ECHOSEEK_MODELS and ECHOSEEK_MODEL name another model than the shipped `phantom`.
set -euo pipefail

usage() { echo "usage: $0 BINARY WORK [--quick] [--sets]" >&2; exit 64; }
[ $# -ge 2 ] || usage
binary=$(realpath "$1")
[ -x "$binary" ] || { echo "$binary is not there; 'make build' makes it." >&2; exit 1; }
mkdir -p "$2"
work=$(realpath "$2")
quick='' sets_only=''
for option in "${@:3}"; do
  case $option in --quick) quick=1 ;; --sets) sets_only=1 ;; *) usage ;; esac
done

# Seeds of training, validation and readouts are 41001 to 41003; `eval` refuses those.
held_seed=${HELD_SEED:-41012} shortcut_seed=${SHORTCUT_SEED:-41013}
# Patients with two studies each, all views; what the goals are stated for.
held_patients=500
# Patients whose clips are compared pixel by pixel, and patients of whom only the text is shown. An AUC of text needs
# many: the standard error of one with p positives is 0.29/sqrt(p), and text is quickly drawn. The first so many
# patients of the second set are those of the first.
pair_patients=40 tags_patients=600 resamples=1000
if [ -n "$quick" ]; then held_patients=8 pair_patients=4 tags_patients=12 resamples=100; fi
# The frames are those that the model takes of a whole clip, so that no others are drawn. Heights lie in the range that
# the model was trained on; what it sees has 96 pixels.
clips="--size 360 --frames 16"
shortcut_clips="--studies 1..2 --seed $shortcut_seed --views A4C,PLAX $clips"

# Other patients, other sets and indexes.
seeds=$held_seed-$shortcut_seed
sets=$work/sets-$seeds
mkdir -p "$sets"

export NO_COLOR=1 XDG_CONFIG_HOME=$work/config XDG_DATA_HOME=$work/data
export ECHOSEEK_MODEL=${ECHOSEEK_MODEL:-phantom}
unset ECHOSEEK_CONFIG ECHOSEEK_PROMPTS ECHOSEEK_FRAMES ECHOSEEK_MASK ECHOSEEK_INDEX

fail() { echo "FAILED: $1" >&2; exit 1; }

# Runs a step that no earlier run has ended with the same words; statuses 0 and, where clips may be refused, 2 are good.
step() { # DONE-FILE GOOD-STATUSES COMMAND...
  local done=$1.done good=$2 status=0 began=$SECONDS
  shift 2
  if [ -f "$done" ] && [ "$(cat "$done")" = "$*" ]; then
    echo "== $(basename "$done" .done): done before"
    return
  fi
  echo "== $(basename "$done" .done)"
  "$@" || status=$?
  case " $good " in *" $status "*) ;; *) fail "$(basename "$done" .done) ended with status $status" ;; esac
  echo "$((SECONDS - began)) s"
  printf '%s\n' "$*" >"$done"
}

generate() { # NAME OPTIONS...
  local name=$1
  shift
  # Each option is a word of its own.
  # shellcheck disable=SC2086
  step "$sets/$name" 0 "$binary" phantom generate $* "$sets/$name"
}

generate held --patients $held_patients --studies 2..2 --seed $held_seed --format mixed "$clips"
# The ranks are compared bit for bit, so nothing may differ inside the sector: a lossy codec carries text across the
# sector's edge, within a block and its smoothing, and the pictures inside would differ where no mask is to blame.
generate original --patients $pair_patients "$shortcut_clips" --format uncompressed
generate covered --patients $pair_patients "$shortcut_clips" --format uncompressed --covered surroundings
# Of these pictures nothing is compared, so any format will do.
generate tags --patients $tags_patients "$shortcut_clips" --format mixed --covered sector
[ -z "$sets_only" ] || exit 0

weights=$("$binary" model info "$ECHOSEEK_MODEL" --json |
  python3 -c 'import json, sys; print(json.load(sys.stdin)["weights"]["sha256"][:16])') ||
  fail "there is no model '$ECHOSEEK_MODEL'; 'make phantom' makes it, ECHOSEEK_MODELS names another place."
indexes=$work/$weights-$seeds
mkdir -p "$indexes"

ingest() { # COMMAND NAME SET OPTIONS...
  local command=$1 name=$2 set=$sets/$3
  shift 3
  step "$indexes/$name" "0 2" "$command" ingest --index "$indexes/$name" --manifest "$set/manifest.csv" \
    --reports "$set/reports.csv" "$@"
}

# Where every clip ought to be refused, nobody reads thousands of lines that say so.
logged() { "$binary" "$@" 2>"$indexes/tags-masked.log"; }

ingest "$binary" held held
ingest "$binary" original original
ingest "$binary" covered covered
ingest "$binary" tags tags --mask none
ingest logged tags-masked tags --mask auto

echo "== report"
began=$SECONDS
"$binary" eval all --index "$indexes/held" --truth "$sets/held/truth.ndjson" \
  --original-index "$indexes/original" --covered-index "$indexes/covered" \
  --tags-index "$indexes/tags" --masked-tags-index "$indexes/tags-masked" \
  --shortcuts-truth "$sets/tags/truth.ndjson" --bootstrap $resamples \
  --plots "$work/plots" --markdown "$work/report.md" --json >"$work/report.part" || fail "the report"
echo "[$held_seed, $shortcut_seed]" >"$work/seeds.json"
mv "$work/report.part" "$work/report.json"
echo "$((SECONDS - began)) s"

# That text around the sector changes nothing is no goal to be missed: the mask is broken where it does.
python3 - "$work/report.json" <<'CHECK' || fail "the mask lets through what stands around the sector"
import json, sys
metrics = json.load(open(sys.argv[1]))["metrics"]
changes, refused = metrics["shortcuts.rank_changes"], metrics["shortcuts.refused.tags_masked"]
if changes["value"] != 0 or refused["value"] != refused["n"] or refused["n"] == 0:
    sys.exit(f"rank changes {changes['value']}; {refused['value']} of {refused['n']} clips of text alone were refused")
CHECK

awk '/^## /{shown = /Goals|Shortcuts/} shown' "$work/report.md"
echo "Seeds $held_seed and $shortcut_seed. The whole report: $work/report.md; as JSON: $work/report.json; drawings: $work/plots"
[ -z "$quick" ] || echo "Quick: so few patients show that the steps fit together, and nothing of the model."
