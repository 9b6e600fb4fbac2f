"""Whether pydicom reads every frame of simulated ultrasound files: read_dicom.py FILE ..."""
import sys

from pydicom import dcmread
from pydicom.pixels import pixel_array
from pydicom.uid import UltrasoundImageStorage, UltrasoundMultiFrameImageStorage

for path in sys.argv[1:]:
    dataset = dcmread(path)
    frames = int(dataset.get("NumberOfFrames", 1))
    expected = UltrasoundMultiFrameImageStorage if frames > 1 else UltrasoundImageStorage
    if dataset.SOPClassUID != expected:
        sys.exit(f"{frames} frames in a {dataset.SOPClassUID.name}")
    pixels = pixel_array(dataset).reshape(frames, dataset.Rows, dataset.Columns, -1)
    if any(frame.std() < 1 for frame in pixels):
        sys.exit("a frame is of one color")
    if "simulat" not in str(dataset).lower():
        sys.exit("nothing in the file says that it is simulated")
print(f"{len(sys.argv) - 1} files")
