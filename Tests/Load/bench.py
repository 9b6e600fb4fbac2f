#!/usr/bin/env python3
"""`echoseek serve` beside FastAPI with open_clip on the same weights, then under five times its load: `make bench-serve`.

One server runs at a time, on this machine alone, and the generator shares its cores with it. Each is led up and down a
ladder of constant rates to the highest that it keeps; ours is then given four times the peer's. Whether both give the
same answers is checked in the same run. Goals that are missed are printed as missed and end the run with status 1.
"""

import argparse
import dataclasses
import importlib.metadata
import os
import pathlib
import shutil
import sys

import agree
import archive
import measure
import servers

PACKAGES = ["torch", "open_clip_torch", "timm", "fastapi", "uvicorn", "numpy", "opencv-python-headless"]
GOAL_RATIO, GOAL_LIVEZ, GOAL_MEMORY, OVERLOAD = 4, 0.050, 0.05, 5
# Memory under overload is flat where its second half adds no more than this share.
FLAT = 0.10
MARK = 10_000


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--echoseek", required=True, type=pathlib.Path)
    parser.add_argument("--models", required=True, type=pathlib.Path)
    parser.add_argument("--work", required=True, type=pathlib.Path)
    parser.add_argument("--only", default="phantom,formula", help="models: phantom, formula (EchoCLIP's shape)")
    parser.add_argument("--precision", default="fp32", help="arithmetic of our image tower: fp32, bf16 or int8")
    parser.add_argument("--seconds", type=float, default=10, help="of each constant rate")
    parser.add_argument("--overload", type=float, default=30, help="seconds of five times the load; 0 for none")
    parser.add_argument("--light", type=int, default=1_000_000, help="light requests at the end; 0 for none")
    parser.add_argument("--studies", type=int, default=10_000)
    chosen = parser.parse_args()
    for name in ("echoseek", "models", "work"):
        setattr(chosen, name, getattr(chosen, name).resolve())
    return chosen


@dataclasses.dataclass
class Kind:
    """A model, and how long and wide its measurements are."""

    name: str
    models: pathlib.Path
    files: list
    seconds: float
    busy_clips: int


class Bench:
    """One run, and what it has to say."""

    def __init__(self, chosen):
        self.chosen, self.work = chosen, chosen.work
        self.binary, self.threads = chosen.echoseek, os.cpu_count()
        self.lines, self.verdicts = [], []

    def say(self, line=""):
        print(line, flush=True)
        self.lines.append(line)

    def judge(self, goal, is_met, found):
        self.verdicts.append(is_met)
        self.say(f"{'MET   ' if is_met else 'MISSED'} {goal}: {found}")

    def row(self, server, workload, found):
        statuses = ", ".join(f"{name(status)} {count}" for status, count in sorted(found.statuses.items()))
        self.say(
            f"| {server} | {workload} | {found.rate:.1f} | {found.done:.1f} | {found.percentile(0.5) * 1e3:.1f} | "
            f"{found.percentile(0.99) * 1e3:.1f} | {statuses} | {found.milliseconds_each:.2f} | "
            f"{found.lateness * 1e3:.1f} | {os.getloadavg()[0]:.1f} |"
        )

    def head(self):
        self.say(
            "| server | workload | offered/s | done/s | p50 ms | p99 ms | statuses | processor ms each | sent late ms "
            "| load |"
        )
        self.say("|---|---|---|---|---|---|---|---|---|---|")

    def machine(self):
        with open("/proc/cpuinfo") as facts:
            cpu = next((line.split(":", 1)[1].strip() for line in facts if line.startswith("model name")), "?")
        self.say(f"{cpu}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f} before")
        self.say("peer: " + ", ".join(f"{one} {importlib.metadata.version(one)}" for one in PACKAGES) + ", fp32")
        self.say(f"echoseek: image tower {self.chosen.precision}, {self.threads} threads; masks off, as at the peer")

    def ours(self, kind, index):
        return servers.Ours(
            self.binary, self.work, index, "--models", kind.models, "--model", kind.name,
            "--mask", "none", "--threads", str(self.threads), "--precision", self.chosen.precision,
        )  # fmt: skip

    def ladder(self, server, workload, kind):
        connections = kind.busy_clips if workload.name == "clip embedding" else 32
        guess = measure.estimate(server.port, workload, kind.seconds, connections)
        return measure.sustained(
            server, workload, guess, kind.seconds, lambda found: self.row(server.name, workload.name, found)
        )

    def peer(self, kind, export, workload):
        """The peer as it does best: one process with all threads, or as many processes with one each."""
        shapes, rates = [(1, self.threads), (self.threads, 1)], {}
        for shape in shapes:
            server = servers.Peer(self.work, kind.models / kind.name, export, *shape)
            try:
                connections = kind.busy_clips if workload.name == "clip embedding" else 32
                measure.estimate(server.port, workload, min(3, kind.seconds), connections)
                rates[shape] = measure.estimate(server.port, workload, kind.seconds, connections)
            finally:
                server.stop()
        best = max(rates, key=rates.get)
        told = ", ".join(f"{p} x {t}: {rate:.1f}/s" for (p, t), rate in rates.items())
        self.say(f"peer, {workload.name}, processes x threads, always busy: {told}; it runs as {best[0]} x {best[1]}")
        return servers.Peer(self.work, kind.models / kind.name, export, *best)

    def compare(self, kind):
        """Both servers with one model; our highest rates, by workload."""
        self.say(f"\n## {kind.name}\n")
        index = archive.index(
            self.binary, self.work, kind.name, kind.models, kind.files, self.chosen.studies
        )
        export = self.work / f"export-{kind.name}"
        shutil.rmtree(export, ignore_errors=True)
        archive.run(self.binary, "index", "export", export, "--index", index)
        workloads = [
            measure.Searches("search by a phrase", archive.phrase),
            measure.Searches("search by a sentence", archive.question), measure.Clips(kind.files),
        ]  # fmt: skip
        best, theirs = {}, None
        for workload in workloads:
            server = self.peer(kind, export, workload)
            try:
                self.head()
                theirs = theirs or agree.answers(server.port, kind.files[: kind.busy_clips * 2])
                best[workload.name] = self.ladder(server, workload, kind)
            finally:
                server.stop()
        return self.against(kind, index, workloads, best, theirs)

    def against(self, kind, index, workloads, theirs, answers):
        """Ours, after the peer's highest rates and answers are known."""
        rates, server = {}, self.ours(kind, index)
        try:
            same = agree.compared(agree.answers(server.port, kind.files[: kind.busy_clips * 2]), answers)
            self.judge(
                "same answers", same["ok"],
                f"smallest cosine of clips {same['clips']:.6f}, of texts {same['texts']:.6f}; of {same['searches']} "
                f"searches {same['same_top']} with the same first, {same['same_hits']} with the same ten hits",
            )  # fmt: skip
            for workload in workloads:
                self.head()
                mine, other = self.ladder(server, workload, kind), theirs[workload.name]
                if mine is None or other is None:
                    self.judge(f"{workload.name}, {kind.name}", False, "no rate was kept; nothing to compare")
                    continue
                rates[workload.name] = mine.rate
                at_goal = measure.constant(server, workload, GOAL_RATIO * other.rate, kind.seconds)
                self.row(server.name, workload.name, at_goal)
                self.judge(
                    f"{workload.name}, {kind.name}: {GOAL_RATIO} x the peer's throughput at no worse p99",
                    at_goal.is_sustained() and at_goal.percentile(0.99) <= other.percentile(0.99),
                    f"{mine.rate / other.rate:.2f} x ({mine.rate:.1f}/s with p99 {mine.percentile(0.99) * 1e3:.0f} ms, "
                    f"peer {other.rate:.1f}/s with {other.percentile(0.99) * 1e3:.0f} ms); by processor time for each "
                    f"answer {other.milliseconds_each / mine.milliseconds_each:.2f} x",
                )
            if kind.name == "phantom":
                self.strain(server, workloads, rates)
        finally:
            server.stop()

    def strain(self, server, workloads, rates):
        """Overload, and very many light requests."""
        self.say("\n## Overload, and light requests\n")
        for workload in workloads if self.chosen.overload else []:
            if workload.name in rates:
                self.overload(server, workload, OVERLOAD * rates[workload.name])
        if self.chosen.light:
            self.light(server)

    def overload(self, server, workload, rate):
        self.head()
        found = measure.overload(server, workload, rate, self.chosen.overload)
        outcome, memory = found["outcome"], found["memory"]
        self.row(server.name, workload.name, outcome)
        self.judge(
            f"{workload.name} at {OVERLOAD} x: successes and 429 with Retry-After, nothing else",
            not set(outcome.statuses) - {200, 429} and not outcome.bare_refusals and outcome.statuses[200] > 0,
            f"{outcome.statuses[200]} successes, {outcome.statuses[429]} refused, "
            f"{outcome.bare_refusals} of them without Retry-After",
        )
        self.judge(
            f"/livez p99 under {GOAL_LIVEZ * 1e3:.0f} ms meanwhile",
            found["livez_p99"] < GOAL_LIVEZ and set(found["livez_statuses"]) == {200},
            f"p50 {found['livez_p50'] * 1e3:.1f} ms, p99 {found['livez_p99'] * 1e3:.1f} ms, "
            f"statuses {found['livez_statuses']}",
        )
        self.judge(
            "memory flat meanwhile", memory["end"] <= memory["middle"] * (1 + FLAT),
            f"resident {memory['start']:.0f} MB at the start, {memory['middle']:.0f} in the middle, "
            f"{memory['end']:.0f} at the end, at most {memory['peak']:.0f}",
        )  # fmt: skip

    def light(self, server):
        found = measure.light(server, self.chosen.light, min(MARK, self.chosen.light))
        change = found["memory_at_end"] / found["memory_at_mark"] - 1
        self.judge(
            f"{found['requests']:,} light requests: all answered, memory within 5 % of that at the {found['mark']:,}th",
            dict(found["statuses"]) == {200: found["requests"]} and abs(change) <= GOAL_MEMORY,
            f"{found['memory_at_mark']:.1f} MB, then {found['memory_at_end']:.1f} MB ({change:+.1%}); statuses "
            f"{dict(found['statuses'])}; {found['requests'] / found['seconds']:.0f}/s",
        )

    def run(self):
        self.work.mkdir(parents=True, exist_ok=True)
        self.machine()
        files = archive.clips(self.binary, self.work)
        wanted = self.chosen.only.split(",")
        if "phantom" in wanted:
            self.compare(Kind("phantom", self.chosen.models, files, self.chosen.seconds, 8))
        if "formula" in wanted:
            models = archive.formula(self.binary, self.work)
            # A clip takes seconds here: fewer of them, for longer.
            self.compare(Kind("formula", models, files[:6], 2 * self.chosen.seconds, 2))
        self.say(f"\nload {os.getloadavg()[0]:.1f} after; {sum(self.verdicts)} of {len(self.verdicts)} goals met")
        (self.work / "report.md").write_text("\n".join(self.lines) + "\n")
        return all(self.verdicts)


def name(status):
    return {0: "lost", -1: "unanswered"}.get(status, status)


if __name__ == "__main__":
    sys.exit(0 if Bench(options()).run() else 1)
