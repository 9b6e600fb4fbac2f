#!/usr/bin/env bash
# The main job on simulated patients with the shipped model, beside the truth; the first claim that fails ends it with
# status 1. KEEP=1 leaves the scratch folder, and says where it is.
set -euo pipefail

. "$(dirname "$0")/steps.sh"
unset ECHOSEEK_MODEL
# What the steps ask of truth.ndjson and the answers; see truth.py.
truth() { "$root/.venv/bin/python" "$root/Tests/Demo/truth.py" "$@"; }

echo "EchoSeek on 40 simulated patients, with its own model. Under two minutes on two idle cores."
echo "Model and pictures are simulated: they show what the program does, and nothing about any person."

headline "An archive: 40 patients with one to four studies each, as DICOM, AVI and MP4, with reports and truth"
run 0 phantom generate --patients 40 --studies 1..4 --seed 41006 --format mixed --views A4C,PLAX archive
truth summary archive/truth.ndjson

headline "Ingest: decode, find the sector, embed; every file ends in one counted state"
typed ingest --manifest archive/manifest.csv --reports archive/reports.csv --json archive
status=0
answer=$("$binary" ingest --manifest archive/manifest.csv --reports archive/reports.csv --json archive) || status=$?
printf '%s\n' "$answer"
# Status 2 says that some file was left out: a clip whose sector is not found safely is never embedded.
[ "$status" = 0 ] || [ "$status" = 2 ] || fail "exit status $status where 0 or 2 was due"
truth counted archive/truth.ndjson <<<"$answer" || fail "a clip is not counted, or more than 2 % are quarantined"
"$binary" list studies --json >studies.json
checked "every clip is embedded or quarantined with a reason, at most 2 % of them the latter; every study is there"

headline "Ask the archive for a device"
run 0 ask pacemaker -k 8
answer=$("$binary" ask pacemaker -k 8 --json)
echo
truth pacemaker archive/truth.ndjson <<<"$answer" || fail "fewer than 7 of the first 8 studies have a pacemaker"
checked "at least 7 of the first 8 studies have a pacemaker lead"

headline "Search by words"
run 0 search --text "Severely dilated left ventricle with severely reduced systolic function." --level study -k 5
answer=$("$binary" search --text "Severely dilated left ventricle with severely reduced systolic function." \
  --level study -k 5 --json)
echo
truth ventricle archive/truth.ndjson <<<"$answer" || fail "a ventricle among the first five is normal"
checked "all five ventricles are dilated or weak in truth"

patient=$(truth patient archive/truth.ndjson)
read -r opaque before after < <(truth course archive/truth.ndjson "$patient")
headline "One patient over time: the same question of each study, by date, beside what happened"
run 0 priors "$after"
run 0 ask pacemaker --patient "$opaque" --limit 9
answer=$("$binary" ask pacemaker --patient "$opaque" --limit 9 --json)
echo
truth timeline archive/truth.ndjson "$patient" <<<"$answer" || fail "the largest rise is not where the device came"
checked "the score rises most at the study before which the pacemaker was implanted"

headline "Compare the study before with the one after, clip by clip"
run 0 compare "$before" "$after"

headline "Draft a report from the nearest sentences of other patients, and look at the true one"
run 0 draft "$after" | tee draft.txt
[ "$(sed -n 1p <(grep -v '^\$' draft.txt))" = "DRAFT - NOT REVIEWED BY A PHYSICIAN" ] || fail "the draft's first line"
printf '\nThe true report of %s:\n' "$after"
truth report archive/truth.ndjson "$after"

headline "Estimate the ejection fraction two ways"
run 0 estimate ef "$after" --formula repo
run 0 estimate ef "$after" --formula motion
echo "In truth: $(truth ef archive/truth.ndjson "$after") %"

cat <<'END'

Everything above held. To go on:
    echoseek eval all --index INDEX --truth archive/truth.ndjson    measure the model on a labelled archive (KEEP=1 keeps this one)
    echoseek model import FOLDER --name my-model --slot both        use weights of yours: Models/README.md
    echoseek ingest --model my-model CLIPS                          and clips of yours
END
