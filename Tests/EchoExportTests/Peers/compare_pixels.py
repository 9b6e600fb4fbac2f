"""Whether pydicom reads CLIP to the RGB bytes of WANTED, within MOST gray levels of luminance in the mean of any frame.

    compare_pixels.py CLIP WANTED MOST
"""
import sys

import numpy as np
from pydicom import dcmread
from pydicom.pixels import pixel_array

clip, wanted, most = sys.argv[1:]
dataset = dcmread(clip)
found = pixel_array(dataset)  # YBR becomes RGB
if dataset.get("NumberOfFrames", 1) == 1:
    found = found[None]
if dataset.SamplesPerPixel == 1:
    found = np.repeat(found[..., None], 3, axis=-1)
wanted = np.fromfile(wanted, np.uint8).reshape(found.shape)
if float(most) == 0:
    differences = np.abs(found.astype(float) - wanted)
else:
    differences = np.abs((found.astype(float) - wanted) @ [0.299, 0.587, 0.114])
worst = differences.reshape(len(found), -1).mean(axis=1).max()
if worst > float(most):
    sys.exit(f"{worst:.3f} gray levels, at most {most} are expected")
