"""Drives the service by its own description: fuzz.py BASE_URL EXAMPLES SEED. Every answer has to be as described."""
import subprocess
import sys
from pathlib import Path

base, examples, seed = sys.argv[1:4]
schemathesis = Path(sys.executable).with_name("schemathesis")
checks = ",".join([
    "not_a_server_error", "status_code_conformance", "content_type_conformance", "response_schema_conformance",
    "response_headers_conformance", "unsupported_method",
])
run = subprocess.run([
    sys.executable, str(schemathesis), "run", base + "/openapi.json", "--url", base, "--checks", checks,
    "--phases", "examples,coverage,fuzzing", "--max-examples", examples, "--seed", seed, "--workers", "2",
    "--exclude-path-regex", "events$", "--request-timeout", "30", "--suppress-health-check", "all",
    "--no-color",
])
sys.exit(run.returncode)
