"""Makes OUTDIR/dicom: the table of transfer syntax x photometric, and each file's reference frames.

Each case is one DICOM file and one reference: raw RGB8, shape [frames, rows, columns, 3]. The coders are
dcmtk's, gdcm's and ffmpeg's tools and openjpeg; the references come from pydicom with pylibjpeg, for MPEG-2,
H.264 and HEVC from the ffmpeg CLI. Lossless cases are also checked against the samples that went in, so that
a reference cannot be wrong in silence. For big-endian files, where pydicom has read 8-bit words wrongly, the
samples that went in are the only reference.
"""

import json
import subprocess
import sys
import zlib
from pathlib import Path

import numpy as np
import pydicom
from openjpeg.utils import encode_array
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate, encapsulate_extended, generate_frames
from pydicom.pixels import (
    apply_color_lut,
    apply_modality_lut,
    apply_voi_lut,
    convert_color_space,
    pixel_array,
)
from pydicom.sequence import Sequence
from pydicom.uid import UID, ExplicitVRBigEndian, ExplicitVRLittleEndian, ImplicitVRLittleEndian

CLIPS = Path(__file__).resolve().parent.parent / "clips"
ROOT = "1.2.840.10008.1.2"
SYNTAX = {
    "implicit": ROOT,
    "explicit": ROOT + ".1",
    "deflated": ROOT + ".1.99",
    "big-endian": ROOT + ".2",
    "rle": ROOT + ".5",
    "baseline": ROOT + ".4.50",
    "extended": ROOT + ".4.51",
    "lossless-14": ROOT + ".4.57",
    "lossless-sv1": ROOT + ".4.70",
    "jpeg-ls": ROOT + ".4.80",
    "jpeg-ls-near": ROOT + ".4.81",
    "jpeg-2000-lossless": ROOT + ".4.90",
    "jpeg-2000": ROOT + ".4.91",
    "mpeg2": ROOT + ".4.100",
    "mpeg2-high": ROOT + ".4.101",
    "h264": ROOT + ".4.102",
    "h264-bd": ROOT + ".4.103",
    "h264-4.2": ROOT + ".4.104",
    "hevc": ROOT + ".4.107",
    "hevc-10": ROOT + ".4.108",
}
FRAMES = 3
UID_OF_ALL = "1.2.826.0.1.3680043.10.1.1"


def run(*command):
    done = subprocess.run([str(word) for word in command], capture_output=True)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}\n{done.stderr.decode(errors='replace')}")
    return done.stdout


# --- pictures ---


def echo():
    """Three frames of the committed clip, cut to the sector: [3, 160, 200, 3]."""
    dataset = pydicom.dcmread(CLIPS / "a4c_ybr422_jpeg_30f.dcm")
    return pixel_array(dataset)[:FRAMES, 40:200, 60:260].copy()


def doppler(rows, columns):
    """A colored sector on black, different in each frame."""
    y, x = np.mgrid[0:rows, 0:columns].astype(float)
    frames = []
    for frame in range(FRAMES):
        inside = np.hypot(x - columns / 2, y) < rows * 0.9
        inside &= abs(x - columns / 2) < y * 0.7
        gray = 90 + 60 * np.sin(x / 5 + frame) * np.cos(y / 7)
        picture = np.stack([gray, gray, gray], -1)
        flow = np.hypot(x - columns / 2 - frame, y - rows / 2) < rows / 5
        picture[flow] = np.stack([200 - x, 30 + y, 60 + 2 * frame + x], -1)[flow]
        picture[~inside] = 0
        frames.append(np.clip(picture, 0, 255))
    return np.array(frames).astype(np.uint8)


def ramp(rows, columns, low, high, dtype):
    """A gray field from low to high, turned from frame to frame."""
    field = np.linspace(low, high, rows * columns).reshape(rows, columns)
    return np.stack([np.roll(field, 17 * frame, axis=1) for frame in range(FRAMES)]).round().astype(dtype)


# --- data sets ---


def dataset(samples, photometric, *, stored=None, planar=0, syntax="explicit"):
    """A multi-frame ultrasound data set around samples of shape [frames, rows, columns(, 3)]."""
    made = Dataset()
    made.SOPClassUID = "1.2.840.10008.5.1.4.1.1.3.1"
    made.SOPInstanceUID = UID_OF_ALL
    made.StudyInstanceUID = "1.2.826.0.1.3680043.10.1.2"
    made.SeriesInstanceUID = "1.2.826.0.1.3680043.10.1.3"
    made.Modality = "US"
    made.PatientID = "TEST"
    made.PatientName = "Test^Made"
    made.StudyDate = "20240102"
    made.FrameTime = "40"
    made.FrameIncrementPointer = 0x00181063
    made.NumberOfFrames, made.Rows, made.Columns = samples.shape[:3]
    made.SamplesPerPixel = 3 if samples.ndim == 4 else 1
    if made.SamplesPerPixel == 3:
        made.PlanarConfiguration = planar
    made.PhotometricInterpretation = photometric
    made.BitsAllocated = samples.dtype.itemsize * 8
    made.BitsStored = stored or made.BitsAllocated
    made.HighBit = made.BitsStored - 1
    made.PixelRepresentation = int(samples.dtype.kind == "i")
    if planar and samples.ndim == 4:
        samples = np.moveaxis(samples, -1, 1)
    order = ">" if syntax == "big-endian" else "<"
    data = samples.astype(samples.dtype.newbyteorder(order)).tobytes()
    made.file_meta = FileMetaDataset()
    made.file_meta.MediaStorageSOPClassUID = made.SOPClassUID
    made.file_meta.MediaStorageSOPInstanceUID = made.SOPInstanceUID
    made.file_meta.TransferSyntaxUID = UID(SYNTAX[syntax])
    put(made, data, words=made.BitsAllocated == 16 or syntax != "explicit")
    return made


def put(made, data, words):
    data += b"\0" * (len(data) % 2)
    if made.file_meta.TransferSyntaxUID == ExplicitVRBigEndian and words and made.BitsAllocated == 8:
        data = np.frombuffer(data, np.uint16).byteswap().tobytes()
    made.PixelData = data
    made["PixelData"].VR = "OW" if words else "OB"


def save(made, path):
    uid = made.file_meta.TransferSyntaxUID
    pydicom.dcmwrite(
        path,
        made,
        implicit_vr=uid == ImplicitVRLittleEndian,
        little_endian=uid != ExplicitVRBigEndian,
        enforce_file_format=True,
    )


def with_palette(made, tables, bits, first=0):
    for name, table in zip(("Red", "Green", "Blue"), tables):
        setattr(made, f"{name}PaletteColorLookupTableDescriptor", [len(table) % 65536, first, bits])
        made[f"{name}PaletteColorLookupTableDescriptor"].VR = "US"
        order = ">" if made.file_meta.TransferSyntaxUID == ExplicitVRBigEndian else "<"
        if bits == 8:
            packed = np.asarray(table, np.uint8).tobytes()
            if order == ">":
                packed = np.frombuffer(packed, np.uint16).byteswap().tobytes()
        else:
            packed = np.asarray(table, order + "u2").tobytes()
        setattr(made, f"{name}PaletteColorLookupTableData", packed)
        made[f"{name}PaletteColorLookupTableData"].VR = "OW"
    return made


def lookup(entries, first, bits):
    item = Dataset()
    item.LUTDescriptor = [len(entries), first, bits]
    item["LUTDescriptor"].VR = "US"
    item.LUTData = np.asarray(entries, "<u2").tobytes()
    item["LUTData"].VR = "OW"
    return Sequence([item])


# --- references ---


def gray_reference(made, samples):
    """pydicom's modality and VOI transforms, scaled from their whole range to 8 bits."""
    values = apply_modality_lut(samples, made)
    if "ModalityLUTSequence" in made:
        low, high = 0, 2 ** made.ModalityLUTSequence[0].LUTDescriptor[2] - 1
    else:
        low = -(2 ** (made.BitsStored - 1)) if made.PixelRepresentation else 0
        high = low + 2**made.BitsStored - 1
        slope, intercept = float(made.get("RescaleSlope", 1)), float(made.get("RescaleIntercept", 0))
        low, high = sorted((low * slope + intercept, high * slope + intercept))
    values = apply_voi_lut(values, made)
    if "VOILUTSequence" in made:
        low, high = 0, 2 ** made.VOILUTSequence[0].LUTDescriptor[2] - 1
    scaled = np.floor((values.astype(np.float64) - low) / (high - low) * 255 + 0.5)
    scaled = np.clip(scaled, 0, 255).astype(np.uint8)
    if made.PhotometricInterpretation == "MONOCHROME1":
        scaled = 255 - scaled
    return np.repeat(scaled[..., None], 3, -1)


def shown(made, samples):
    """Samples as decoded, before any color conversion, to RGB8 by pydicom's functions."""
    photometric = made.PhotometricInterpretation
    if photometric.startswith("MONOCHROME"):
        return gray_reference(made, samples)
    if photometric == "PALETTE COLOR":
        colors = apply_color_lut(samples, made)
        return (colors >> 8).astype(np.uint8) if colors.dtype == np.uint16 else colors
    if photometric in ("YBR_FULL", "YBR_FULL_422"):
        return np.stack([convert_color_space(frame, "YBR_FULL", "RGB") for frame in samples])
    if samples.dtype == np.uint16:
        most = 2**made.BitsStored - 1
        return ((samples.astype(np.uint32) * 510 + most) // (2 * most)).astype(np.uint8)
    return samples


def by_pydicom(path):
    """What pydicom and pylibjpeg make of a file."""
    made = pydicom.dcmread(path)
    if (
        made.PhotometricInterpretation in ("MONOCHROME1", "MONOCHROME2", "PALETTE COLOR")
        or made.BitsAllocated == 16
    ):
        decoded = pixel_array(made, raw=True)
    else:
        return frames_of(made, pixel_array(made))
    return shown(made, frames_of(made, decoded))


def frames_of(made, decoded):
    return decoded if int(made.get("NumberOfFrames", 1)) > 1 else decoded[None]


class Table:
    """The cases made so far."""

    def __init__(self, folder):
        self.folder = folder
        self.cases = []

    def path(self, name):
        return self.folder / f"{name}.dcm"

    def add(self, name, syntax, photometric, reference, *, lossless, truth=None, note=""):
        if truth is not None and lossless and not np.array_equal(reference, truth):
            worst = np.abs(reference.astype(int) - truth.astype(int)).max()
            sys.exit(f"{name}: the reference differs by {worst} from what went in")
        found = pydicom.dcmread(self.path(name), stop_before_pixels=True).file_meta.TransferSyntaxUID
        if found != SYNTAX[syntax]:
            sys.exit(f"{name}: transfer syntax {found} instead of {SYNTAX[syntax]}")
        reference = np.ascontiguousarray(reference, np.uint8)
        reference.tofile(self.folder / f"{name}.rgb")
        frames, rows, columns, _ = reference.shape
        self.cases.append(
            {
                "name": name,
                "syntax": syntax,
                "photometric": photometric,
                "lossless": lossless,
                "frames": frames,
                "rows": rows,
                "columns": columns,
                "note": note,
            }
        )

    def plain(self, name, made, syntax, truth, **settings):
        """Writes a data set as it is; pydicom reads it back as the reference."""
        made.file_meta.TransferSyntaxUID = UID(SYNTAX[syntax])
        save(made, self.path(name))
        reference = truth if syntax == "big-endian" else by_pydicom(self.path(name))
        self.add(
            name, syntax, made.PhotometricInterpretation, reference, lossless=True, truth=truth, **settings
        )

    def coded(self, name, source, syntax, command, *, lossless, photometric=None, truth=None, note=""):
        """Runs a coder over a file made before; pydicom reads the result as the reference."""
        # Coders give a lossy picture a new random UID; ours stays, so that each run makes the same bytes.
        keep = ["+un"] if command[0] in ("dcmcjpeg", "dcmcjpls") else []
        run(*command, *keep, self.path(source), self.path(name))
        made = pydicom.dcmread(self.path(name))
        if command[0] == "gdcmconv":
            made.SOPInstanceUID = UID_OF_ALL
            made.file_meta.MediaStorageSOPInstanceUID = UID_OF_ALL
            save(made, self.path(name))
        self.add(
            name,
            syntax,
            photometric or made.PhotometricInterpretation,
            by_pydicom(self.path(name)),
            lossless=lossless,
            truth=truth,
            note=note,
        )


# --- the table ---


def uncompressed(table, pictures):
    for size, rgb in pictures.items():
        for syntax in ("implicit", "explicit", "big-endian", "deflated"):
            made = dataset(rgb, "RGB", syntax=syntax)
            table.plain(f"rgb-{size}-{syntax}", made, syntax, rgb)
        table.plain(f"rgb-planar-{size}", dataset(rgb, "RGB", planar=1), "explicit", rgb)
        ybr = np.stack([convert_color_space(frame, "RGB", "YBR_FULL") for frame in rgb])
        back = np.stack([convert_color_space(frame, "YBR_FULL", "RGB") for frame in ybr])
        table.plain(f"ybr-{size}", dataset(ybr, "YBR_FULL"), "explicit", back)
        table.plain(f"ybr-planar-{size}", dataset(ybr, "YBR_FULL", planar=1), "implicit", back)
        table.plain(f"ybr-{size}-be", dataset(ybr, "YBR_FULL", syntax="big-endian"), "big-endian", back)
    deflated_tail(table)
    halved(table, pictures["echo"])
    made = dataset(pictures["odd"].astype(np.uint16) * 257, "RGB")
    table.plain("rgb-16-odd", made, "explicit", shown(made, pictures["odd"].astype(np.uint16) * 257))


def deflated_tail(table):
    """A black picture whose last byte of code makes 40 bytes and more beyond the first 256 KiB of output."""

    def plain(rows):
        made = dataset(np.zeros((2, rows, 32), np.uint8), "MONOCHROME2", syntax="deflated")
        table.plain("deflated-tail", made, "deflated", np.zeros((2, rows, 32, 3), np.uint8))
        data = path.read_bytes()
        meta = 144 + int.from_bytes(data[140:144], "little")
        return data[:meta], zlib.decompress(data[meta:], -zlib.MAX_WBITS)

    path = table.folder / "deflated-tail.dcm"
    rows = 4096 - (len(plain(4000)[1]) - 4000 * 64 - 40) // 64
    table.cases.pop()
    meta, inflated = plain(rows)
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    head = packer.compress(inflated[:2048]) + packer.flush(zlib.Z_FULL_FLUSH)
    path.write_bytes(meta + head + packer.compress(inflated[2048:]) + packer.flush())


def halved(table, rgb):
    ybr = np.stack([convert_color_space(frame, "RGB", "YBR_FULL") for frame in rgb])
    ybr[:, :, 1::2, 1:] = ybr[:, :, ::2, 1:]
    back = np.stack([convert_color_space(frame, "YBR_FULL", "RGB") for frame in ybr])
    made = dataset(ybr, "YBR_FULL_422")
    pairs = np.stack([ybr[:, :, ::2, 0], ybr[:, :, 1::2, 0], ybr[:, :, ::2, 1], ybr[:, :, ::2, 2]], -1)
    put(made, pairs.tobytes(), words=False)
    table.plain("ybr-422-raw", made, "explicit", back)


def grays(table):
    eight = ramp(47, 61, 0, 255, np.uint8)
    twelve = ramp(60, 80, 0, 4095, np.uint16)
    signed = ramp(60, 80, -2000, 2000, np.int16)

    def gray(name, samples, syntax="explicit", photometric="MONOCHROME2", stored=None, **attributes):
        made = dataset(samples, photometric, stored=stored, syntax=syntax)
        for key, value in attributes.items():
            setattr(made, key, value)
        table.plain(name, made, syntax, gray_reference(made, samples))

    for syntax in ("implicit", "explicit", "big-endian", "deflated"):
        gray(f"mono2-8-{syntax}", eight, syntax)
        gray(f"mono2-12-{syntax}", twelve, syntax, stored=12)
    gray("mono1-8", eight, photometric="MONOCHROME1")
    gray(
        "mono1-12-window",
        twelve,
        photometric="MONOCHROME1",
        stored=12,
        WindowCenter="1500",
        WindowWidth="1000",
    )
    gray("mono2-16", ramp(60, 80, 0, 65535, np.uint16))
    gray("mono2-8-window", eight, WindowCenter="100", WindowWidth="81")
    gray("mono2-8-two-windows", eight, WindowCenter=["90", "10"], WindowWidth=["120", "3"])
    gray("mono2-8-threshold", eight, WindowCenter="100", WindowWidth="1")
    gray("mono2-12-window", twelve, stored=12, WindowCenter="2000.5", WindowWidth="1700")
    gray(
        "mono2-12-exact",
        twelve,
        stored=12,
        WindowCenter="2000",
        WindowWidth="1700",
        VOILUTFunction="LINEAR_EXACT",
    )
    gray(
        "mono2-12-sigmoid",
        twelve,
        stored=12,
        WindowCenter="2000",
        WindowWidth="900",
        VOILUTFunction="SIGMOID",
    )
    gray(
        "mono2-12-rescale",
        twelve,
        stored=12,
        RescaleSlope="0.5",
        RescaleIntercept="-300",
        WindowCenter="300",
        WindowWidth="900",
    )
    gray("mono2-12-negative-slope", twelve, stored=12, RescaleSlope="-1", RescaleIntercept="4095")
    gray("mono2-signed-13", signed, stored=13, WindowCenter="100", WindowWidth="2500")
    gray("mono2-signed-16", signed)
    gray(
        "mono2-12-voi-lut",
        twelve,
        stored=12,
        VOILUTSequence=lookup((np.linspace(0, 1, 4000) ** 2 * 65535).round(), 48, 16),
        WindowCenter="1",
        WindowWidth="2",
    )
    gray("mono2-8-modality-lut", eight, ModalityLUTSequence=lookup(np.arange(256)[::-1] * 257, 0, 16))


def palettes(table):
    index = ramp(47, 61, 0, 255, np.uint8)
    levels = np.arange(256)
    wide = [levels * 257, levels[::-1] * 257, (levels * 5 % 256) * 257]
    narrow = [table_ // 257 for table_ in wide]
    for syntax in ("implicit", "explicit", "big-endian"):
        for name, tables, bits in (("16", wide, 16), ("8", narrow, 8)):
            made = with_palette(dataset(index, "PALETTE COLOR", syntax=syntax), tables, bits)
            truth = np.stack([np.asarray(channel, np.uint8)[index] for channel in narrow], -1)
            table.plain(f"palette-8-{name}-{syntax}", made, syntax, truth)
    made = with_palette(dataset(index, "PALETTE COLOR"), [t[:100] for t in wide], 16, first=50)
    clipped = np.clip(index.astype(int) - 50, 0, 99)
    truth = np.stack([np.asarray(channel, np.uint8)[clipped] for channel in narrow], -1)
    table.plain("palette-8-short", made, "explicit", truth)
    deep = ramp(60, 80, 0, 65535, np.uint16)
    tables = [np.arange(65536), np.arange(65536)[::-1], np.arange(65536) * 3 % 65536]
    made = with_palette(dataset(deep, "PALETTE COLOR"), tables, 16)
    truth = np.stack([(channel[deep] >> 8).astype(np.uint8) for channel in tables], -1)
    table.plain("palette-16", made, "explicit", truth)


def compressed(table, pictures):
    truth = pictures["odd"]
    sources = ["rgb-odd-explicit", "rgb-echo-explicit"]
    for source, rgb in zip(sources, (pictures["odd"], pictures["echo"])):
        size = source.split("-")[1]
        table.coded(f"rle-rgb-{size}", source, "rle", ["dcmcrle"], lossless=True, truth=rgb)
        table.coded(
            f"lossless-rgb-{size}", source, "lossless-sv1", ["dcmcjpeg", "+e1"], lossless=True, truth=rgb
        )
        table.coded(
            f"lossless-14-rgb-{size}",
            source,
            "lossless-14",
            ["dcmcjpeg", "+el", "+sv", "4"],
            lossless=True,
            truth=rgb,
        )
        table.coded(f"jpeg-ls-rgb-{size}", source, "jpeg-ls", ["dcmcjpls"], lossless=True, truth=rgb)
        table.coded(
            f"jpeg-ls-near-rgb-{size}",
            source,
            "jpeg-ls-near",
            ["dcmcjpls", "+en", "+md", "3"],
            lossless=True,
            note="two decoders of one lossy stream agree exactly",
        )
        table.coded(
            f"j2k-rgb-{size}", source, "jpeg-2000-lossless", ["gdcmconv", "--j2k"], lossless=True, truth=rgb
        )
        table.coded(
            f"j2k-lossy-rgb-{size}",
            source,
            "jpeg-2000",
            ["gdcmconv", "--j2k", "--lossy", "-q", "70"],
            lossless=False,
        )
        for name, options in {"422": [], "444": ["+s4"], "411": ["+n1"], "rgb": ["+cr"]}.items():
            table.coded(
                f"baseline-{name}-{size}", source, "baseline", ["dcmcjpeg", "+eb", *options], lossless=False
            )
        table.coded(f"extended-8-{size}", source, "extended", ["dcmcjpeg", "+ee", "+be"], lossless=False)
    table.coded("jpeg-ls-lines-odd", sources[0], "jpeg-ls", ["dcmcjpls", "+il"], lossless=True, truth=truth)
    table.coded("jpeg-ls-planes-odd", sources[0], "jpeg-ls", ["dcmcjpls", "+in"], lossless=True, truth=truth)
    for source in (
        "mono2-8-explicit",
        "mono2-12-explicit",
        "mono2-16",
        "mono1-12-window",
        "palette-8-16-explicit",
        "palette-16",
        "ybr-odd",
    ):
        going_in = np.fromfile(table.folder / f"{source}.rgb", np.uint8)
        made = pydicom.dcmread(table.path(source), stop_before_pixels=True)
        going_in = going_in.reshape(FRAMES, made.Rows, made.Columns, 3)
        table.coded(f"rle-{source}", source, "rle", ["dcmcrle"], lossless=True, truth=going_in)
        table.coded(
            f"lossless-{source}",
            source,
            "lossless-sv1",
            ["dcmcjpeg", "+e1", "+cn"],
            lossless=True,
            truth=going_in,
        )
        table.coded(f"jpeg-ls-{source}", source, "jpeg-ls", ["dcmcjpls"], lossless=True, truth=going_in)
        if source != "ybr-odd":
            table.coded(
                f"j2k-{source}",
                source,
                "jpeg-2000-lossless",
                ["gdcmconv", "--j2k"],
                lossless=True,
                truth=going_in,
            )
    table.coded("baseline-mono", "mono2-8-explicit", "baseline", ["dcmcjpeg", "+eb"], lossless=False)
    table.coded(
        "extended-12-mono", "mono2-12-explicit", "extended", ["dcmcjpeg", "+ee", "+bt"], lossless=False
    )
    table.coded(
        "jpeg-ls-near-mono-12",
        "mono2-12-explicit",
        "jpeg-ls-near",
        ["dcmcjpls", "+en", "+md", "5"],
        lossless=True,
    )


def transformed(table, pictures):
    """JPEG 2000 whose coder transforms RGB, which gdcm's does not."""
    for size, rgb in pictures.items():
        for name, tag, options in (
            ("jpeg-2000-lossless", "YBR_RCT", {}),
            ("jpeg-2000", "YBR_ICT", {"compression_ratios": [4]}),
        ):
            made = dataset(rgb, tag)
            made.file_meta.TransferSyntaxUID = UID(SYNTAX[name])
            frames = [
                encode_array(frame, photometric_interpretation=1, use_mct=True, **options) for frame in rgb
            ]
            if any(frame[frame.index(b"\xff\x52") + 8] != 1 for frame in frames):
                sys.exit(f"{name}: no component transform")
            made.PixelData = encapsulate(frames)
            made["PixelData"].is_undefined_length = True
            case = f"{tag.lower().replace('_', '-')}-{size}"
            save(made, table.path(case))
            table.add(
                case,
                name,
                tag,
                by_pydicom(table.path(case)),
                lossless=not options,
                truth=None if options else rgb,
            )


def signed(table):
    """JPEG 2000 whose samples are two's complement."""
    samples = ramp(60, 80, -2000, 2000, np.int16)
    made = dataset(samples, "MONOCHROME2", stored=13)
    made.WindowCenter, made.WindowWidth = "100", "2500"
    truth = gray_reference(made, samples)
    made.file_meta.TransferSyntaxUID = UID(SYNTAX["jpeg-2000-lossless"])
    frames = [
        encode_array(frame, bits_stored=13, photometric_interpretation=2, use_mct=False) for frame in samples
    ]
    made.PixelData = encapsulate(frames)
    made["PixelData"].is_undefined_length = True
    save(made, table.path("j2k-signed-13"))
    table.add(
        "j2k-signed-13",
        "jpeg-2000-lossless",
        "MONOCHROME2",
        by_pydicom(table.path("j2k-signed-13")),
        lossless=True,
        truth=truth,
    )


def fragments(table, rgb):
    """Frames in several fragments, with each kind of offset table and without any."""
    source = "baseline-422-echo"
    coded = pydicom.dcmread(table.path(source))
    frames = list(generate_frames(coded.PixelData, number_of_frames=FRAMES))
    reference = by_pydicom(table.path(source))

    def wrapped(name, data, extended=None):
        made = pydicom.dcmread(table.path(source))
        made.PixelData = data
        made["PixelData"].is_undefined_length = True
        if extended:
            made.ExtendedOffsetTable, made.ExtendedOffsetTableLengths = extended
        save(made, table.path(name))
        table.add(name, "baseline", made.PhotometricInterpretation, reference, lossless=False)

    wrapped("fragments-basic-table", encapsulate(frames, fragments_per_frame=3, has_bot=True))
    wrapped("fragments-no-table", encapsulate(frames, fragments_per_frame=3, has_bot=False))
    data, offsets, lengths = encapsulate_extended(frames)
    wrapped("fragments-extended-table", data, (offsets, lengths))
    lying = bytearray(encapsulate(frames, fragments_per_frame=2, has_bot=True))
    lying[12:16] = (4).to_bytes(4, "little")
    wrapped("fragments-lying-table", bytes(lying))


def lies(table, pictures):
    """Tags that say the wrong color model; the stream's markers, or the dark pixels, say the right one."""
    for source, tag in (
        ("baseline-422-echo", "RGB"),
        ("baseline-444-odd", "RGB"),
        ("baseline-rgb-echo", "YBR_FULL_422"),
        ("baseline-rgb-odd", "YBR_FULL"),
        ("lossless-rgb-echo", "YBR_FULL"),
        ("extended-8-odd", "RGB"),
        ("j2k-rgb-echo", "YBR_FULL"),
        ("rgb-echo-explicit", "YBR_FULL"),
        ("rgb-echo-explicit", "YBR_FULL_422"),
        ("ybr-echo", "RGB"),
        ("rle-rgb-echo", "YBR_FULL"),
        ("jpeg-ls-rgb-echo", "YBR_FULL"),
        ("ybr-rct-echo", "YBR_FULL"),
        ("ybr-ict-odd", "YBR_FULL_422"),
    ):
        case = next(case for case in table.cases if case["name"] == source)
        made = pydicom.dcmread(table.path(source))
        shape = (case["frames"], case["rows"], case["columns"], 3)
        reference = np.fromfile(table.folder / f"{source}.rgb", np.uint8).reshape(shape)
        made.PhotometricInterpretation = tag
        name = f"lie-{source}-as-{tag.lower().replace('_', '-')}"
        save(made, table.path(name))
        table.add(name, case["syntax"], tag, reference, lossless=case["lossless"], note="the tag lies")


def streams(table, rgb):
    """Videos by ffmpeg's coders, read back by the ffmpeg CLI."""
    rows, columns = rgb.shape[1:3]
    longer = np.concatenate([rgb, rgb[::-1]])
    source = table.folder / "stream.raw"
    longer.tofile(source)
    x264 = ["-c:v", "libx264", "-preset", "ultrafast", "-threads", "1"]
    x265 = [
        "-c:v",
        "libx265",
        "-preset",
        "ultrafast",
        "-x265-params",
        "log-level=none:pools=1:frame-threads=1",
    ]
    kinds = {
        "mpeg2": (["-c:v", "mpeg2video", "-q:v", "4", "-bf", "2"], "mpeg2video", "yuv420p"),
        "mpeg2-high": (["-c:v", "mpeg2video", "-q:v", "4"], "mpegts", "yuv420p"),
        "h264": ([*x264, "-bf", "2"], "h264", "yuv420p"),
        "h264-bd": ([*x264, "-bf", "2"], "mpegts", "yuv420p"),
        "h264-4.2": ([*x264, "-bf", "0"], "mp4", "yuv420p"),
        "hevc": (x265, "hevc", "yuv420p"),
        "hevc-10": (x265, "hevc", "yuv420p10le"),
    }
    for name, (coder, container, pixels) in kinds.items():
        coded = table.folder / f"stream.{name}"
        run(
            "ffmpeg",
            "-v",
            "error",
            "-y",
            "-f",
            "rawvideo",
            "-pix_fmt",
            "rgb24",
            "-s",
            f"{columns}x{rows}",
            "-r",
            "25",
            "-i",
            source,
            *coder,
            "-pix_fmt",
            pixels,
            "-flags",
            "+bitexact",
            "-fflags",
            "+bitexact",
            "-f",
            container,
            coded,
        )
        out = run(
            "ffmpeg", "-v", "error", "-i", coded, "-vsync", "0", "-f", "rawvideo", "-pix_fmt", "rgb24", "-"
        )
        reference = np.frombuffer(out, np.uint8).reshape(-1, rows, columns, 3)
        if len(reference) != len(longer):
            sys.exit(f"{name}: ffmpeg decodes {len(reference)} of {len(longer)} frames")
        for lie in (None, 2) if name == "h264" else (None,):
            made = dataset(longer[:1], "YBR_PARTIAL_420", syntax="explicit")
            made.file_meta.TransferSyntaxUID = UID(SYNTAX[name])
            made.NumberOfFrames = lie or len(longer)
            data = coded.read_bytes()
            half = len(data) // 4 * 2
            made.PixelData = encapsulate([data[:half], data[half:]], has_bot=False)
            made["PixelData"].is_undefined_length = True
            case = f"{name}-few-declared" if lie else name
            save(made, table.path(case))
            table.add(
                case,
                name,
                "YBR_PARTIAL_420",
                reference,
                lossless=False,
                note="NumberOfFrames says 2" if lie else container,
            )
        coded.unlink()
    source.unlink()


def real(table):
    """The committed clips, whole or their first frames, as pydicom decodes them."""
    for name in ("a4c_ybr422_jpeg_30f", "plax_still_jpeglossless"):
        made = pydicom.dcmread(CLIPS / f"{name}.dcm")
        reference = by_pydicom(CLIPS / f"{name}.dcm")[:4]
        made.save_as(table.path(name))
        syntax = next(key for key, uid in SYNTAX.items() if uid == made.file_meta.TransferSyntaxUID)
        table.add(
            name,
            syntax,
            made.PhotometricInterpretation,
            reference,
            lossless=syntax != "baseline",
            note="real",
        )


def report(folder):
    """A small structured report in Latin-1."""

    def code(meaning, value="1"):
        item = Dataset()
        item.CodeValue, item.CodingSchemeDesignator, item.CodeMeaning = value, "99TEST", meaning
        return Sequence([item])

    def node(kind, name, children=(), **values):
        item = Dataset()
        item.RelationshipType = "CONTAINS"
        item.ValueType = kind
        item.ConceptNameCodeSequence = code(name)
        for key, value in values.items():
            setattr(item, key, value)
        if children:
            item.ContentSequence = Sequence(children)
        return item

    measured = Dataset()
    measured.NumericValue = "55"
    measured.MeasurementUnitsCodeSequence = code("percent")
    findings = node(
        "CONTAINER",
        "Findings",
        [
            node("TEXT", "Finding", TextValue="The left ventricle is normal in size."),
            node("NUM", "Ejection fraction", MeasuredValueSequence=Sequence([measured])),
            node("CODE", "Rhythm", ConceptCodeSequence=code("Sinus")),
        ],
    )
    made = Dataset()
    made.SpecificCharacterSet = "ISO_IR 100"
    made.SOPClassUID = "1.2.840.10008.5.1.4.1.1.88.11"
    made.SOPInstanceUID = "1.2.826.0.1.3680043.10.1.9"
    made.StudyInstanceUID = "1.2.826.0.1.3680043.10.1.2"
    made.PatientID = "TEST"
    made.Modality = "SR"
    made.ValueType = "CONTAINER"
    made.ConceptNameCodeSequence = code("Echocardiography Report")
    made.ContentSequence = Sequence(
        [findings, node("TEXT", "Conclusion", TextValue="Trac\u00e9 normal.\r\nNo change.")]
    )
    made.file_meta = FileMetaDataset()
    made.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    pydicom.dcmwrite(folder / "report.dcm", made, enforce_file_format=True)


def bomb(folder):
    """A deflated data set of 60 kB that inflates to 64 MB."""
    made = dataset(np.zeros((256, 512, 512), np.uint8), "MONOCHROME2", syntax="deflated")
    save(made, folder / "bomb.dcm")


def main():
    folder = Path(sys.argv[1]) / "dicom"
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.iterdir():
        old.unlink()
    table = Table(folder)
    pictures = {"echo": echo(), "odd": doppler(47, 61)}
    uncompressed(table, pictures)
    grays(table)
    palettes(table)
    compressed(table, pictures)
    transformed(table, pictures)
    signed(table)
    fragments(table, pictures["echo"])
    lies(table, pictures)
    streams(table, pictures["echo"])
    real(table)
    report(folder)
    bomb(folder)
    (folder / "manifest.json").write_text(json.dumps(table.cases, indent=1))
    print(f"{len(table.cases)} DICOM cases")


main()
