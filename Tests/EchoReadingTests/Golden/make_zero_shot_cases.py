"""Writes zero_shot_cases.json: the published formulas on seeded cases, in numpy, from their mathematics.

zero_shot_metric.json holds the reference implementation's own numbers (torch). This script first shows that it
computes those same numbers, and fails if it does not; then it writes more cases: odd and even top counts, prompts
that tie exactly, one frame, five prompts. Run: python make_zero_shot_cases.py
"""
import json
import pathlib

import numpy as np

HERE = pathlib.Path(__file__).parent


def cosines(frames, prompts):
    return (frames.astype(np.float64) @ prompts.astype(np.float64).T).astype(np.float32)


def ranked(table, values):
    order = np.argsort(-table, axis=1, kind="stable")
    return values.astype(np.float32)[order]


def lower_median(values):
    return np.sort(values, axis=-1)[..., (values.shape[-1] - 1) // 2]


def formulas(frames, prompts, values):
    table = cosines(frames, prompts)
    top = int(0.2 * len(values))
    lists = ranked(table, values)
    repo = lower_median((lists.sum(axis=0) / np.float32(len(frames)))[:top])
    per_frame = lower_median(lists[:, :top])
    paper = per_frame.sum(dtype=np.float32) / np.float32(len(frames))
    return {
        "repo": float(np.float32(repo)),
        "paper": float(np.float32(paper)),
        "binary": float(table.astype(np.float64).mean()),
        "per_frame": [float(value) for value in per_frame],
    }


def unit(rows):
    rows = rows.astype(np.float64)
    return (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


def main():
    golden = json.loads((HERE / "zero_shot_metric.json").read_text())
    prompts = np.array(golden["prompts"], dtype=np.float32)
    values = np.array(golden["values"], dtype=np.float32)
    for place, video in enumerate(golden["video"]):
        found = formulas(np.array(video, dtype=np.float32), prompts, values)
        assert found["repo"] == golden["repo_regression"][place], found
        assert found["paper"] == golden["paper_regression"][place], found
        assert abs(found["binary"] - golden["binary"][place]) < 1e-7, found

    cases = []
    for seed in range(24):
        random = np.random.default_rng(seed)
        frame_count = int(random.integers(1, 12))
        count = [5, 7, 10, 12, 20, 33, 40, 55][seed % 8]
        prompts = unit(random.standard_normal((count, 8)))
        if seed % 3 == 0:
            prompts[1::2] = prompts[0::2][: len(prompts[1::2])]
        frames = unit(random.standard_normal((frame_count, 8)))
        values = random.integers(0, 101, count)
        cases.append(
            {
                "frames": frames.tolist(),
                "prompts": prompts.tolist(),
                "values": values.tolist(),
                **formulas(frames, prompts, values),
            }
        )
    (HERE / "zero_shot_cases.json").write_text(json.dumps(cases) + "\n")


if __name__ == "__main__":
    main()
