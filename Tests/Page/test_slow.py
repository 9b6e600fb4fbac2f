"""Readers that take nothing: they hold none of the service's memory, and keep nobody waiting."""

import os
import pathlib
import socket
import time
import unittest
import urllib.parse
import urllib.request

from service import Service, made_index

READERS = 12
FILM_BYTES = 1 << 30
# All films together would be 12 GB; a reader's share of a film is a part of a megabyte.
MOST_GROWTH = 64 << 20


class Slow(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service(made_index())
        cls.addClassCleanup(cls.service.stop)

    def test_readers_that_take_nothing_hold_no_memory(self):
        study = self.service.get("/v1/studies?limit=1")["items"][0]["study"]
        clips = self.service.get(f"/v1/studies/{study}/clips")["items"]
        clip = next(clip for clip in clips if clip["frame_count"] > 1)
        path = f"/v1/clips/{clip['clip']}/cine?picture=whole"
        with urllib.request.urlopen(self.service.address + path, timeout=60) as answer:
            name = answer.headers["ETag"].strip('"')
        # As large as no buffer is, and no bytes on the disk.
        os.truncate(self.service.folder / "index/service/media" / name, FILM_BYTES)
        before = self.settled()
        place = urllib.parse.urlsplit(self.service.address)
        readers = []
        for _ in range(READERS):
            reader = socket.create_connection((place.hostname, place.port), timeout=20)
            self.addCleanup(reader.close)
            reader.sendall(f"GET {path} HTTP/1.1\r\nHost: {place.netloc}\r\n\r\n".encode())
            self.assertIn(b" 200 ", reader.recv(100)[:40])
            readers.append(reader)
        most = before
        for _ in range(20):
            time.sleep(0.25)
            most = max(most, self.resident())
        self.assertLess(most - before, MOST_GROWTH)
        start = time.monotonic()
        self.service.get("/livez")
        self.assertLess(time.monotonic() - start, 5)

    def settled(self):
        """Bytes of memory once what the service draws and reads ahead after its start is done."""
        last = 0
        for _ in range(120):
            now = self.resident()
            if abs(now - last) < 1 << 20:
                break
            last = now
            time.sleep(1)
        return now

    def resident(self):
        """Bytes of memory that the service's process has now."""
        pages = pathlib.Path(f"/proc/{self.service.process.pid}/statm").read_text().split()[1]
        return int(pages) * os.sysconf("SC_PAGE_SIZE")
