"""A simulated archive, and the real service over it: started on a free port, ended by its own process id."""

import atexit
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import threading
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
BINARY = ROOT / ".build/release/echoseek"
MADE = ROOT / ".build-fixtures/page"
SET = [
    "--patients",
    "4",
    "--studies",
    "2..3",
    "--views",
    "PLAX,PSAX-MV,A4C,A2C",
    "--size",
    "360",
    "--seed",
    "7",
]
NEW = ["--patients", "1", "--studies", "1..1", "--views", "A4C,PLAX", "--size", "360", "--seed", "8"]
BARE = ["--patients", "1", "--studies", "1..1", "--views", "A4C,PLAX", "--size", "360", "--seed", "9"]
START_SECONDS = 120


def run(*arguments):
    """One command of the program; its JSON."""
    done = subprocess.run(
        [BINARY, *arguments, "--json"], capture_output=True, text=True, cwd=ROOT, check=False
    )
    if done.returncode not in (0, 2):
        raise AssertionError(f"echoseek {arguments[0]} ended with {done.returncode}: {done.stderr}")
    return json.loads(done.stdout)


def made_set(options, name, form="dicom"):
    """A folder of simulated clips, made once for these options."""
    key = hashlib.sha256(" ".join(options).encode()).hexdigest()[:12]
    folder = MADE / f"{name}-{key}"
    if not (folder / "truth.ndjson").exists():
        folder.parent.mkdir(parents=True, exist_ok=True)
        run("phantom", "generate", *options, "--format", form, str(folder))
    return folder


def made_index():
    """The index of the simulated archive, made once for this program; the tests work on copies."""
    clips = made_set(SET, "clips")
    key = hashlib.sha256(BINARY.read_bytes()).hexdigest()[:12]
    folder = MADE / f"index-{key}"
    if not folder.exists():
        for old in MADE.glob("index-*"):
            shutil.rmtree(old)
        making = MADE / "making"
        shutil.rmtree(making, ignore_errors=True)
        found = run(
            "ingest",
            "--index",
            str(making),
            "--manifest",
            str(clips / "manifest.csv"),
            "--reports",
            str(clips / "reports.csv"),
            str(clips),
        )
        assert found["embedded"] > 30, found
        making.rename(folder)
    return folder


class Service:
    """`echoseek serve` on 127.0.0.1 over a copy of an index, with more flags where some are given.

    It takes as many requests as come; one that is metered takes as many a minute as one takes by itself.
    """

    def __init__(self, index, *flags, is_metered=False):
        if not is_metered:
            flags = ("--requests-per-minute", "0", *flags)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="echoseek-page-"))
        shutil.copytree(index, self.folder / "index")
        self.lines = []
        self.process = subprocess.Popen(
            [
                BINARY,
                "serve",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--index",
                str(self.folder / "index"),
                *flags,
            ],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        self.address = None
        listening = threading.Event()

        def read():
            for line in self.process.stderr:
                self.lines.append(line)
                if "Serving at " in line:
                    self.address = line.split("Serving at ", 1)[1].strip().rstrip("/")
                    listening.set()
            listening.set()

        self.reader = threading.Thread(target=read, daemon=True)
        self.reader.start()
        listening.wait(START_SECONDS)
        if self.address is None:
            self.stop()
            raise AssertionError("the service did not start: " + "".join(self.lines[-20:]))

    def get(self, path):
        with urllib.request.urlopen(self.address + path, timeout=60) as answer:
            return json.load(answer)

    def stop(self):
        """Ends it as systemd would, and waits; one that does not end by itself is a failure."""
        hangs = False
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(70)
            except subprocess.TimeoutExpired:
                hangs = True
                self.process.kill()
                self.process.wait()
        self.process.stderr.close()
        shutil.rmtree(self.folder, ignore_errors=True)
        if hangs:
            raise AssertionError("the service did not end by itself")


_shared = []


def shared():
    """The one service that most tests look at; what they write there is theirs alone to find."""
    if not _shared:
        _shared.append(Service(made_index()))
        atexit.register(_shared[0].stop)
    return _shared[0]
