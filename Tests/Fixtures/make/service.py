"""Makes OUTDIR/service: clips for ingest and embedding, out of the committed ones.

run/         ten short clips of five studies and three patients, each with frames of its own
banner_*.dcm one clip under two different text banners, pixels in the sector untouched
color.dcm, spectral.dcm   the same patient's clips of other kinds
report.dcm   a structured report of the study of the two committed A4C files
hostile/     what an archive holds beside clips
"""

import struct
import sys
from pathlib import Path

import cv2
import numpy as np
from pydicom import dcmread
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate, generate_frames
from pydicom.pixels import pixel_array
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian

CLIPS = Path(__file__).resolve().parent.parent / "clips"
ROOT = "1.2.826.0.1.3680043.8.498.7"


def identify(dataset, number, study, patient):
    dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = f"{ROOT}.1.{number}"
    dataset.StudyInstanceUID = f"{ROOT}.2.{study}"
    dataset.SeriesInstanceUID = f"{ROOT}.3.{study}"
    dataset.PatientID = f"PATIENT-{patient}"
    dataset.StudyDate = f"2024010{study}"
    dataset.AccessionNumber = f"ACC{study}"


def make_run(out):
    out.mkdir(exist_ok=True)
    for number in range(10):
        dataset = dcmread(CLIPS / "a4c_ybr422_jpeg_30f.dcm")
        frames = list(generate_frames(dataset.PixelData, number_of_frames=30))[number * 2:number * 2 + 4]
        identify(dataset, number, number // 2 + 1, number // 4 + 1)
        dataset.NumberOfFrames = len(frames)
        dataset.PixelData = encapsulate(frames)
        dataset.save_as(out / f"clip_{number}.dcm")


def uncompressed(frames, name, number, study, change=lambda dataset: None):
    dataset = dcmread(CLIPS / "a4c_ybr422_jpeg_30f.dcm")
    identify(dataset, number, study, 9)
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.PhotometricInterpretation, dataset.PlanarConfiguration = "RGB", 0
    dataset.NumberOfFrames, dataset.Rows, dataset.Columns = frames.shape[:3]
    dataset.PixelData = np.ascontiguousarray(frames).tobytes()
    dataset["PixelData"].is_undefined_length = False
    if "SequenceOfUltrasoundRegions" in dataset:
        del dataset.SequenceOfUltrasoundRegions
    change(dataset)
    dataset.save_as(name)


def make_banners(out):
    frames = pixel_array(dcmread(CLIPS / "a4c_jpeg_120f.dcm"))[0:16:2].copy()
    for number, (name, lines) in enumerate(
            {"a": ("DOE JOHN 1234567", "HR 61"), "b": ("ROSSI MARIA 99", "BP 120/80 LAB 4 EAST")}.items()):
        painted = frames.copy()
        for frame in painted:
            cv2.putText(frame, lines[0], (90, 20), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (255, 255, 255), 2)
            cv2.putText(frame, lines[1], (90, 470), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (255, 255, 0), 2)
            # Beside the sector's apex, where the model's crop would show it.
            cv2.putText(frame, lines[0][:12], (132, 66), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (255, 255, 255), 1)
            cv2.putText(frame, lines[1][:8], (430, 66), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (255, 255, 0), 1)
        uncompressed(painted, out / f"banner_{name}.dcm", 100 + number, 6 + number)


def make_kinds(out):
    frames = pixel_array(dcmread(CLIPS / "a4c_ybr422_jpeg_30f.dcm"))[0:12:2].copy()
    flow = frames.copy()
    for place, frame in enumerate(flow):
        cv2.circle(frame, (150, 120), 12 + 6 * (place % 3), (230, 20, 20), -1)
        cv2.circle(frame, (190, 150), 24 - 6 * (place % 3), (20, 30, 230), -1)
    uncompressed(flow, out / "color.dcm", 110, 8)

    def spectral(dataset):
        dataset.ImageType = ["ORIGINAL", "PRIMARY", "", "0008"]

    uncompressed(frames, out / "spectral.dcm", 111, 8, spectral)


def make_report(out):
    dataset = dcmread(out.parent / "dicom" / "report.dcm")
    dataset.StudyInstanceUID = dcmread(CLIPS / "a4c_jpeg_120f.dcm", stop_before_pixels=True).StudyInstanceUID
    dataset.save_as(out / "report.dcm")


def make_hostile(out):
    out.mkdir(exist_ok=True)
    good = (CLIPS / "a4c_ybr422_jpeg_30f.dcm").read_bytes()
    (out / "zero.dcm").write_bytes(b"")
    (out / "blank.avi").write_bytes(bytes(70_000))
    (out / "notes.avi").write_text("A text that calls itself a clip.\n" * 9)
    (out / "really_a_dicom.mp4").write_bytes(good[:100_000])
    (out / "page.html").write_text("<!DOCTYPE html><html><body>No clip</body></html>")
    # A zip whose one member says that it is encrypted (bit 0 of the flags).
    name, body = b"clip.dcm", bytes(range(64))
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 1, 0, 0, 0, 0, 64, 64, len(name), 0) + name + body
    entry = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 1, 0, 0, 0, 0, 64, 64, len(name), 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 1, 1, len(entry), len(local), 0)
    (out / "locked.zip").write_bytes(local + entry + end)
    directory = Dataset()
    directory.file_meta = FileMetaDataset()
    directory.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    directory.file_meta.MediaStorageSOPClassUID = "1.2.840.10008.1.3.10"
    directory.file_meta.MediaStorageSOPInstanceUID = f"{ROOT}.9"
    directory.FileSetID = "ARCHIVE"
    directory.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity = 0
    directory.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity = 0
    directory.FileSetConsistencyFlag = 0
    directory.DirectoryRecordSequence = Sequence()
    directory.save_as(out / "DICOMDIR", enforce_file_format=True)


def main():
    out = Path(sys.argv[1]) / "service"
    out.mkdir(parents=True, exist_ok=True)
    make_run(out / "run")
    make_banners(out)
    make_kinds(out)
    make_report(out)
    make_hostile(out / "hostile")


main()
