#!/usr/bin/env python3
"""EchoSeek's encoder against its peers, interleaved in one run: `make bench-peers`.

Every round times every engine once in every configuration, one process at a time; each engine's rate is the median over
all of its runs of all rounds. Ratios are to the best peer of the same class in the same run. Two rates are given: by wall
time, which whatever else runs on the machine disturbs, and by processor time, which it disturbs less.

Settings for OpenBLAS (OPENBLAS_*) are taken out of the peers' environment: they are for numpy-type peers, and none of
these engines uses OpenBLAS.
"""
import argparse
import importlib.metadata
import importlib.resources
import json
import os
import pathlib
import platform
import resource
import shutil
import statistics
import subprocess
import sys

import numpy as np

import peer_texts

HERE = pathlib.Path(__file__).resolve().parent
CLASSES = {
    "fp32": ["torch-eager", "torch-compiled", "onnxruntime-fp32", "openvino-f32"],
    "bf16": ["torch-bf16", "torch-bf16-compiled", "openvino-bf16"],
    "int8": ["onnxruntime-int8-dynamic", "onnxruntime-int8-static", "openvino-int8"],
}
VOCABULARY = "bpe_simple_vocab_16e6.txt.gz"
PACKAGES = ["torch", "open_clip_torch", "timm", "onnx", "onnxruntime", "openvino", "nncf", "numpy",
            "opencv-python-headless"]


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--echoseek", required=True)
    parser.add_argument("--work", required=True)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--batches", default="1,16,32")
    parser.add_argument("--threads", default="1,2")
    parser.add_argument("--tokens", default="10,20,77")
    parser.add_argument("--text-batches", default="1,16")
    parser.add_argument("--engines", default=",".join(sum(CLASSES.values(), [])))
    parser.add_argument("--precisions", default="fp32,bf16,int8")
    parser.add_argument("--runs", type=int, default=3, help="a peer's runs in a round; ours are fifteen")
    parser.add_argument("--clips", type=int, default=50, help="clips of the end-to-end comparison; 0 leaves it out")
    chosen = parser.parse_args()
    for name in ("batches", "threads", "tokens", "text_batches"):
        setattr(chosen, name, [int(part) for part in getattr(chosen, name).split(",") if part])
    chosen.engines, chosen.precisions = chosen.engines.split(","), chosen.precisions.split(",")
    return chosen


def environment(work):
    """What every process gets; our own settings are not the user's."""
    kept = {name: value for name, value in os.environ.items()
            if not name.startswith(("OPENBLAS_", "ECHOSEEK_", "XDG_"))}
    return kept | {"ECHOSEEK_MODELS": f"{work}/models", "ECHOSEEK_MODEL": "formula", "HOME": str(work)}


class Peer:
    def __init__(self, engine, threads, work):
        self.process = subprocess.Popen(
            [sys.executable, str(HERE / "peer.py"), engine, str(threads), str(work)], stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, cwd=HERE, env=environment(work))
        if not self.process.stdout.readline().startswith("ready"):
            raise RuntimeError("it did not start")

    def measure(self, tower, batch, tokens, runs):
        self.process.stdin.write(f"{tower} {batch} {tokens} {runs}\n")
        self.process.stdin.flush()
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError("it ended")
        return json.loads(line)

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def ours(chosen, tower, precision, batch, threads, tokens):
    arguments = ["bench", "encode" if tower == "image" else "text", "--batch", str(batch), "--threads", str(threads)]
    arguments += ["--precision", precision] if tower == "image" else ["--tokens", str(tokens)]
    done = subprocess.run([chosen.echoseek] + arguments + ["--json"], check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, env=environment(chosen.work))
    found = json.loads(done.stdout)
    return {"seconds": [found["seconds_median"]], "processor_seconds": [found["processor_seconds_median"]],
            "cosine": found["min_cosine"], "percent_of_peak": found["percent_of_peak"],
            "peak": found.get("peak_operations_per_second", [])}


def pictures(work):
    """Smooth random pictures, 224 pixels in the middle of 280: what is cut off is a tenth of each side."""
    import cv2

    random, made = np.random.default_rng(5), []
    for _ in range(16):
        parts = [cv2.resize(random.integers(0, 256, (size, size, 3), np.uint8), (280, 280),
                            interpolation=cv2.INTER_LINEAR).astype(np.float32) for size in (7, 28, 112)]
        made.append(np.clip(sum(parts) / 3, 0, 255).astype(np.uint8))
    os.makedirs(f"{work}/pictures", exist_ok=True)
    for place, picture in enumerate(made):
        cv2.imwrite(f"{work}/pictures/{place:02}.png", picture)
    return np.stack(made)[:, 28:252, 28:252]


def prepare(chosen):
    import towers

    work = chosen.work
    if not os.path.exists(f"{work}/formula/open_clip_model.safetensors"):
        subprocess.run([chosen.echoseek, "model", "formula", f"{work}/formula"], check=True)
    if not os.path.exists(f"{work}/models/formula/{VOCABULARY}"):
        shutil.rmtree(f"{work}/models", ignore_errors=True)
        vocabulary = importlib.resources.files("open_clip") / VOCABULARY
        subprocess.run([chosen.echoseek, "model", "import", f"{work}/formula", "--name", "formula", "--notice",
                        "formula weights", "--vocabulary", str(vocabulary)],
                       check=True, stdout=subprocess.DEVNULL, env=environment(work))
    texts = {tokens: peer_texts.texts(most_texts(chosen), tokens) for tokens in chosen.tokens}
    for tokens, ids in texts.items():
        np.save(f"{work}/texts{tokens}.npy", ids)
    made = towers.references(work, pictures(work), texts)
    needed = (["image"] if chosen.batches else []) + (["text"] if chosen.tokens and chosen.text_batches else [])
    towers.onnx_files(work, made, needed, chosen.engines)


def most_texts(chosen):
    """So many that the largest batch has no text twice."""
    return max(chosen.text_batches, default=1)


def accuracy(chosen):
    """The smallest cosine of our vectors and torch's in fp32 over the sixteen pictures, in each mode."""
    files = sorted(str(path) for path in pathlib.Path(chosen.work, "pictures").glob("*.png"))
    reference, found = np.load(f"{chosen.work}/reference_image.npy"), {}
    for precision in chosen.precisions:
        done = subprocess.run(
            [chosen.echoseek, "embed", "--mask", "none", "--frames", "all", "--precision", precision] + files,
            check=True, stdout=subprocess.PIPE, env=environment(chosen.work))
        vectors = np.array([json.loads(line)["embedding"] for line in done.stdout.splitlines()])
        found[precision] = float((vectors * reference).sum(axis=1).min())
    return found


def text_accuracy(chosen):
    """The same of texts, as a user gives them, by how many tokens they have."""
    found = {}
    for tokens in chosen.tokens:
        asked = [part for text in peer_texts.sentences(most_texts(chosen), tokens) for part in ("--text", text)]
        done = subprocess.run([chosen.echoseek, "embed"] + asked, check=True, stdout=subprocess.PIPE,
                              env=environment(chosen.work))
        vectors = np.array([json.loads(line)["embedding"] for line in done.stdout.splitlines()])
        reference = np.load(f"{chosen.work}/reference_text{tokens}.npy")
        found[tokens] = float((vectors * reference).sum(axis=1).min())
    return found


def measure(chosen, note):
    """Seconds and cosines of every engine in every configuration; after each configuration they go to `note`."""
    configurations = [("image", batch, 0, threads) for threads in chosen.threads for batch in chosen.batches]
    configurations += [("text", batch, tokens, threads) for threads in chosen.threads
                       for tokens in chosen.tokens for batch in chosen.text_batches]
    peers, failed = {}, {}
    for engine in chosen.engines:
        for threads in chosen.threads:
            try:
                peers[engine, threads] = Peer(engine, threads, chosen.work)
            except RuntimeError as error:
                failed[engine] = str(error)
    results = {}
    for number in range(chosen.rounds):
        for tower, batch, tokens, threads in configurations:
            names = [("echoseek-" + one, one) for one in (chosen.precisions if tower == "image" else ["fp32"])]
            for name, engine in names + [(one, one) for one in chosen.engines]:
                try:
                    if name.startswith("echoseek"):
                        one = ours(chosen, tower, engine, batch, threads, tokens)
                    elif (engine, threads) in peers:
                        one = peers[engine, threads].measure(tower, batch, tokens, chosen.runs)
                    else:
                        continue
                except (RuntimeError, subprocess.CalledProcessError) as error:
                    failed[f"{name} {tower}"] = str(error)
                    peers.pop((engine, threads), None)
                    continue
                held = results.setdefault((tower, batch, tokens, threads), {}).setdefault(
                    name, {"seconds": [], "processor_seconds": [], "cosine": [], "percent_of_peak": [], "peak": []})
                for key, value in one.items():
                    held[key] += value if isinstance(value, list) else [value]
            print(f"round {number + 1}: {tower}, batch {batch}, {threads} threads, {tokens or '-'} tokens; "
                  f"load {os.getloadavg()[0]:.1f}", file=sys.stderr, flush=True)
            note(results, failed, number + 1)
    for peer in peers.values():
        peer.end()
    return results, failed


def rows(results, cosines, text_cosines):
    """One row for each configuration and class."""
    made = []
    for (tower, batch, tokens, threads), engines in results.items():
        rates = {}
        for name, held in engines.items():
            rates[name] = {"rate": batch / statistics.median(held["seconds"]),
                           "processor_rate": batch / statistics.median(held["processor_seconds"]),
                           "cosine": min(held["cosine"])}
            if held["percent_of_peak"]:
                rates[name]["percent_of_peak"] = statistics.median(held["percent_of_peak"])
            if name.startswith("echoseek"):
                rates[name]["cosine"] = (
                    cosines[name.removeprefix("echoseek-")] if tower == "image" else text_cosines[tokens])
        row = {"tower": tower, "batch": batch, "tokens": tokens or None, "threads": threads, "engines": rates,
               "ratios": {}}
        for one, names in CLASSES.items():
            there = [name for name in names if name in rates]
            mine = "echoseek-" + (one if tower == "image" else "fp32")
            if mine not in rates or not there:
                continue
            row["ratios"][one] = {
                key: rates[mine][key] / max(rates[name][key] for name in there) for key in ("rate", "processor_rate")}
        made.append(row)
    return made


def peaks(results, precisions):
    """The calibrator: operations a second that a thread's registers alone allow, measured at each of our runs, which come
    first in each configuration; those of the first configuration with pictures, a number a round."""
    first = next((engines for (tower, *_), engines in results.items() if tower == "image"), {})
    return {name: first[f"echoseek-{name}"]["peak"] for name in precisions if f"echoseek-{name}" in first}


def processor_seconds():
    """Of every process that has ended, our own starting and loading included."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def end_to_end(chosen):
    """`ingest` of clips against pipeline.py on the same files, in turns."""
    if not chosen.clips:
        return None
    patients = (chosen.clips + 9) // 10
    folder = f"{chosen.work}/clips-{patients}"
    subprocess.run([chosen.echoseek, "phantom", "generate", folder, "--patients", str(patients), "--studies", "1..1",
                    "--format", "avi", "--furniture", "off"], check=True, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL)
    files = sorted(str(path) for path in pathlib.Path(folder).rglob("*.avi") if "STILL" not in path.name)
    files, times = files[:chosen.clips], {"pipeline": [], "ingest": []}
    threads = max(chosen.threads)
    for number in range(max(1, min(3, chosen.rounds))):
        index = f"{chosen.work}/index-{number}"
        shutil.rmtree(index, ignore_errors=True)
        used = processor_seconds()
        done = subprocess.run(
            [chosen.echoseek, "ingest", "--index", index, "--threads", str(threads), "--json"] + files,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=environment(chosen.work))
        found = json.loads(done.stdout)
        # A clip that is refused, or known already, takes next to no time.
        if done.returncode or found["embedded"] != len(files):
            raise SystemExit(f"ingest embedded {found['embedded']} of {len(files)} clips, status {done.returncode}")
        times["ingest"].append(found | {"processor_seconds": processor_seconds() - used})
        done = subprocess.run([sys.executable, str(HERE / "pipeline.py"), chosen.work, str(threads)] + files,
                              check=True, stdout=subprocess.PIPE, cwd=HERE, env=environment(chosen.work))
        times["pipeline"].append({key: value for key, value in json.loads(done.stdout).items() if key != "vectors"})
    ratios = {key: statistics.median(one[key] for one in times["pipeline"])
              / statistics.median(one[key] for one in times["ingest"]) for key in ("seconds", "processor_seconds")}
    return {"clips": len(files), "threads": threads, "ratio": ratios["seconds"],
            "processor_ratio": ratios["processor_seconds"], "runs": times}


def markdown(report):
    lines = ["# EchoSeek's encoder and its peers", "",
             f"{report['processor']}, {report['processors']} processors; load {report['load_before']:.1f} before, "
             f"{report['load_after']:.1f} after; {report['rounds']} of {report['rounds_asked']} interleaved rounds"
             f"{'' if report['complete'] else ', cut before its end'}. Rates are medians a second, by "
             "wall time and, in brackets, by processor time. Cosines are against torch in fp32 on the same weights.", "",
             "A thread's measured peak, thousand million operations a second, round by round: " + "; ".join(
                 f"{name} " + ", ".join(f"{one / 1e9:.0f}" for one in found)
                 for name, found in report["peaks"].items()) + ".", "",
             "Versions: " + ", ".join(f"{name} {version}" for name, version in report["versions"].items()) + ".", ""]
    for row in report["rows"]:
        what = f"{row['tower']}, batch {row['batch']}, {row['threads']} thread(s)"
        lines += [f"## {what}" + (f", {row['tokens']} tokens" if row["tokens"] else ""), "",
                  "| engine | rate | smallest cosine | of its peak |", "|---|---|---|---|"]
        for name, one in row["engines"].items():
            peak = f"{one['percent_of_peak']:.0f} %" if "percent_of_peak" in one else ""
            lines.append(f"| {name} | {one['rate']:.2f} ({one['processor_rate']:.2f}) | {one['cosine']:.6f} | {peak} |")
        lines += ["", "; ".join(
            f"{name}: {one['rate']:.2f} times the best peer ({one['processor_rate']:.2f} by processor time)"
            for name, one in row["ratios"].items()) or "No peer to compare with.", ""]
    if report["end_to_end"]:
        one = report["end_to_end"]
        lines += ["## End to end", "", f"`ingest` of {one['clips']} clips on {one['threads']} thread(s): "
                  f"{one['ratio']:.2f} times as fast as OpenCV with open_clip in eval mode on the same files, by processor "
                  f"time {one['processor_ratio']:.2f} times.", ""]
    for name, why in report["failed"].items():
        lines.append(f"- {name} gave nothing: {why}")
    return "\n".join(lines) + "\n"


def write(work, name, text):
    """All of it or nothing."""
    part = pathlib.Path(work, name + ".part")
    part.write_text(text)
    part.rename(pathlib.Path(work, name))


def main():
    chosen = options()
    chosen.work = str(pathlib.Path(chosen.work).resolve())
    chosen.echoseek = str(pathlib.Path(chosen.echoseek).resolve())
    os.makedirs(chosen.work, exist_ok=True)
    before = os.getloadavg()[0]
    prepare(chosen)
    cosines = accuracy(chosen) if chosen.batches else {}
    text_cosines = text_accuracy(chosen)
    with open("/proc/cpuinfo") as facts:
        processor = next((line.split(":", 1)[1].strip() for line in facts if line.startswith("model name")), "unknown")
    known = {"processor": processor, "processors": os.cpu_count(), "python": platform.python_version(),
             "versions": {name: importlib.metadata.version(name) for name in PACKAGES}, "load_before": before}

    for old in ("report.json", "report.md"):
        pathlib.Path(chosen.work, old).unlink(missing_ok=True)

    def note(results, failed, rounds, is_complete=False, both=None):
        """What is known by now: a run that is cut leaves what it measured."""
        report = known | {"rounds": rounds, "rounds_asked": chosen.rounds, "complete": is_complete, "peaks": peaks(results, chosen.precisions),
                          "rows": rows(results, cosines, text_cosines), "end_to_end": both, "failed": failed,
                          "load_after": os.getloadavg()[0]}
        write(chosen.work, "report.json", json.dumps(report, indent=1) + "\n")
        write(chosen.work, "report.md", markdown(report))
        return report

    results, failed = measure(chosen, note)
    print(markdown(note(results, failed, chosen.rounds, True, end_to_end(chosen))))


main()
