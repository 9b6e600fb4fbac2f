"""The two towers under open_clip's names, so that one loader serves them and EchoCLIP."""

from dataclasses import asdict, dataclass

import torch
import torch.nn.functional as F
from torch import nn


@dataclass(frozen=True)
class Shape:
    """What `manifest.json` says of the towers."""

    vocabulary: int
    depths: tuple[int, ...] = (2, 2, 6, 2)
    widths: tuple[int, ...] = (40, 80, 160, 320)
    image: int = 96
    embed: int = 256
    text_width: int = 128
    text_layers: int = 4
    text_heads: int = 4
    context: int = 77

    def as_dict(self):
        return asdict(self)


class Depthwise(torch.autograd.Function):
    """A depthwise convolution of 7 x 7 whose gradient is quick where pictures are small.

    For pictures of a few pixels PyTorch takes most of the time of its gradient for the weight, a third of a whole
    training step; as products of matrices, every pixel with every pixel, it takes a fortieth of that (measured). Shapes:
    pictures [batch, height, width, channels], weight [channels, 1, 7, 7].
    """

    PAD, SIDE = 3, 7
    # The most pixels of a picture that the products are quicker for.
    FEW = 36

    @staticmethod
    def forward(context, x, weight, bias):
        context.save_for_backward(x, weight)
        return F.conv2d(
            x.permute(0, 3, 1, 2), weight, bias, padding=Depthwise.PAD, groups=len(weight)
        ).permute(0, 2, 3, 1)

    @staticmethod
    def backward(context, gradient):
        x, weight = context.saved_tensors
        few = x.shape[1] * x.shape[2] <= Depthwise.FEW
        given, from_above = x.permute(0, 3, 1, 2), gradient.permute(0, 3, 1, 2)
        to_x, to_weight, to_bias = torch.ops.aten.convolution_backward(
            from_above, given, weight, [len(weight)], [1, 1], [Depthwise.PAD] * 2, [1, 1], False, [0, 0],
            len(weight), [True, not few, not few],
        )  # fmt: skip
        if few:
            to_weight, to_bias = Depthwise.of_pairs(x, gradient, weight), gradient.sum((0, 1, 2))
        return to_x.permute(0, 2, 3, 1), to_weight, to_bias

    @staticmethod
    def of_pairs(x, gradient, weight):
        """The weight's gradient from every pixel of the pictures with every pixel of the gradient."""
        batch, height, width, channels = x.shape
        left = x.permute(3, 1, 2, 0).reshape(channels, height * width, batch)
        right = gradient.permute(3, 0, 1, 2).reshape(channels, batch, height * width)
        pairs = torch.bmm(left, right).flatten(1)
        rows = torch.arange(height)[:, None].expand(-1, width).flatten()
        columns = torch.arange(width).expand(height, -1).flatten()
        down = rows[:, None] - rows[None] + Depthwise.PAD
        across = columns[:, None] - columns[None] + Depthwise.PAD
        inside = (down >= 0) & (down < Depthwise.SIDE) & (across >= 0) & (across < Depthwise.SIDE)
        tap = torch.where(inside, down * Depthwise.SIDE + across, Depthwise.SIDE**2).flatten()
        chosen = F.one_hot(tap, Depthwise.SIDE**2 + 1)[:, :-1].float()
        return (pairs @ chosen).view_as(weight)


class Block(nn.Module):
    """timm's ConvNeXt block; pictures are [batch, height, width, channels] between blocks."""

    def __init__(self, width: int):
        super().__init__()
        self.gamma = nn.Parameter(torch.full((width,), 0.1))
        self.conv_dw = nn.Conv2d(width, width, 7, padding=3, groups=width)
        self.norm = nn.LayerNorm(width, eps=1e-6)
        self.mlp = nn.ModuleDict({"fc1": nn.Linear(width, 4 * width), "fc2": nn.Linear(4 * width, width)})

    def forward(self, x):
        # In single precision also while training: its gradient is up to three times as fast as in bf16 (measured).
        with torch.autocast("cpu", enabled=False):
            y = Depthwise.apply(x.float(), self.conv_dw.weight, self.conv_dw.bias)
        return x + self.gamma * self.mlp["fc2"](F.gelu(self.mlp["fc1"](self.norm(y))))


class Stage(nn.Module):
    def __init__(self, before: int | None, width: int, depth: int):
        super().__init__()
        if before:
            self.downsample = nn.ModuleList([nn.LayerNorm(before, eps=1e-6), nn.Conv2d(before, width, 2, 2)])
        self.halves = before is not None
        self.blocks = nn.ModuleList(Block(width) for _ in range(depth))

    def forward(self, x):
        if self.halves:
            x = self.downsample[1](self.downsample[0](x).permute(0, 3, 1, 2)).permute(0, 2, 3, 1)
        for block in self.blocks:
            x = block(x)
        return x


class Trunk(nn.Module):
    def __init__(self, shape: Shape):
        super().__init__()
        first = shape.widths[0]
        self.stem = nn.ModuleList([nn.Conv2d(3, first, 4, 4), nn.LayerNorm(first, eps=1e-6)])
        before = [None, *shape.widths[:-1]]
        self.stages = nn.ModuleList(Stage(b, w, d) for b, w, d in zip(before, shape.widths, shape.depths))
        self.head = nn.ModuleDict({"norm": nn.LayerNorm(shape.widths[-1], eps=1e-6)})

    def forward(self, x):
        """What each stage makes, the last one last. Shapes [batch, height, width, channels]."""
        x = self.stem[0](x.contiguous(memory_format=torch.channels_last)).permute(0, 2, 3, 1)
        x = self.stem[1](x)
        made = []
        for stage in self.stages:
            x = stage(x)
            made.append(x)
        return made

    def pooled(self, last):
        return self.head["norm"](last.mean((1, 2)))


class Visual(nn.Module):
    def __init__(self, shape: Shape):
        super().__init__()
        self.trunk = Trunk(shape)
        self.head = nn.ModuleDict({"proj": nn.Linear(shape.widths[-1], shape.embed, bias=False)})

    def forward(self, x):
        """The projection, and what each stage made."""
        stages = self.trunk(x)
        return self.head["proj"](self.trunk.pooled(stages[-1])), stages


class Attention(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.heads = heads
        self.in_proj_weight = nn.Parameter(torch.randn(3 * width, width) * width**-0.5)
        self.in_proj_bias = nn.Parameter(torch.zeros(3 * width))
        self.out_proj = nn.Linear(width, width)

    def forward(self, x):
        batch, tokens, width = x.shape
        mixed = F.linear(x, self.in_proj_weight, self.in_proj_bias)
        parts = mixed.view(batch, tokens, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        seen = F.scaled_dot_product_attention(parts[0], parts[1], parts[2], is_causal=True)
        return self.out_proj(seen.transpose(1, 2).reshape(batch, tokens, width))


class TextBlock(nn.Module):
    def __init__(self, width: int, heads: int):
        super().__init__()
        self.ln_1 = nn.LayerNorm(width)
        self.attn = Attention(width, heads)
        self.ln_2 = nn.LayerNorm(width)
        self.mlp = nn.ModuleDict({"c_fc": nn.Linear(width, 4 * width), "c_proj": nn.Linear(4 * width, width)})

    def forward(self, x):
        x = x + self.attn(self.ln_1(x))
        return x + self.mlp["c_proj"](F.gelu(self.mlp["c_fc"](self.ln_2(x))))


class CLIP(nn.Module):
    """Both towers; `state_dict()` has open_clip's names and nothing else."""

    def __init__(self, shape: Shape):
        super().__init__()
        width = shape.text_width
        self.shape = shape
        self.positional_embedding = nn.Parameter(torch.randn(shape.context, width) * 0.01)
        self.text_projection = nn.Parameter(torch.randn(width, shape.embed) * width**-0.5)
        self.logit_scale = nn.Parameter(torch.tensor(2.3))
        self.visual = Visual(shape)
        self.token_embedding = nn.Embedding(shape.vocabulary, width)
        nn.init.normal_(self.token_embedding.weight, std=0.02)
        blocks = nn.ModuleList(TextBlock(width, shape.text_heads) for _ in range(shape.text_layers))
        self.transformer = nn.ModuleDict({"resblocks": blocks})
        self.ln_final = nn.LayerNorm(width)

    def encode_image(self, pictures):
        """- pictures: [batch, 3, image, image], normalized. Returns [batch, embed], any length."""
        return self.visual(pictures)[0]

    def encode_text(self, tokens: list[list[int]]):
        """- tokens: each with start and end. Returns [texts, embed], any length."""
        longest = max(map(len, tokens))
        padded = torch.tensor([t + [0] * (longest - len(t)) for t in tokens])
        x = self.token_embedding(padded) + self.positional_embedding[:longest]
        for block in self.transformer["resblocks"]:
            x = block(x)
        ends = torch.tensor([len(t) - 1 for t in tokens])
        x = self.ln_final(x[torch.arange(len(tokens)), ends])
        return x @ self.text_projection
