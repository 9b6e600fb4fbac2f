"""Drives the service by its own description: fuzz.py BASE_URL EXAMPLES SEED CASES.

Every answer has to be as described, and there have to be at least so many cases.
"""
import re
import subprocess
import sys
from pathlib import Path

base, examples, seed, cases = sys.argv[1:5]
schemathesis = Path(sys.executable).with_name("schemathesis")
checks = ",".join([
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
    "response_headers_conformance", "unsupported_method",
])
run = subprocess.run([
    sys.executable, str(schemathesis), "run", base + "/openapi.json", "--url", base, "--checks", checks,
    "--phases", "examples,coverage,fuzzing", "--max-examples", examples, "--seed", seed, "--workers", "1",
    "--exclude-path-regex", "events$", "--request-timeout", "30", "--suppress-health-check", "all",
    "--no-color",
], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
print(run.stdout)
generated = re.search(r"(\d+) generated", run.stdout)
if not generated or int(generated[1]) < int(cases):
    raise SystemExit(f"{generated[1] if generated else 0} cases, expected {cases}")
sys.exit(run.returncode)
