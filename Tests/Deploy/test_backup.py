"""Backing up a service that works, by the command, and serving what was restored."""

import json
import pathlib
import shutil
import tempfile
import threading
import time
import unittest
import urllib.request

from service import Service, made_set, run
from test_nginx import SET


class Backup(unittest.TestCase):
    def setUp(self):
        self.clips = sorted(made_set(SET, "large", "uncompressed").glob("*/*/*.dcm"))
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="echoseek-backup-"))
        self.addCleanup(shutil.rmtree, self.folder)
        index = self.folder / "index"
        self.key = run("keys", "create", "test", "--scope", "admin", "--index", str(index))["secret"]
        self.service = self.serve(index)

    def serve(self, index):
        service = Service(index)
        self.addCleanup(service.stop)
        return service

    def ask(self, service, path, body=None, kind="application/json"):
        """The answer's JSON; a body is posted."""
        headers = {"Authorization": f"Bearer {self.key}", "Content-Type": kind}
        request = urllib.request.Request(service.address + path, body, headers)
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)

    def send(self, clip):
        return self.ask(self.service, "/v1/studies", clip.read_bytes(), "application/dicom")["id"]

    def wait(self, service, job):
        for _ in range(600):
            state = self.ask(service, f"/v1/jobs/{job}")["state"]
            if state not in ("queued", "running"):
                return state
            time.sleep(0.1)
        self.fail("a job did not end in a minute")

    def test_loses_nothing_that_was_acknowledged(self):
        self.wait(self.service, self.send(self.clips[0]))
        study = self.ask(self.service, "/v1/studies")["items"][0]["study"]
        acknowledged, over = [], threading.Event()

        def review():
            while not over.is_set():
                note = f"note {len(acknowledged)}"
                words = {"study": study, "prompt_set": "pacemaker", "value": "unsure", "note": note}
                self.ask(self.service, "/v1/reviews", json.dumps(words).encode())
                words = {"draft": "as drafted", "edited": note}
                self.ask(self.service, f"/v1/studies/{study}/edits", json.dumps(words).encode())
                acknowledged.append(note)

        reviewer = threading.Thread(target=review)
        reviewer.start()
        try:
            jobs = [self.send(clip) for clip in self.clips[1:]]
            before = list(acknowledged)
            index = str(self.service.folder / "index")
            made = run("index", "backup", str(self.folder / "backup"), "--index", index)
        finally:
            over.set()
            reviewer.join(60)
        self.assertEqual(made["service"]["missing"], 0)
        self.assertGreater(len(before), 0)
        run("index", "restore", str(self.folder / "backup"), "--index", str(self.folder / "restored"))
        restored = self.serve(self.folder / "restored")
        for path in [
            f"/v1/reviews?latest=false&limit=1000&study={study}",
            f"/v1/studies/{study}/edits?limit=1000",
        ]:
            found = {item.get("note", item.get("edited")) for item in self.ask(restored, path)["items"]}
            self.assertLessEqual(set(before), found)
            self.assertLessEqual(found, {*acknowledged, f"note {len(acknowledged)}"})
        for job in jobs:
            self.assertEqual(self.wait(restored, job), "finished")
            self.assertEqual(
                {file["end"] for file in self.ask(restored, f"/v1/jobs/{job}")["files"]}, {"embedded"}
            )
        for clip in self.ask(restored, f"/v1/studies/{study}/clips")["items"]:
            request = urllib.request.Request(
                f"{restored.address}/v1/clips/{clip['clip']}/cine",
                headers={"Authorization": f"Bearer {self.key}"},
            )
            with urllib.request.urlopen(request, timeout=60) as film:
                self.assertEqual(film.headers["Content-Type"], "video/mp4")
                self.assertGreater(len(film.read()), 500)
