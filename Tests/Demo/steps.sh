# What the demos share: sourced with BINARY as $1, it makes a scratch folder, goes there, and names the steps.
[ $# -eq 1 ] || { echo "usage: $0 BINARY" >&2; exit 64; }
binary=$(realpath "$1")
root=$(realpath "$(dirname "${BASH_SOURCE[0]}")/../..")
[ -x "$binary" ] || { echo "$binary is not there; 'make build' makes it." >&2; exit 1; }

scratch=$(mktemp -d)
finish() {
  if [ -n "${ingest:-}" ]; then kill -9 "$ingest" 2>/dev/null || true; fi
  if [ "${KEEP:-}" = 1 ]; then echo "Kept: $scratch"; else rm -rf "$scratch"; fi
}
trap finish EXIT
cd "$scratch"
export ECHOSEEK_INDEX=index NO_COLOR=1
# Neither the caller's settings nor the caller's models and prompt sets have a say.
export XDG_CONFIG_HOME=$scratch/config XDG_DATA_HOME=$scratch/data
unset ECHOSEEK_CONFIG ECHOSEEK_PROMPTS ECHOSEEK_FRAMES ECHOSEEK_MASK ECHOSEEK_THREADS ECHOSEEK_MODEL ECHOSEEK_MODELS

headline() { printf '\n== %s\n' "$1"; }
typed() {
  printf '$ echoseek'
  for word; do case $word in *[!A-Za-z0-9_./:,-]*) printf ' "%s"' "$word" ;; *) printf ' %s' "$word" ;; esac; done
  printf '\n'
}
fail() { echo "FAILED: $1" >&2; exit 1; }
checked() { echo "checked: $1"; }

# Runs a command shown as typed; its status has to be the first argument.
run() {
  local wanted=$1 status=0
  shift
  typed "$@"
  "$binary" "$@" || status=$?
  [ "$status" = "$wanted" ] || fail "exit status $status where $wanted was due"
}

# As `run`, and keeps the JSON it prints in $answer.
run_json() {
  local wanted=$1 status=0
  shift
  typed "$@"
  answer=$("$binary" "$@") || status=$?
  printf '%s\n' "$answer"
  [ "$status" = "$wanted" ] || fail "exit status $status where $wanted was due"
}

# What a Python expression makes of the JSON in $answer, there `answer`.
of_answer() { of_json "$1" <<<"$answer"; }
of_json() { python3 -c 'import json, sys; answer = json.load(sys.stdin); print(eval(sys.argv[1]))' "$1"; }
digest() { "$binary" index stats --digest --json --index "$1" | of_json 'answer["content_digest"]'; }
