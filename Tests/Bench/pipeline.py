"""The straight way in Python, as the published example goes: OpenCV reads, crops and scales, open_clip encodes.

`pipeline.py WORK THREADS FILE…`: every file's first forty frames, every second one, embedded in eval mode, averaged and
made unit. Prints one JSON line: seconds and processor seconds without the model's loading, frames, and the vectors.
"""
import json
import os
import sys
import time

WORK, THREADS, FILES = sys.argv[1], int(sys.argv[2]), sys.argv[3:]
# Settings for OpenBLAS are for numpy's products; torch has its own library.
for name in [name for name in os.environ if name.startswith("OPENBLAS_")]:
    del os.environ[name]
import cv2  # noqa: E402
import numpy as np  # noqa: E402
import torch  # noqa: E402

import towers  # noqa: E402


def cut(picture, side=224, zoom=0.1):
    """The middle square, a tenth off each side, scaled by bicubic interpolation."""
    height, width = picture.shape[:2]
    off = round(abs(height - width) / 2)
    if width > height:
        picture = picture[:, off:width - off]
    elif height > width:
        picture = picture[off:height - off]
    across, down = int(picture.shape[1] * zoom), int(picture.shape[0] * zoom)
    picture = picture[down:picture.shape[0] - down, across:picture.shape[1] - across]
    return cv2.resize(picture, (side, side), interpolation=cv2.INTER_CUBIC)


def frames(path):
    reader, pictures = cv2.VideoCapture(path), []
    while True:
        good, picture = reader.read()
        if not good:
            break
        pictures.append(cut(picture))
    return np.stack(pictures[:40:2])


def main():
    cv2.setNumThreads(THREADS)
    torch.set_num_threads(THREADS)
    tower = towers.Image(towers.model(WORK)).eval()
    start, used, count, vectors = time.perf_counter(), time.process_time(), 0, []
    for path in FILES:
        pictures = frames(path)
        count += len(pictures)
        with torch.no_grad():
            found = tower(torch.from_numpy(towers.normalized(pictures))).numpy()
        mean = found.mean(axis=0)
        vectors.append((mean / np.linalg.norm(mean)).tolist())
    print(json.dumps({"seconds": time.perf_counter() - start, "processor_seconds": time.process_time() - used,
                      "frames": count, "vectors": vectors}))


main()
