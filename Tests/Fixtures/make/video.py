"""Writes OUTDIR/video: clips of every kind that EchoDecode reads, and references.json with what OpenCV and the
ffmpeg CLI make of each: SHA-256 of every frame as RGB, and when each frame is shown.

    .venv/bin/python Tests/Fixtures/make/video.py .build-fixtures
"""

import hashlib
import json
import os
import re
import shutil
import struct
import subprocess
import sys

import cv2
import numpy

HERE = os.path.dirname(os.path.abspath(__file__))
CLIPS = os.path.join(HERE, "..", "clips")
AVI = os.path.join(CLIPS, "a4c_mjpeg_120f.avi")
EXACT = ["-fflags", "+bitexact", "-flags:v", "+bitexact", "-map_metadata", "-1"]
X264 = ["-c:v", "libx264", "-threads", "1", "-preset", "veryfast"]
X265 = ["-c:v", "libx265", "-preset", "ultrafast", "-x265-params", "pools=1:frame-threads=1:log-level=none"]

# name: what ffmpeg does between `-i` (the real clip) and the file; 24 frames of it.
VARIANTS = {
    "h264_bframes.mp4": ["-vf", "scale=320:240", *X264, "-bf", "3", "-pix_fmt", "yuv420p"],
    "h264.mov": ["-vf", "scale=320:240", *X264, "-pix_fmt", "yuv420p"],
    # Groups of pictures that nothing looks back past, and those that later ones do; pictures that are refreshed in strips,
    # which the container marks as keys all the same.
    "h264_closed_groups.mp4": ["-vf", "scale=320:240", *X264, "-g", "6", "-bf", "2", "-pix_fmt", "yuv420p"],
    "h264_closed_groups.ts": ["-vf", "scale=320:240", *X264, "-g", "6", "-bf", "2", "-pix_fmt", "yuv420p", "-f", "mpegts"],
    "h264_open_groups.mp4": ["-vf", "scale=320:240", *X264, "-g", "6", "-bf", "2", "-x264-params", "open-gop=1",
                             "-pix_fmt", "yuv420p"],
    "h264_strips.mp4": ["-vf", "scale=320:240", *X264, "-g", "8", "-bf", "0", "-x264-params", "intra-refresh=1",
                         "-pix_fmt", "yuv420p"],
    "h264_322x242.mp4": ["-vf", "scale=322:242", *X264, "-pix_fmt", "yuv420p"],
    "h264_321x241_444.mp4": ["-vf", "scale=321:241", *X264, "-pix_fmt", "yuv444p"],
    "h264_full_range.mp4": ["-vf", "scale=320:240", *X264, "-pix_fmt", "yuvj420p"],
    "h264_bt709.mp4": ["-vf", "scale=320:240", *X264, "-pix_fmt", "yuv420p", "-colorspace", "bt709"],
    "h264_422.mp4": ["-vf", "scale=320:240", *X264, "-pix_fmt", "yuv422p"],
    "h264_10bit.mp4": ["-vf", "scale=320:240", *X264, "-pix_fmt", "yuv420p10le"],
    "h264_variable_rate.mp4": ["-vf", "scale=320:240,setpts=N*N*0.001/TB", "-vsync", "vfr", *X264, "-pix_fmt", "yuv420p"],
    "h264_fragments.mp4": ["-vf", "scale=320:240", *X264, "-pix_fmt", "yuv420p", "-movflags", "frag_keyframe+empty_moov"],
    "h264.mkv": ["-vf", "scale=320:240", *X264, "-pix_fmt", "yuv420p"],
    "h264.ts": ["-vf", "scale=320:240", *X264, "-pix_fmt", "yuv420p", "-f", "mpegts"],
    "hevc.mp4": ["-vf", "scale=320:240", *X265, "-pix_fmt", "yuv420p", "-tag:v", "hvc1"],
    "hevc_322x242.mp4": ["-vf", "scale=322:242", *X265, "-pix_fmt", "yuv420p"],
    "mpeg4.avi": ["-vf", "scale=320:240", "-c:v", "mpeg4", "-q:v", "3"],
    "mpeg4_bframes.avi": ["-vf", "scale=320:240", "-c:v", "mpeg4", "-q:v", "3", "-bf", "2"],
    "mpeg2.mpg": ["-vf", "scale=320:240,fps=25", "-c:v", "mpeg2video", "-q:v", "3", "-bf", "2"],
    "mjpeg_420.avi": ["-vf", "scale=320:240", "-c:v", "mjpeg", "-q:v", "3", "-pix_fmt", "yuvj420p"],
    "mjpeg_422.avi": ["-vf", "scale=320:240", "-c:v", "mjpeg", "-q:v", "3", "-pix_fmt", "yuvj422p"],
    "mjpeg_321x241.avi": ["-vf", "scale=321:241", "-c:v", "mjpeg", "-q:v", "3", "-pix_fmt", "yuvj420p"],
    "mjpeg_323x242_422.avi": ["-vf", "scale=323:242", "-c:v", "mjpeg", "-q:v", "3", "-pix_fmt", "yuvj422p"],
    "mjpeg.mov": ["-vf", "scale=320:240", "-c:v", "mjpeg", "-q:v", "3", "-pix_fmt", "yuvj420p"],
    "raw_bgr.avi": ["-vf", "scale=160:120", "-c:v", "rawvideo", "-pix_fmt", "bgr24"],
    "raw_bgr_161x121.avi": ["-vf", "scale=161:121", "-c:v", "rawvideo", "-pix_fmt", "bgr24"],
    "raw_420.avi": ["-vf", "scale=160:120", "-c:v", "rawvideo", "-pix_fmt", "yuv420p"],
    "raw_gray.avi": ["-vf", "scale=160:120", "-c:v", "rawvideo", "-pix_fmt", "gray"],
    "ffv1.mkv": ["-vf", "scale=160:120", "-c:v", "ffv1", "-pix_fmt", "yuv444p"],
    "vp9.webm": ["-vf", "scale=160:120", "-c:v", "libvpx-vp9", "-threads", "1", "-cpu-used", "8", "-pix_fmt", "yuv420p"],
    "loop.gif": ["-vf", "scale=160:120"],
    "loop_161x121.gif": ["-vf", "scale=161:121"],
}
SINGLES = {"single.png": ["-vf", "scale=161:121"], "single.jpg": ["-vf", "scale=160:120", "-q:v", "2"]}


def ffmpeg(*arguments):
    subprocess.run(["ffmpeg", "-nostdin", "-v", "error", "-y", *arguments], check=True)


def make(out):
    for name, arguments in VARIANTS.items():
        ffmpeg("-ss", "1", "-i", AVI, "-frames:v", "24", *arguments, "-an", *EXACT, os.path.join(out, name))
    for name, arguments in SINGLES.items():
        ffmpeg("-i", AVI, "-frames:v", "1", *arguments, *EXACT, os.path.join(out, name))
    base = os.path.join(out, "h264_bframes.mp4")
    ffmpeg("-ss", "0.3", "-i", base, "-c", "copy", *EXACT, os.path.join(out, "h264_edit_list.mp4"))
    for turn in (90, 180, 270):
        ffmpeg("-i", base, "-c", "copy", "-metadata:s:v", f"rotate={turn}", "-fflags", "+bitexact",
               os.path.join(out, f"h264_rotated_{turn}.mp4"))
    # Short ones to damage, and a long one to read in bounded memory.
    small = ["-vf", "scale=64:48", "-frames:v", "12"]
    ffmpeg("-ss", "1", "-i", AVI, *small, *X264, "-pix_fmt", "yuv420p", *EXACT, os.path.join(out, "small.mp4"))
    # Two of them joined, of one size, whose parameters differ; groups of four pictures, to damage and read in part.
    halves = [os.path.join(out, f"half{number}.mp4") for number in (0, 1)]
    for half, more in zip(halves, (["-qp", "20"], ["-qp", "40", "-coder", "0", "-refs", "2"])):
        ffmpeg("-ss", "1", "-i", AVI, "-vf", "scale=320:240", "-frames:v", "12", *X264, *more, "-g", "4", "-bf", "0",
               "-pix_fmt", "yuv420p", *EXACT, half)
    join(halves, out)
    ffmpeg("-ss", "1", "-i", AVI, "-vf", "scale=64:48", "-frames:v", "24", *X264, "-g", "4", "-pix_fmt", "yuv420p", *EXACT,
           os.path.join(out, "small_groups.mp4"))
    ffmpeg("-ss", "1", "-i", AVI, *small, "-c:v", "mjpeg", "-pix_fmt", "yuvj420p", *EXACT, os.path.join(out, "small.avi"))
    ffmpeg("-ss", "1", "-i", AVI, *small, "-c:v", "mpeg4", *EXACT, os.path.join(out, "small_mpeg4.avi"))
    ffmpeg("-ss", "1", "-i", AVI, *small, *X265, "-pix_fmt", "yuv420p", *EXACT, os.path.join(out, "small_hevc.mp4"))
    ffmpeg("-ss", "1", "-i", AVI, *small, *EXACT, os.path.join(out, "small.gif"))
    ffmpeg("-f", "lavfi", "-i", "testsrc2=size=160x120:rate=50", "-frames:v", "2000", "-c:v", "mjpeg", "-q:v", "20",
           "-pix_fmt", "yuvj420p", *EXACT, os.path.join(out, "long.avi"))
    ffmpeg("-i", AVI, "-vf", "format=bgr24,crop=1:1:320:240:exact=1", "-frames:v", "3", "-c:v", "rawvideo", *EXACT,
           os.path.join(out, "one_pixel.avi"))
    ffmpeg("-f", "lavfi", "-i", "sine=duration=1", *EXACT, os.path.join(out, "sound.wav"))
    ffmpeg("-f", "lavfi", "-i", "sine=duration=1", "-c:a", "aac", *EXACT, os.path.join(out, "sound.mp4"))


def join(halves, out):
    """Two streams, one after the other: h264_heads_repeated.mp4 has parameters at each refresh, h264_heads_once.mp4
    where they change; h264_begins_late.mp4 has lost its first refresh."""
    repeated, once, late = [], [], []
    for half in halves:
        coded = subprocess.run(["ffmpeg", "-v", "error", "-i", half, "-c", "copy", "-bsf:v", "h264_mp4toannexb", "-f",
                                "h264", "-"], check=True, capture_output=True).stdout
        seen = set()
        for unit in re.split(b"\0\0\0?\1", coded)[1:]:
            kind = unit[0] & 31
            if kind != 5 or seen != {6, 7, 8} or half != halves[0]:
                late.append(unit)
            if kind not in (7, 8) or kind not in seen:
                once.append(unit)
            repeated.append(unit)
            seen.add(kind)
    raw = os.path.join(out, "joined.h264")
    for name, units in ("heads_repeated", repeated), ("heads_once", once), ("begins_late", late):
        with open(raw, "wb") as file:
            file.write(b"".join(b"\0\0\0\1" + unit for unit in units))
        ffmpeg("-f", "h264", "-framerate", "50", "-i", raw, "-c", "copy", "-copyinkf", "-bsf:v", "setts=ts=N*0.02/TB", *EXACT,
               os.path.join(out, f"h264_{name}.mp4"))


def patched(source, target, edit):
    with open(source, "rb") as file:
        data = bytearray(file.read())
    edit(data)
    with open(target, "wb") as file:
        file.write(data)


def make_lies(out):
    """Headers that promise what is not there."""

    def huge(data):
        for mark, where in ((b"avih", 8 + 32), (b"strf", 8 + 4)):
            struct.pack_into("<ii", data, data.index(mark) + where, 100_000, 100_000)

    def frameless(data):
        start = data.index(b"movi") - 8
        data[start:] = b"LIST" + struct.pack("<I", 4) + b"movi"
        struct.pack_into("<I", data, 4, len(data) - 8)
        struct.pack_into("<I", data, data.index(b"avih") + 8 + 16, 0)
        struct.pack_into("<I", data, data.index(b"strh") + 8 + 32, 0)

    def huge_png(data):
        struct.pack_into(">II", data, 16, 100_000, 100_000)
        import zlib
        struct.pack_into(">I", data, 29, zlib.crc32(bytes(data[12:29])))

    def huge_gif(data):
        struct.pack_into("<HH", data, 6, 65_535, 65_535)

    def huge_jpeg(data):
        at = data.index(b"\xff\xc0")
        struct.pack_into(">HH", data, at + 5, 65_000, 65_000)

    def without_slice(name, number):
        """The head of the slice in the packet of this number is nothing but zeros."""
        found = subprocess.run(["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries", "packet=pos",
                                "-of", "csv=p=0", path(name)], check=True, capture_output=True, text=True)
        return lambda data: struct.pack_into("16x", data, int(found.stdout.split()[number].rstrip(",")) + 5)

    path = lambda name: os.path.join(out, name)
    for name, number in ("h264_closed_groups.mp4", 8), ("h264_heads_repeated.mp4", 6):
        patched(path(name), path(name.replace(".", "_damaged.")), without_slice(name, number))
    patched(path("small.avi"), path("huge_header.avi"), huge)
    patched(path("small.avi"), path("no_frames.avi"), frameless)
    patched(path("single.png"), path("huge_header.png"), huge_png)
    patched(path("loop.gif"), path("huge_header.gif"), huge_gif)
    patched(path("single.jpg"), path("huge_header.jpg"), huge_jpeg)


def digest(pixels):
    return hashlib.sha256(pixels).hexdigest()


def opencv_frames(path):
    capture = cv2.VideoCapture(path, cv2.CAP_FFMPEG)
    frames = []
    while True:
        found, frame = capture.read()
        if not found:
            return frames
        frames.append(numpy.ascontiguousarray(frame[:, :, ::-1]))


def cli_frames(path, size):
    # As OpenCV 5 has it: not turned by the display matrix, and by way of BGR (RGB differs beyond 8 bits).
    command = ["ffmpeg", "-nostdin", "-v", "error", "-noautorotate", "-i", path, "-map", "0:v:0", "-vsync", "passthrough",
               "-sws_flags", "bicubic", "-f", "rawvideo", "-pix_fmt", "bgr24", "-"]
    data = subprocess.run(command, check=True, capture_output=True).stdout
    shape = (-1, size[1], size[0], 3)
    return [numpy.ascontiguousarray(frame[:, :, ::-1]) for frame in numpy.frombuffer(data, numpy.uint8).reshape(shape)]


def shown_times(path):
    command = ["ffprobe", "-v", "error", "-select_streams", "v:0", "-show_entries",
               "frame=best_effort_timestamp_time", "-of", "csv=p=0", path]
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    if any(line.startswith("N/A") for line in lines):
        return None  # The container holds no times of its own: a picture, or an AVI with B-frames.
    times = [float(line.rstrip(",")) for line in lines]
    return [round((time - times[0]) * 1000, 3) for time in times]


def reference(path):
    opencv = opencv_frames(path)
    if not opencv:
        sys.exit(f"{path}: OpenCV read no frame")
    size = [opencv[0].shape[1], opencv[0].shape[0]]
    cli = cli_frames(path, size)
    gaps = [float(numpy.abs(a.astype(int) - b).mean()) for a, b in zip(opencv, cli)]
    return {
        "name": os.path.basename(path), "width": size[0], "height": size[1], "times": shown_times(path),
        "opencv": [digest(frame) for frame in opencv], "ffmpeg": [digest(frame) for frame in cli],
        "gap": round(max(gaps), 4),
    }


def main():
    out = os.path.join(sys.argv[1], "video")
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    make(out)
    make_lies(out)
    named = [*VARIANTS, *SINGLES, "h264_edit_list.mp4", "h264_heads_repeated.mp4", "h264_heads_once.mp4",
             *(f"h264_rotated_{turn}.mp4" for turn in (90, 180, 270))]
    paths = [os.path.join(out, name) for name in named] + [AVI, os.path.join(CLIPS, "a4c_h264_120f.mp4")]
    references = [reference(path) for path in paths]
    with open(os.path.join(out, "references.json"), "w") as file:
        json.dump({"opencv": cv2.__version__, "clips": references}, file, indent=1)


main()
