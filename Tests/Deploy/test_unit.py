"""The shipped systemd unit, as systemd itself judges it."""

import pathlib
import shutil
import subprocess
import tempfile
import unittest

from service import BINARY, ROOT

DEPLOY = ROOT / "Sources/echoseek/Deploy"
# Of 10, lower is safer; systemd calls what is below 2 "OK".
EXPOSURE = 1.5


class Unit(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="echoseek-unit-"))
        self.addCleanup(shutil.rmtree, self.folder)
        self.unit = self.folder / "echoseek.service"
        # As `make install` writes it, for the binary that was built.
        text = (DEPLOY / "echoseek.service").read_text()
        self.assertIn("ExecStart=/usr/local/bin/echoseek ", text)
        self.unit.write_text(text.replace("/usr/local/bin/echoseek", str(BINARY)))

    def analyze(self, *arguments):
        done = subprocess.run(
            ["systemd-analyze", *arguments, self.unit], capture_output=True, text=True, check=False
        )
        return done.returncode, done.stdout + done.stderr

    def add_tls(self):
        drop_ins = self.folder / "echoseek.service.d"
        drop_ins.mkdir()
        shutil.copy(DEPLOY / "echoseek-tls.conf", drop_ins / "tls.conf")

    def test_is_sound(self):
        self.assertEqual(self.analyze("verify", "--man=no"), (0, ""))
        self.add_tls()
        self.assertEqual(self.analyze("verify", "--man=no"), (0, ""))

    def test_exposes_little(self):
        status, words = self.analyze("security", "--offline=true", f"--threshold={EXPOSURE * 10:.0f}")
        self.assertEqual(status, 0, words)
        status, words = self.analyze("security", "--offline=true", "--threshold=1")
        self.assertNotEqual(status, 0, "any threshold passes")
