"""The two servers: started on a free port of 127.0.0.1, looked at from outside, ended by their own process ids."""

import json
import os
import pathlib
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent
START_SECONDS = 600
# Who is ended ends the servers that it started.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))


def environment():
    """Our settings are those given here; settings for OpenBLAS are for numpy's products alone, and slow them down."""
    return {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("ECHOSEEK_", "XDG_", "OPENBLAS_"))
    }


class Server:
    """A running server."""

    def __init__(self, command, log, more=None):
        self.log = open(log, "wb")
        self.process = subprocess.Popen(
            [str(part) for part in command],
            stdout=self.log,
            stderr=self.log,
            env=environment() | (more or {}),
            cwd=HERE,
        )

    def wait_for(self, ask):
        """Asks until the answer is true."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end and self.process.poll() is None:
            try:
                if ask():
                    return
            except OSError:
                pass
            time.sleep(0.1)
        self.stop()
        raise SystemExit(f"a server did not start: {pathlib.Path(self.log.name).read_text()[-2000:]}")

    def memory(self):
        """Resident megabytes."""
        return memory(self.process.pid)

    def processor_seconds(self):
        """Of the process and of those that it started."""
        total, left = 0.0, [self.process.pid]
        while left:
            process = left.pop()
            try:
                with open(f"/proc/{process}/stat") as facts:
                    fields = facts.read().rsplit(")", 1)[1].split()
                with open(f"/proc/{process}/task/{process}/children") as children:
                    left += [int(child) for child in children.read().split()]
            except OSError:
                continue
            total += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
        return total

    def stop(self):
        if self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(90)
            except subprocess.TimeoutExpired:
                self.process.kill()
                self.process.wait()
        self.log.close()


def memory(process):
    with open(f"/proc/{process}/status") as facts:
        return next(int(line.split()[1]) for line in facts if line.startswith("VmRSS")) / 1024


def get(port, path):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{path}", timeout=60) as answer:
        return json.load(answer)


class Ours(Server):
    """`echoseek serve` over a copy of an index; callers are not counted, requests not logged line by line."""

    name = "echoseek"

    def __init__(self, binary, work, index, *options):
        self.folder = work / "serving"
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(index, self.folder)
        log = work / "echoseek.log"
        super().__init__(
            [binary, "serve", "--host", "127.0.0.1", "--port", "0", "--index", self.folder]
            + ["--requests-per-minute", "0", "--log-level", "warning", *options],
            log,
        )
        self.port = None

        def listens():
            for line in log.read_text().splitlines():
                if "Serving at " in line:
                    self.port = int(line.rsplit(":", 1)[1].strip("/"))
            return self.port and get(self.port, "/readyz")

        self.wait_for(listens)
        self.settle()

    def settle(self):
        """Waits until what the start set going in the background is done: a second of less than a fifth of a core."""
        end = time.monotonic() + START_SECONDS
        while time.monotonic() < end:
            before = self.processor_seconds()
            time.sleep(1)
            if self.processor_seconds() - before < 0.2:
                return

    def stop(self):
        super().stop()
        shutil.rmtree(self.folder, ignore_errors=True)


class Peer(Server):
    """FastAPI, uvicorn and open_clip: so many processes with so many threads each."""

    name = "FastAPI + open_clip"

    def __init__(self, work, model, export, processes, threads):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        super().__init__(
            [sys.executable, "-B", "-m", "uvicorn", "peer:app", "--host", "127.0.0.1", "--port", self.port]
            + ["--workers", processes, "--loop", "uvloop", "--http", "httptools", "--log-level", "warning"]
            + ["--no-access-log"],
            work / "peer.log",
            {"ECHO_PEER": json.dumps([str(model), str(export), threads])},
        )
        self.wait_for(lambda: get(self.port, "/livez"))
        # With several processes the first one's answer says nothing of the others.
        if processes > 1:
            time.sleep(10)
