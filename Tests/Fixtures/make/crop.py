"""OpenCV's own answer to `crop_and_scale` for many sizes: OUTDIR/crop/cases.json and scaled.rgb.

Input byte i of a case is the top byte of the i-th number of SplitMix64(seed), so that the test can make it too.
OpenCV's x86-64 wheels scale uint8 cubics by Intel IPP, whose arithmetic differs from OpenCV's own by one level
here and there; published embeddings rest on those wheels, so a build without IPP cannot stand in.
"""
import json
import pathlib
import sys

import cv2
import numpy as np

SIDE, ZOOM = 224, 0.1
SMALLEST_WINDOW = 8  # below this IPP takes another path for some sizes


def noise(seed, count):
    with np.errstate(over="ignore"):
        mixed = np.uint64(seed) + np.arange(1, count + 1, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
        mixed = (mixed ^ (mixed >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
        mixed = (mixed ^ (mixed >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
        mixed = mixed ^ (mixed >> np.uint64(31))
    return (mixed >> np.uint64(56)).astype(np.uint8)


def window(image):
    """The part that is scaled; a cut that rounds to nothing cuts nothing."""
    height, width = image.shape[:2]
    across = int(round((width - height) / 2)) if width > height else 0
    down = int(round((height - width) / 2)) if height > width else 0
    image = image[down:height - down, across:width - across]
    height, width = image.shape[:2]
    across, down = int(width * ZOOM), int(height * ZOOM)
    return np.ascontiguousarray(image[down:height - down, across:width - across])


def main(folder):
    if not cv2.ipp.useIPP():
        sys.exit("crop.py: this OpenCV has no Intel IPP, so it is not the reference; use the x86-64 wheel")
    random = np.random.default_rng(20231122)
    sizes = [(224, 224), (225, 224), (224, 225), (640, 480), (1024, 768), (800, 600), (300, 299)]
    sizes += [(900, 12), (12, 900), (1280, 96), (97, 1280), (1920, 1080), (11, 11), (280, 280), (281, 280)]
    sizes += [tuple(int(v) for v in random.integers(11, 900, 2)) for _ in range(45)]
    cases, outputs = [], []
    for seed, (width, height) in enumerate(sizes):
        image = window(noise(seed, width * height * 3).reshape(height, width, 3))
        if min(image.shape[:2]) < SMALLEST_WINDOW:
            sys.exit(f"crop.py: {width}x{height} leaves a window of {image.shape[:2]}")
        scaled = cv2.resize(image, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
        cases.append({"seed": seed, "width": width, "height": height})
        outputs.append(scaled.tobytes())
    out = pathlib.Path(folder) / "crop"
    out.mkdir(parents=True, exist_ok=True)
    (out / "scaled.rgb").write_bytes(b"".join(outputs))
    (out / "cases.json").write_text(json.dumps({"opencv": cv2.__version__, "cases": cases}, indent=1))


main(sys.argv[1])
