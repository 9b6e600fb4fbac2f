"""Small checkpoints as torch really writes them, and what they hold.

    python make_pytorch.py        writes *.pt beside this file, and expected.json

Needs torch (written with 2.13.0+cpu). `expected.json`: file -> {"tensors": {name: {"shape", "bits"}}, "ignored": [...]},
`bits` being the float32 patterns in row-major order; or file -> {"refused": code}.
"""
import collections, json, pathlib
import torch

HERE = pathlib.Path(__file__).parent
torch.manual_seed(20)


def values(tensors, ignored=()):
    bits = lambda t: [b & 0xFFFFFFFF for b in t.detach().contiguous().reshape(-1).view(torch.int32).tolist()]
    return {"tensors": {k: {"shape": list(t.shape), "bits": bits(t)} for k, t in tensors.items()},
            "ignored": sorted(ignored)}


expected = {}


def keep(name, saved, tensors=None, ignored=(), refused=None, **options):
    torch.save(saved, HERE / name, **options)
    expected[name] = {"refused": refused} if refused else values(tensors, ignored)


class Net(torch.nn.Module):
    def __init__(self):
        super().__init__()
        self.first = torch.nn.Linear(5, 3)
        self.norm = torch.nn.LayerNorm(3)
        self.scale = torch.nn.Parameter(torch.tensor(2.6592))


net = Net()
state = net.state_dict()                                              # an OrderedDict with _metadata: BUILD
keep("module_state.pt", state, state)
plain = collections.OrderedDict((k, v.clone()) for k, v in state.items())
keep("ordered.pt", plain, plain)
keep("dict.pt", dict(plain), plain)
keep("training.pt", {"epoch": 3, "name": "run", "loss": 0.25, "best": None, "sizes": [1, 2 ** 40, -7], "flag": True,
                     "state_dict": state}, state)
keep("mixed.pt", {**plain, "epoch": 12, "name": "run", "betas": (0.9, 0.98)}, plain, ["epoch", "name", "betas"])
prefixed = collections.OrderedDict(("module." + k, v) for k, v in plain.items())
keep("parallel.pt", {"state_dict": prefixed}, plain)
base = torch.randn(40)
shared = collections.OrderedDict(a=base[:12].view(3, 4), b=base[4:24].view(4, 5), c=base)
keep("shared.pt", shared, shared)
grid = torch.randn(4, 5, 6)
turned = collections.OrderedDict(t=grid.permute(2, 0, 1), slice=grid[1:3, ::2, 1:], column=grid[:, 2, 3], whole=grid)
keep("turned.pt", turned, turned)
keep("empty.pt", collections.OrderedDict(none=torch.zeros(0, 3), one=torch.ones(1)),
     collections.OrderedDict(none=torch.zeros(0, 3), one=torch.ones(1)))
many = collections.OrderedDict((f"layer.{i}.weight", torch.randn(2, 3)) for i in range(300))   # LONG_BINPUT, batches
keep("many.pt", many, many)
special = collections.OrderedDict(x=torch.tensor([0.0, -0.0, 1e-45, float("inf"), float("-inf"), float("nan")]))
keep("special.pt", special, special)
keep("legacy.pt", plain, refused="weights.legacyCheckpoint", _use_new_zipfile_serialization=False)
keep("half.pt", {"x": torch.ones(3).half()}, refused="weights.refusedGlobal")
keep("long.pt", {"x": torch.ones(3).long()}, refused="weights.refusedGlobal")
keep("parameter.pt", {"x": torch.nn.Parameter(torch.ones(3))}, refused="weights.refusedGlobal")
keep("module.pt", net, refused="weights.refusedGlobal")
keep("expanded.pt", {"x": torch.ones(3, 1).expand(3, 1000)}, refused="weights.badTensor")
keep("number.pt", 3, refused="weights.noTensors")
keep("tensor.pt", torch.ones(3), refused="weights.noTensors")
keep("nothing.pt", {}, refused="weights.noTensors")
(HERE / "expected.json").write_text(json.dumps(expected) + "\n")
print(torch.__version__, {p.name: p.stat().st_size for p in sorted(HERE.glob("*.pt"))})
