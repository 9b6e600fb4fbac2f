"""The short form of `bench.py`, for every change: python Tests/Load. Strict on statuses and memory, and on time within what
a machine that does other things as well may take."""

import collections
import pathlib
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
sys.path[:0] = [str(HERE), str(HERE.parent / "Page")]
import generator  # noqa: E402
import measure  # noqa: E402
import servers  # noqa: E402
import service  # noqa: E402

LIGHT, MARK = 4_000, 1_500
# Connections: more than the service takes on, so that some are refused.
SECONDS, OVERLOAD, WIDTH = 4, 5, 200
LEAST_RATE = 20
# Memory may differ by this much. On an idle machine /livez takes 12 ms at most (measured); bench.py holds it to its goal.
SHARE, LIVEZ_SECONDS = 0.05, 1.0
# What a run of overload may add in its second half, and what one may add to the one before.
FLAT, AGAIN = 0.10, 0.10


def check(what, holds, found):
    print(f"{'ok    ' if holds else 'FAILED'} {what}: {found}", flush=True)
    return holds


def judging():
    """What counts as a rate that was kept, by made-up runs of 20 seconds at ten requests a second."""
    cases = {
        "answers at once": (0.01, 199, True), "as fast as they come, slowly": (4.0, 160, True),
        "a fifth too slow": (0.01, 165, False), "slower than the run": (20.0, 0, False),
    }  # fmt: skip
    held = []
    for what, (fastest, in_time, expected) in cases.items():
        statuses = collections.Counter({200: 200})
        run = generator.Outcome(10.0, 20.0, 200, statuses, 0, [fastest] * 200, in_time, 0.0)
        held.append(check(f"a rate kept: {what}", run.is_sustained() is expected, expected))
    refused = generator.Outcome(10.0, 20.0, 200, collections.Counter({200: 199, 429: 1}), 0, [0.01] * 199, 199, 0.0)
    return held + [check("a rate kept: one was refused", not refused.is_sustained(), False)]


def overload(server, workload):
    """Five times what it does; the checks that held."""
    rate = max(LEAST_RATE, OVERLOAD * measure.estimate(server.port, workload, 2, 4))
    runs = [measure.overload(server, workload, rate, SECONDS, WIDTH) for _ in range(3)]
    # Clips that are sent fill their places at once; questions only wait where the machine is quick.
    refusing = [{200, 429}] if workload.name == "clip embedding" else [{200}, {200, 429}]
    held = []
    for found in runs:
        outcome, memory = found["outcome"], found["memory"]
        held += [
            check(
                f"{workload.name}: successes, and refusals with Retry-After",
                set(outcome.statuses) in refusing and not outcome.bare_refusals,
                f"{outcome.rate:.0f} a second offered, {dict(outcome.statuses)}",
            ),
            check(
                "/livez meanwhile",
                set(found["livez_statuses"]) == {200} and found["livez_p99"] < LIVEZ_SECONDS,
                f"p99 {found['livez_p99'] * 1e3:.1f} ms, {found['livez_statuses']}",
            ),
            check(
                "memory meanwhile",
                memory["end"] <= memory["middle"] * (1 + FLAT),
                ", ".join(f"{name} {value:.1f} MB" for name, value in memory.items()),
            ),
        ]
    # Of the peaks: what has been given back by the end differs from run to run. In the first run memory still grows to
    # what this load needs.
    _, first, second = (found["memory"]["peak"] for found in runs)
    held.append(check("memory, once more", second <= first * (1 + AGAIN), f"{first:.1f}, {second:.1f} MB"))
    return held


def light(server):
    found = measure.light(server, LIGHT, MARK)
    change = found["memory_at_end"] / found["memory_at_mark"] - 1
    return check(
        f"{LIGHT} light requests",
        dict(found["statuses"]) == {200: LIGHT} and abs(change) <= SHARE,
        f"{found['memory_at_mark']:.1f} MB at the {MARK}th, {change:+.1%} at the end; {dict(found['statuses'])}",
    )


def main():
    index, clips = service.made_index(), service.made_set(service.SET, "clips")
    files = sorted(path for path in clips.rglob("*.dcm") if "STILL" not in path.name)[:6]
    with tempfile.TemporaryDirectory(prefix="echoseek-load-") as work:
        server = servers.Ours(service.BINARY, pathlib.Path(work), index)
        try:
            held = judging() + overload(server, measure.Clips(files)) + overload(server, measure.Searches())
            held.append(light(server))
        finally:
            server.stop()
    print(f"{sum(held)} passed, {held.count(False)} failed")
    return 0 if all(held) else 1


if __name__ == "__main__":
    sys.exit(main())
