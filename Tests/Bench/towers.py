"""The peers' model: open_clip with the formula weights that `echoseek model formula` writes, and its ONNX files."""
import os
import warnings

warnings.filterwarnings("ignore")
import numpy as np  # noqa: E402
import torch  # noqa: E402

try:
    import torchvision  # noqa: F401
except RuntimeError:
    # PyPI's torchvision is built for GPUs; with a torch for CPUs two of its operators are missing, which nothing here
    # calls: named, they are enough for the import.
    LIBRARY = torch.library.Library("torchvision", "FRAGMENT")
    for operator in ("nms(Tensor a, Tensor b, float c) -> Tensor", "qnms(Tensor a, Tensor b, float c) -> Tensor"):
        LIBRARY.define(operator)
import open_clip  # noqa: E402

MEAN = np.array([0.48145466, 0.4578275, 0.40821073], np.float32).reshape(3, 1, 1)
DEVIATION = np.array([0.26862954, 0.26130258, 0.27577711], np.float32).reshape(3, 1, 1)


def model(work):
    from safetensors.torch import load_file

    made = open_clip.create_model("convnext_base", pretrained=None)
    made.load_state_dict(load_file(f"{work}/formula/open_clip_model.safetensors"), strict=False)
    return made.eval()


class Image(torch.nn.Module):
    def __init__(self, made):
        super().__init__()
        self.visual = made.visual

    def forward(self, pictures):
        return torch.nn.functional.normalize(self.visual(pictures), dim=-1)


class Text(torch.nn.Module):
    def __init__(self, made):
        super().__init__()
        self.made = made

    def forward(self, ids):
        return torch.nn.functional.normalize(self.made.encode_text(ids), dim=-1)


def normalized(pixels):
    """[n, side, side, 3] bytes, in the order the model is fed, to what the tower takes."""
    return ((pixels.transpose(0, 3, 1, 2).astype(np.float32) / 255 - MEAN) / DEVIATION).astype(np.float32)


def references(work, pixels, texts_by_tokens):
    made = model(work)
    pictures = normalized(pixels)
    np.save(f"{work}/pictures.npy", pictures)
    with torch.no_grad():
        np.save(f"{work}/reference_image.npy", Image(made)(torch.from_numpy(pictures)).numpy())
        for tokens, ids in texts_by_tokens.items():
            np.save(f"{work}/reference_text{tokens}.npy", Text(made)(torch.from_numpy(ids)).numpy())
    return made


def onnx_files(work, made, towers, kinds):
    """Writes each tower as ONNX, and as the quantized files that `kinds` names."""
    examples = {"image": lambda n: torch.from_numpy(np.load(f"{work}/pictures.npy")[n % 8:n % 8 + 2]),
                "text": lambda n: torch.randint(1, 49000, (2, 77))}
    for tower in towers:
        path = f"{work}/{tower}.onnx"
        module = Image(made) if tower == "image" else Text(made)
        if not os.path.exists(path):
            torch.onnx.export(module, (examples[tower](0),), path, input_names=["x"], output_names=["y"],
                              dynamic_axes={"x": {0: "n"}, "y": {0: "n"}}, opset_version=20, dynamo=False)
        if "onnxruntime-int8-dynamic" in kinds and not os.path.exists(f"{work}/{tower}_dynamic.onnx"):
            from onnxruntime.quantization import QuantType, quantize_dynamic

            quantize_dynamic(path, f"{work}/{tower}_dynamic.onnx", weight_type=QuantType.QInt8, per_channel=True,
                             op_types_to_quantize=["MatMul", "Gemm"])
        if "onnxruntime-int8-static" in kinds and not os.path.exists(f"{work}/{tower}_static.onnx"):
            from onnxruntime.quantization import CalibrationDataReader, QuantFormat, QuantType, quantize_static

            class Reader(CalibrationDataReader):
                def __init__(self):
                    self.left = iter([{"x": examples[tower](n).numpy()} for n in range(6)])

                def get_next(self):
                    return next(self.left, None)

            quantize_static(path, f"{work}/{tower}_static.onnx", Reader(), quant_format=QuantFormat.QDQ,
                            per_channel=True, activation_type=QuantType.QUInt8, weight_type=QuantType.QInt8,
                            op_types_to_quantize=["MatMul", "Gemm"])
        if any(kind.startswith("openvino") for kind in kinds) and not os.path.exists(f"{work}/{tower}_f32.xml"):
            import openvino

            openvino.save_model(openvino.Core().read_model(path), f"{work}/{tower}_f32.xml", compress_to_fp16=False)
        if "openvino-int8" in kinds and not os.path.exists(f"{work}/{tower}_int8.xml"):
            import nncf
            import openvino

            quantized = nncf.quantize(
                openvino.Core().read_model(path), nncf.Dataset([examples[tower](n).numpy() for n in range(6)]),
                model_type=nncf.ModelType.TRANSFORMER, subset_size=6)
            openvino.save_model(quantized, f"{work}/{tower}_int8.xml")
