"""SIGTERM while somebody sends and somebody listens: what was begun is answered, and nothing accepted is lost."""

import http.client
import pathlib
import shutil
import signal
import tempfile
import time
import unittest
import urllib.parse

from service import Service, made_set, run
from test_nginx import SET


class Drain(unittest.TestCase):
    def setUp(self):
        self.clips = sorted(made_set(SET, "large", "uncompressed").glob("*/*/*.dcm"))
        index = pathlib.Path(tempfile.mkdtemp(prefix="echoseek-drain-"))
        self.addCleanup(shutil.rmtree, index)
        self.service = Service(index)
        self.addCleanup(self.service.stop)

    def connect(self):
        return http.client.HTTPConnection(urllib.parse.urlsplit(self.service.address).netloc, timeout=60)

    def begin(self, size):
        """A connection on which a clip of so many bytes is about to be sent."""
        connection = self.connect()
        connection.putrequest("POST", "/v1/studies")
        connection.putheader("Content-Type", "application/dicom")
        connection.putheader("Content-Length", str(size))
        connection.endheaders()
        return connection

    def send(self, clip):
        connection = self.begin(len(clip))
        connection.send(clip)
        answer = connection.getresponse()
        self.assertEqual(answer.status, 202)
        return answer.headers["Location"]

    def wait_for_upload(self):
        """Until the server knows of the upload that was begun."""
        for _ in range(600):
            connection = self.connect()
            connection.request("GET", "/metrics")
            if b"\nechoseek_uploads_open 1" in connection.getresponse().read():
                return
            time.sleep(0.1)
        self.fail("an upload was not begun in a minute")

    def test_answers_what_was_begun_and_ends_by_itself(self):
        for clip in self.clips:
            job = self.send(clip.read_bytes())
        listening = self.connect()
        listening.request("GET", job + "/events")
        events = listening.getresponse()
        while not (line := events.readline()).startswith(b"event:"):
            self.assertTrue(line, "the events ended before the first of them")
        clip = self.clips[0].read_bytes()
        sending = self.begin(len(clip))
        sending.send(clip[: len(clip) // 2])
        self.wait_for_upload()
        self.service.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        sending.send(clip[len(clip) // 2 :])
        answer = sending.getresponse()
        self.assertEqual(answer.status, 202)
        accepted = answer.headers["Location"].rsplit("/", 1)[1]
        # To its end, which must come although its job may not have one.
        events.read()
        self.assertEqual(self.service.process.wait(60), 0)
        with self.assertRaises(ConnectionRefusedError):
            self.connect().connect()
        jobs = run("jobs", "list", "--index", str(self.service.folder / "index"))
        found = {one["id"]: one for one in jobs}
        self.assertEqual(len(found), len(self.clips) + 1)
        self.assertEqual(found[accepted]["file_count"], 1)
