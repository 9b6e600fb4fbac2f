"""One peer in one process: loads the model once, then times what it is asked for, line by line.

Started by peers.py as `peer.py ENGINE THREADS WORK`. Reads `TOWER BATCH TOKENS RUNS` from standard input and answers one
JSON line: seconds and processor seconds of each run, and the vectors' smallest cosine against torch in fp32.
"""
import json
import os
import sys
import time
import warnings

warnings.filterwarnings("ignore")
ENGINE, THREADS, WORK = sys.argv[1], int(sys.argv[2]), sys.argv[3]
os.environ["OMP_NUM_THREADS"] = str(THREADS)
import numpy as np  # noqa: E402


def images(batch):
    pixels = np.load(f"{WORK}/pictures.npy")
    return np.ascontiguousarray(np.resize(pixels, (batch,) + pixels.shape[1:]))


def texts(batch, tokens):
    """Tokens that peers.py made, for open_clip's tokenizer comes with torch."""
    return np.load(f"{WORK}/texts{tokens}.npy")[:batch]


def torch_engine(kind):
    import torch

    import towers

    torch.set_num_threads(THREADS)
    model = towers.model(WORK)
    modules = {"image": towers.Image(model).eval(), "text": towers.Text(model).eval()}
    if kind.endswith("compiled"):
        import torch._inductor.config as inductor

        inductor.freezing = True
        modules = {name: torch.compile(module) for name, module in modules.items()}

    def run(tower, values):
        values = torch.from_numpy(values)
        with torch.no_grad():
            if kind.startswith("bf16"):
                if tower == "image":
                    values = values.to(memory_format=torch.channels_last)
                with torch.autocast("cpu", torch.bfloat16):
                    return modules[tower](values).float().numpy()
            return modules[tower](values).numpy()

    return run


def onnx_engine(kind):
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = THREADS
    suffix = {"fp32": "", "int8-dynamic": "_dynamic", "int8-static": "_static"}[kind]
    sessions = {}

    def run(tower, values):
        if tower not in sessions:
            sessions[tower] = onnxruntime.InferenceSession(
                f"{WORK}/{tower}{suffix}.onnx", options, providers=["CPUExecutionProvider"])
        session = sessions[tower]
        return session.run(None, {session.get_inputs()[0].name: values})[0]

    return run


def openvino_engine(kind):
    import openvino

    core, requests = openvino.Core(), {}

    def run(tower, values):
        key = (tower, values.shape)
        if key not in requests:
            model = core.read_model(f"{WORK}/{tower}{'_int8' if kind == 'int8' else '_f32'}.xml")
            name = model.input(0).any_name
            model.reshape({name: list(values.shape)})
            compiled = core.compile_model(model, "CPU", {
                "INFERENCE_PRECISION_HINT": "bf16" if kind == "bf16" else "f32",
                "INFERENCE_NUM_THREADS": THREADS, "NUM_STREAMS": 1})
            requests[key] = (compiled.create_infer_request(), name)
        request, name = requests[key]
        return next(iter(request.infer({name: values}).values()))

    return run


def cosine(found, tower, batch, tokens):
    reference = np.load(f"{WORK}/reference_{'image' if tower == 'image' else f'text{tokens}'}.npy")
    reference = np.resize(reference, (batch,) + reference.shape[1:])
    found = found / np.linalg.norm(found, axis=1, keepdims=True)
    return float((found * reference).sum(axis=1).min())


def main():
    family, _, kind = ENGINE.partition("-")
    run = {"torch": torch_engine, "onnxruntime": onnx_engine, "openvino": openvino_engine}[family](kind)
    print("ready", flush=True)
    for line in sys.stdin:
        tower, batch, tokens, runs = line.split()
        batch, tokens, runs = int(batch), int(tokens), int(runs)
        values = images(batch) if tower == "image" else texts(batch, tokens)
        found = run(tower, values)
        walls, processors = [], []
        for _ in range(runs):
            used, start = time.process_time(), time.perf_counter()
            found = run(tower, values)
            walls.append(time.perf_counter() - start)
            processors.append(time.process_time() - used)
        answer = {"seconds": walls, "processor_seconds": processors,
                  "cosine": cosine(np.asarray(found, np.float32), tower, batch, tokens)}
        print(json.dumps(answer), flush=True)


main()
