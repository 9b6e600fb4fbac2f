"""What is done to a server: the highest constant rate it keeps, five times as much, and very many light requests."""

import asyncio
import base64
import itertools
import json
import subprocess
import sys
import threading
import time

import archive
import servers
from generator import ConstantRate, ManyRequests, get, percentile, post

LIVEZ_RATE = 20
# From one constant rate to the next that is tried, up and down.
STEP_UP, STEP_DOWN, STEPS = 1.2, 0.85, 7


class Searches:
    """Searches by text; none comes twice, so that no server answers from memory."""

    def __init__(self, name="text search", text=archive.question):
        self.name, self.text = name, text
        self.numbers = itertools.count(1000)

    def request(self, port):
        def make(_):
            body = {"text": self.text(next(self.numbers)), "level": "clip", "limit": 10}
            return post("/v1/search", json.dumps(body).encode(), port)

        return make


class Clips:
    """Embeddings of films, each sent whole."""

    name = "clip embedding"

    def __init__(self, files):
        self.bodies = [clip_body(path) for path in files]

    def request(self, port):
        made = [post("/v1/embeddings", body, port) for body in self.bodies]
        return lambda number: made[number % len(made)]


def clip_body(path):
    data = "data:application/dicom;base64," + base64.b64encode(path.read_bytes()).decode()
    return json.dumps({"input": [data], "modality": "clip"}).encode()


def constant(server, workload, rate, seconds, **options):
    """One run at a constant rate, and the processor time that it took the server."""
    before = server.processor_seconds()
    request = workload.request(server.port)
    found = asyncio.run(ConstantRate(server.port, request, rate, seconds, **options).run())
    found.processor_seconds = server.processor_seconds() - before
    return found


def estimate(port, workload, seconds, connections):
    """Answers a second over a few connections that are always busy; a first guess at what a server can do."""
    run = ManyRequests(port, workload.request(port), 10**9, connections, seconds=seconds)
    taken = asyncio.run(run.run())
    if set(run.statuses) != {200}:
        raise SystemExit(f"unloaded, a server answered with {dict(run.statuses)}")
    return run.statuses[200] / taken


def sustained(server, workload, guess, seconds, note):
    """The run at the highest of a ladder of constant rates at which every request was answered in time."""
    factor, best = 1.0, None
    for _ in range(STEPS):
        found = constant(server, workload, guess * factor, seconds)
        note(found)
        if found.is_sustained():
            best = found
            if factor < 1:
                break
            factor *= STEP_UP
        elif best is not None:
            break
        else:
            factor = min(factor, 1.0) * STEP_DOWN
    return best


class MemoryWatch:
    """Samples a process's resident megabytes, twice a second."""

    def __init__(self, server):
        self.server, self.samples = server, [server.memory()]
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self.watch, daemon=True)
        self.thread.start()

    def watch(self):
        while not self.ended.wait(0.5):
            self.samples.append(self.server.memory())

    def end(self):
        self.ended.set()
        self.thread.join()
        self.samples.append(self.server.memory())
        return {
            "start": self.samples[0],
            "middle": self.samples[len(self.samples) // 2],
            "end": self.samples[-1],
            "peak": max(self.samples),
        }


def overload(server, workload, rate, seconds, most=400):
    """Far more than a server can do; meanwhile a process of its own asks whether it lives."""
    watch = MemoryWatch(server)
    probe = subprocess.Popen(
        [sys.executable, "-B", servers.HERE / "probe.py", str(server.port), str(LIVEZ_RATE), str(seconds)],
        stdout=subprocess.PIPE,
        text=True,
    )
    found = constant(server, workload, rate, seconds, most=most)
    livez = json.loads(probe.communicate()[0])
    return {
        "outcome": found,
        "livez_statuses": {int(status): count for status, count in livez["statuses"].items()},
        "livez_p50": percentile(livez["latencies"], 0.5),
        "livez_p99": percentile(livez["latencies"], 0.99),
        "memory": watch.end(),
    }


def light_requests(port):
    """What a page and its watchers ask all day: lists, studies, clips, questions asked before; one in ten is /livez."""
    listed = [servers.get(port, f"/v1/studies?limit=20&offset={20 * page}")["items"] for page in range(4)]
    studies = [study["study"] for page in listed for study in page]
    made = []
    for number, study in enumerate(studies[:20]):
        body = {"text": archive.question(number % 4), "level": "study", "limit": 5}
        offset = number % 4 * 20
        made += [
            get("/livez", port), get("/info", port), get("/v1/models", port), get("/v1/jobs", port),
            get(f"/v1/studies?limit=20&offset={offset}", port), get(f"/v1/studies?limit=20&offset={offset}", port),
            get(f"/v1/studies/{study}", port), get(f"/v1/studies/{study}/clips", port),
            *[post("/v1/search", json.dumps(body).encode(), port)] * 2,
        ]  # fmt: skip
    return made


def light(server, total, mark, connections=8):
    """Very many small requests; the memory at a mark and at the end."""
    requests = light_requests(server.port)
    memory = {}
    run = ManyRequests(
        server.port,
        lambda number: requests[number % len(requests)],
        total,
        connections,
        marks=[mark],
        at_mark=lambda count: memory.update({count: server.memory()}),
    )
    start = time.monotonic()
    asyncio.run(run.run())
    return {
        "requests": total,
        "statuses": run.statuses,
        "seconds": time.monotonic() - start,
        "mark": mark,
        "memory_at_mark": memory.get(mark, float("nan")),
        "memory_at_end": server.memory(),
    }
