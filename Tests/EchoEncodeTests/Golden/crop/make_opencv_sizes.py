"""OpenCV's own answer to `crop_and_scale` for 600 sizes: the SHA-256 of each, in opencv_sizes.json beside this.

Input byte i of a case is the top byte of the i-th number of SplitMix64(seed), so that the test can make it too.
OpenCV's x86-64 wheels scale uint8 cubics by Intel IPP, whose arithmetic differs from OpenCV's own by one level
here and there, and between instruction sets by one level in one byte of noise in 200,000; this asks for AVX-512's,
and stops where there is none.
"""
import hashlib
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


def main():
    if not cv2.ipp.useIPP() or "AVX-512" not in cv2.ipp.getIppVersion():
        sys.exit("make_opencv_sizes.py: this OpenCV does not scale by Intel IPP for AVX-512")
    random = np.random.default_rng(20231122)
    sizes = [(224, 224), (225, 224), (224, 225), (640, 480), (1024, 768), (800, 600), (300, 299)]
    sizes += [(900, 12), (12, 900), (1280, 96), (97, 1280), (1920, 1080), (11, 11), (280, 280), (281, 280)]
    sizes += [tuple(int(v) for v in random.integers(11, 900, 2)) for _ in range(45)]
    # Narrow ones, most of whose columns take a tap beyond the border; then common ones.
    sizes += [tuple(int(v) for v in random.integers(11, 60, 2)) for _ in range(300)]
    sizes += [tuple(int(v) for v in random.integers(60, 300, 2)) for _ in range(240)]
    cases = []
    for seed, (width, height) in enumerate(sizes):
        image = window(noise(seed, width * height * 3).reshape(height, width, 3))
        if min(image.shape[:2]) < SMALLEST_WINDOW:
            sys.exit(f"{width}x{height} leaves a window of {image.shape[:2]}")
        scaled = cv2.resize(image, (SIDE, SIDE), interpolation=cv2.INTER_CUBIC)
        digest = hashlib.sha256(scaled.tobytes()).hexdigest()
        cases.append({"seed": seed, "width": width, "height": height, "sha256": digest})
    lines = ",\n".join(json.dumps(case) for case in cases)
    (pathlib.Path(__file__).parent / "opencv_sizes.json").write_text(
        f'{{"opencv": "{cv2.__version__}", "cases": [\n{lines}\n]}}\n')


main()
