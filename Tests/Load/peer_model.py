"""The peer's model: open_clip with the weights of one of our model folders, and how it reads a clip and a text."""

import io
import json
import pathlib
import sys
import warnings

warnings.filterwarnings("ignore")
import cv2  # noqa: E402
import numpy as np  # noqa: E402
import pydicom  # noqa: E402
import torch  # noqa: E402
from pydicom.encaps import generate_frames  # noqa: E402

try:
    import torchvision  # noqa: F401
except RuntimeError:
    # PyPI's torchvision is built for GPUs; with a torch for CPUs two of its operators are missing, which nothing here
    # calls: named, they are enough for the import.
    LIBRARY = torch.library.Library("torchvision", "FRAGMENT")
    for operator in ("nms(Tensor a, Tensor b, float c) -> Tensor", "qnms(Tensor a, Tensor b, float c) -> Tensor"):
        LIBRARY.define(operator)
import open_clip  # noqa: E402
from safetensors.torch import load_file  # noqa: E402
from timm.models import register_model  # noqa: E402
from timm.models.convnext import _create_convnext  # noqa: E402


class Model:
    """Towers in eval mode; texts and clips to unit vectors."""

    def __init__(self, folder):
        folder = pathlib.Path(folder)
        manifest = json.loads((folder / "manifest.json").read_text())
        shape, self.rule = manifest["configuration"], manifest["preprocessing"]
        self.side = shape["vision"]["imageSize"]
        self.mean = np.array(shape["mean"], np.float32)
        self.deviation = np.array(shape["standardDeviation"], np.float32)
        self.towers = towers(shape)
        load(self.towers, folder / manifest["weights"]["name"])
        self.tokens = tokenizer(folder, shape["text"])

    def texts(self, texts):
        """[texts, dimension], unit length."""
        with torch.inference_mode():
            return self.towers.encode_text(self.tokens(texts), normalize=True).numpy()

    def frames(self, data):
        """The frames of a DICOM file that the model is shown, [frames, 3, side, side]; only those are decoded."""
        dataset = pydicom.dcmread(io.BytesIO(data))
        total = int(dataset.get("NumberOfFrames", 1))
        coded = list(generate_frames(dataset.PixelData, number_of_frames=total))
        shown = [self.picture(coded[place]) for place in places(self.rule["frames"], total)]
        pixels = np.stack(shown).astype(np.float32) / 255
        return torch.from_numpy(((pixels - self.mean) / self.deviation).transpose(0, 3, 1, 2).copy())

    def picture(self, coded):
        """The middle square, its zoom cut off, scaled by bicubic interpolation."""
        picture = cv2.imdecode(np.frombuffer(coded, np.uint8), cv2.IMREAD_COLOR)
        if self.rule["channels"] == "rgb":
            picture = cv2.cvtColor(picture, cv2.COLOR_BGR2RGB)
        height, width = picture.shape[:2]
        off = round(abs(height - width) / 2)
        if width > height:
            picture = picture[:, off : width - off]
        elif height > width:
            picture = picture[off : height - off]
        across, down = (int(picture.shape[axis] * self.rule["zoom"]) for axis in (1, 0))
        picture = picture[down : picture.shape[0] - down, across : picture.shape[1] - across]
        return cv2.resize(picture, (self.side, self.side), interpolation=cv2.INTER_CUBIC)

    def clips(self, clips):
        """Several clips' frames at once; each clip's vector is the mean of its frames' unit vectors, made unit."""
        with torch.inference_mode():
            found = self.towers.encode_image(torch.cat(clips), normalize=True)
            means = torch.stack([part.mean(0) for part in found.split([len(clip) for clip in clips])])
            return torch.nn.functional.normalize(means, dim=-1).numpy()


def places(rule, total):
    """The frames that a rule takes of a clip."""
    if rule == "reference":
        return range(0, min(40, total), 2)
    count = int(rule.removeprefix("uniform:"))
    if total <= count:
        return range(total)
    return [(2 * i * (total - 1) + count - 1) // (2 * (count - 1)) for i in range(count)]


def towers(shape):
    """open_clip's model of this shape; its picture tower is timm's ConvNeXt."""
    vision, text = shape["vision"], shape["text"]

    @register_model
    def convnext_served(pretrained=False, **options):
        options = options | {"depths": vision["depths"], "dims": vision["widths"]}
        return _create_convnext("convnext_served", pretrained=False, **options)

    return open_clip.CLIP(
        embed_dim=shape["embedDimension"],
        vision_cfg={
            "timm_model_name": "convnext_served",
            "timm_pool": "",
            "timm_proj": "linear",
            "image_size": vision["imageSize"],
        },
        text_cfg={
            "context_length": text["contextLength"],
            "vocab_size": text["vocabularySize"],
            "width": text["width"],
            "heads": text["heads"],
            "layers": text["layers"],
        },
    ).eval()


def load(model, path):
    weights = {name: tensor.float() for name, tensor in load_file(path).items()}
    missing, unknown = model.load_state_dict(weights, strict=False)
    if unknown or set(missing) - {"logit_scale", "attn_mask"}:
        raise SystemExit(f"the weights do not fit open_clip's model: without {missing}, beyond it {unknown}")


def tokenizer(folder, text):
    """open_clip's own for its vocabulary, else the one that the model's vocabulary was learnt with."""
    if not (folder / "merges.txt").exists():
        return open_clip.SimpleTokenizer(context_length=text["contextLength"])
    sys.path.insert(0, str(folder / "train"))
    from tokenizer import Tokenizer

    learnt = Tokenizer.load(folder)

    def tokens(texts):
        ids = torch.zeros(len(texts), text["contextLength"], dtype=torch.long)
        for row, one in enumerate(texts):
            found = learnt(one)
            ids[row, : len(found)] = torch.tensor(found)
        return ids

    return tokens
