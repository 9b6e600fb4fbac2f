"""Frames of the real clips as raw RGB, for the mask's tests: OUTDIR/mask/NAME_WxHxN.rgb.

Decoding is another target's matter, so its peers decode here: pydicom with pylibjpeg, and OpenCV.
The first 40 frames at stride 2, as the reference frame rule takes them.
"""
import pathlib
import sys

import cv2
import numpy as np
from pydicom import dcmread
from pydicom.pixels import pixel_array

CLIPS = pathlib.Path(__file__).parent.parent / "clips"


def dicom(name):
    pixels = pixel_array(dcmread(CLIPS / name))
    if pixels.ndim == 2:
        pixels = pixels[None]
    if pixels.shape[-1] != 3:
        pixels = np.repeat(pixels[..., None], 3, axis=-1)
    return pixels


def video(name):
    capture, frames = cv2.VideoCapture(str(CLIPS / name)), []
    while True:
        there, frame = capture.read()
        if not there:
            return np.stack(frames)[..., ::-1]
        frames.append(frame)


def main(folder):
    out = pathlib.Path(folder) / "mask"
    out.mkdir(parents=True, exist_ok=True)
    clips = {
        "dicom": (dicom("a4c_jpeg_120f.dcm"), (640, 480, 20)),
        "avi": (video("a4c_mjpeg_120f.avi"), (640, 480, 20)),
        "mp4": (video("a4c_h264_120f.mp4"), (640, 480, 20)),
        "small": (dicom("a4c_ybr422_jpeg_30f.dcm"), (320, 240, 15)),
        "still": (dicom("plax_still_jpeglossless.dcm"), (1024, 768, 1)),
    }
    for name, (frames, expected) in clips.items():
        frames = np.ascontiguousarray(frames[:40:2])
        count, height, width, _ = frames.shape
        if (width, height, count) != expected or frames.dtype != np.uint8:
            sys.exit(f"mask.py: {name} is {width}x{height}x{count} {frames.dtype}, expected {expected} uint8")
        frames.tofile(out / f"{name}_{width}x{height}x{count}.rgb")


main(sys.argv[1])
