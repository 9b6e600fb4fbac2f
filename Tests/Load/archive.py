"""What is served: simulated clips, an index over them grown to many studies, and questions."""

import importlib.util
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "Page"))
from many import columns, insert, opaque, seal  # noqa: E402

CLIPS = ["--patients", "4", "--studies", "1..1", "--views", "PLAX,A4C,A2C", "--size", "360", "--seed", "7"]
SIDES = ["left ventricular", "right ventricular", "left atrial", "right atrial"]
CHANGES = ["function is reduced", "size is increased", "size is normal", "wall motion is abnormal"]
DEGREES = ["mildly", "moderately", "severely", "trivially"]
STATES = ["dilated", "thickened", "hypertrophied", "enlarged"]
CHAMBERS = ["left ventricle", "right ventricle", "left atrium", "right atrium"]
PLACES = ["aortic regurgitation", "mitral regurgitation", "aortic stenosis", "tricuspid regurgitation"]


def question(number):
    """A sentence as a report has them, another one for each number: some 28 tokens of CLIP's vocabulary."""
    return (
        f"{DEGREES[number % 4]}: the {SIDES[number // 4 % 4]} {CHANGES[number // 16 % 4]}, "
        f"with {PLACES[number // 64 % 4]} and a gradient of {number // 256} mmHg."
    )


def phrase(number):
    """What a laboratory asks for, another one for each number: some 15 tokens, as the shipped prompt sets' sentences have."""
    return (
        f"{DEGREES[number % 4]} {STATES[number // 4 % 4]} {CHAMBERS[number // 16 % 4]}, "
        f"gradient {number // 64} mmHg"
    )


def run(binary, *arguments):
    """One command of the program; its JSON."""
    done = subprocess.run(
        [binary, *map(str, arguments), "--json"], capture_output=True, text=True, check=False
    )
    if done.returncode not in (0, 2):
        raise SystemExit(f"echoseek {arguments[0]} ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def clips(binary, work):
    """Simulated films in DICOM files, no stills; made once."""
    folder = work / "clips"
    if not (folder / "truth.ndjson").exists():
        run(binary, "phantom", "generate", *CLIPS, "--format", "dicom", folder)
    return sorted(path for path in folder.rglob("*.dcm") if "STILL" not in path.name)


def formula(binary, work):
    """EchoCLIP's shape with weights by formula, imported with CLIP's vocabulary; the folder of its models."""
    models = work / "models"
    if not (models / "formula/manifest.json").exists():
        checkpoint = work / "checkpoint"
        shutil.rmtree(checkpoint, ignore_errors=True)
        subprocess.run([binary, "model", "formula", checkpoint], check=True, stderr=subprocess.DEVNULL)
        package = importlib.util.find_spec("open_clip").submodule_search_locations[0]
        vocabulary = pathlib.Path(package) / "bpe_simple_vocab_16e6.txt.gz"
        shutil.copyfile(vocabulary, checkpoint / vocabulary.name)
        run(
            binary, "model", "import", checkpoint, "--name", "formula", "--notice", "formula weights",
            "--models", models,
        )  # fmt: skip
        shutil.rmtree(checkpoint)
    return models


def index(binary, work, name, models, files, studies):
    """An index of the files, embedded without masks as the peer does, grown to this many studies."""
    folder = work / f"index-{name}"
    if folder.exists():
        return folder
    making = work / f"making-{name}"
    shutil.rmtree(making, ignore_errors=True)
    run(
        binary, "ingest", "--index", making, "--models", models, "--model", name, "--mask", "none", *files
    )  # fmt: skip
    grow(making, studies)
    # The first search derives the files that searches scan.
    run(binary, "search", "--index", making, "--models", models, "--model", name, "--text", question(0))
    making.rename(folder)
    return folder


def grow(folder, studies):
    """Adds studies with a clip each until there are so many; their vectors lie around those of real clips."""
    database = sqlite3.connect(folder / "echoseek.sqlite")
    database.row_factory = sqlite3.Row
    space, dimension = database.execute("SELECT slot, dimension FROM spaces").fetchone()
    rows = database.execute("SELECT vector FROM clip_vectors ORDER BY clip").fetchall()
    known = np.stack([np.frombuffer(row["vector"], "<f4") for row in rows])
    clip = dict(database.execute("SELECT * FROM clips WHERE left_out_reason IS NULL LIMIT 1").fetchone())
    frames = dict(database.execute("SELECT * FROM frames WHERE clip = ?", [clip["id"]]).fetchone())
    have = database.execute("SELECT count(*) FROM studies").fetchone()[0]
    random = np.random.default_rng(5)
    sums = {"clip": 0, "study": 0}
    for number in range(have, studies):
        vector = known[number % len(known)] + random.standard_normal(dimension) * 0.5 / dimension**0.5
        vector = (vector / np.linalg.norm(vector)).astype("<f4").tobytes()
        study, name = opaque("st", f"load-{number}"), f"cl-{number:016x}"
        insert(database, "studies", study_row(study, number))
        added = {"id": name, "study": study, "series": None, "path": f"/none/{number}.dcm"}
        insert(database, "clips", clip | added | {"content_hash": f"{number:064x}", "sop_instance_uid": None})
        insert(database, "frames", frames | {"clip": name})
        insert(database, "clip_vectors", {"space": space, "clip": name, "vector": vector})
        insert(
            database,
            "study_vectors",
            {"space": space, "study": study, "clip_count": 1, "vector": vector},
        )
        sums["clip"] += seal("clip_vectors", [space, name, vector])
        sums["study"] += seal("study_vectors", [space, study, 1, vector])
    for level, added in sums.items():
        note_vectors(database, space, level, studies - have, added)
    database.commit()
    database.close()


def study_row(study, number):
    return {
        "id": study,
        "study_key": f"load-{number}",
        "patient": None,
        "date": f"{2010 + number % 15}{1 + number % 12:02d}{1 + number % 28:02d}",
        "time": None,
        "accession": None,
        "site": None,
        "has_other_patient": 0,
    }


def note_vectors(database, space, level, count, checksums):
    """How many vectors there are, and the wrapping sum of their rows' checksums."""
    row = database.execute(
        "SELECT * FROM vector_states WHERE space = ? AND level = ?", [space, level]
    ).fetchone()
    state = {name: row[name] for name in columns(database, "vector_states")}
    state["count"] += count
    state["checksums"] = (state["checksums"] + checksums + 2**63) % 2**64 - 2**63
    database.execute("DELETE FROM vector_states WHERE space = ? AND level = ?", [space, level])
    insert(database, "vector_states", state)
