"""What the towers are trained to do. Every function returns one number to be made small."""

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from claims import ATTRIBUTES, DEVICES, GRADED, NUMBERS, VIEWS, WALLS, compatibility

# An embedding's values are about 1/16; heads work on numbers near 1.
HEAD_SCALE = 8.0
PATIENT_TEMPERATURE = 0.08

# How much a device's place counts against a chamber's or a leaflet's.
DEVICE_PLACES = 2.0


class Heads(nn.Module):
    """Read attributes off both towers' embeddings, so that both put the same things there, and places off the image
    tower's stages; dropped after training.

    - structures: how many layers the maps have; anatomy: how many numbers describe a heart.
    """

    def __init__(self, embed: int, widths: tuple[int, ...], structures: int, anatomy: int):
        super().__init__()
        outputs = len(NUMBERS) + 3 * len(GRADED) + len(DEVICES) + len(WALLS)
        self.shared = nn.Sequential(nn.Linear(embed, 192), nn.GELU(), nn.Linear(192, outputs))
        self.view = nn.Linear(embed, len(VIEWS))
        self.moment = nn.Linear(embed, 4)
        self.motion = nn.Linear(2 * embed, 2)
        self.anatomy = nn.Linear(embed, anatomy)
        # A cell of the maps has 8 pixels, one of the last two stages 16 and 32.
        self.places = nn.ModuleList(nn.Linear(width, structures * fold**2) for width, fold in zip(widths[2:], (2, 4)))
        for places in self.places:
            nn.init.constant_(places.bias, -5)
        self.phrase_bias = nn.Parameter(torch.tensor(-3.0))
        self.rank_scale = nn.Parameter(torch.tensor(3.0))
        self.report_scale = nn.Parameter(torch.tensor(2.6))

    def attributes(self, embedding):
        """Numbers [n, K], grade steps [n, G, 3], devices [n, D], walls [n, 4]."""
        out = self.shared(embedding * HEAD_SCALE)
        return out.split([len(NUMBERS), 3 * len(GRADED), len(DEVICES), len(WALLS)], -1)


def phrase_loss(frames, texts, heads, scale, agrees, tells):
    """Sigmoid cross-entropy of every phrase with every clip, against what is known; each phrase counts the same.

    - frames: unit vectors [clips, frames, embed]; texts: unit vectors [phrases, embed].
    - agrees, tells: [clips, phrases], from `claims.compatibility`.
    """
    logits = (frames.mean(1) @ texts.T) * scale.exp() + heads.phrase_bias
    yes, no = (agrees * tells).sum(0), ((1 - agrees) * tells).sum(0)
    weight = tells * (agrees * (0.5 / yes.clamp(min=0.5)) + (1 - agrees) * (0.5 / no.clamp(min=0.5)))
    loss = F.binary_cross_entropy_with_logits(logits, agrees, reduction="none")
    # What stays where every answer is right: soft targets are not certain themselves.
    floor = F.binary_cross_entropy(agrees, agrees, reduction="none")
    return ((loss - floor) * weight).sum() / len(texts)


def patient_loss(clips, all_clips, identity, all_identity):
    """Contrast of clips, or of studies: those of one patient in one state attract, those of others repel, other states of
    the same patient do neither, nor does what was drawn twice with itself.

    - clips: unit vectors [clips, embed]; all_clips: theirs first, then those of others.
    - identity, all_identity: patient, state and own number of each, [clips, 3].
    """
    logits = clips @ all_clips.T / PATIENT_TEMPERATURE
    same = identity[:, None, 0] == all_identity[None, :, 0]
    itself = identity[:, None, 2] == all_identity[None, :, 2]
    positive = same & (identity[:, None, 1] == all_identity[None, :, 1]) & ~itself
    logits = logits.masked_fill(same & ~positive, float("-inf"))
    logs = logits - logits.logsumexp(1, keepdim=True)
    each = -torch.where(positive, logs, 0.0).sum(1) / positive.sum(1).clamp(min=1)
    return each[positive.any(1)].mean()


def place_loss(heads, stages, maps, devices):
    """Of pictures: where each structure lies, read off the last two stages; each structure counts by what is there, so
    that a thin lead counts as much as a ventricle.

    - stages: [pictures, height, width, channels] each; maps: 0...1, [pictures, structures, cells, cells].
    - devices: whether each structure is one, [structures].
    """
    found = 0
    there = maps.sum((0, 2, 3)) + 0.25 * len(maps)
    weight = torch.where(devices, DEVICE_PLACES, 1.0)
    for places, stage, fold in zip(heads.places, stages[2:], (2, 4)):
        logits = places(stage.float()).unflatten(-1, (-1, fold, fold))
        # [pictures, rows, columns, structures, fold, fold] to the maps' own order.
        logits = logits.permute(0, 3, 1, 4, 2, 5).flatten(4, 5).flatten(2, 3)
        each = F.binary_cross_entropy_with_logits(logits, maps, reduction="none").sum((0, 2, 3))
        found = found + (each / there * weight).sum() / weight.sum()
    return found


def anatomy_loss(heads, embedding, anatomy):
    """Of clips: the heart's own numbers, scaled; what stays with a patient is what identity rests on.

    - embedding: [clips, embed]; anatomy: [clips, numbers].
    """
    return F.smooth_l1_loss(heads.anatomy(embedding * HEAD_SCALE), anatomy)


def size_loss(heads, embedding, anatomy, columns, can):
    """Of clips: the sizes among the heart's numbers, of those clips that can show each.

    - columns: which numbers of `anatomy` they are, [sizes]; can: [clips, sizes].
    """
    said = heads.anatomy(embedding * HEAD_SCALE)[:, columns]
    off = F.smooth_l1_loss(said, anatomy[:, columns], reduction="none", beta=0.3)
    return (off * can).sum() / can.sum().clamp(min=1)


def attribute_loss(heads, embedding, facts, can):
    """Of clips: every attribute that the clip can show.

    - facts: of `claims.Facts`, a row a clip; can: [clips, ATTRIBUTES].
    """
    numbers, steps, devices, walls = heads.attributes(embedding)
    can = torch.from_numpy(can)
    columns = lambda names: can[:, [ATTRIBUTES.index(n) for n in names]].float()
    mask = columns(NUMBERS)
    center = torch.tensor([mean for _, mean, _ in NUMBERS.values()])
    spread = torch.tensor([deviation for _, _, deviation in NUMBERS.values()])
    target = (torch.from_numpy(facts.numbers) - center) / spread
    loss = (F.smooth_l1_loss(numbers, target, reduction="none") * mask).sum() / mask.sum().clamp(min=1)
    mask = columns(GRADED)[:, :, None].expand(-1, -1, 3)
    grades = torch.from_numpy(facts.grades)
    target = (grades[:, :, None] > torch.arange(3)).float()
    each = F.binary_cross_entropy_with_logits(steps.view(len(steps), len(GRADED), 3), target, reduction="none")
    loss = loss + (each * mask).sum() / mask.sum().clamp(min=1)
    mask = columns(DEVICES)
    target = torch.from_numpy(facts.devices).float()
    # Devices are rare: where there is one, it counts as three where there is none.
    each = F.binary_cross_entropy_with_logits(devices, target, reduction="none", pos_weight=torch.tensor(3.0))
    loss = loss + 2 * (each * mask).sum() / mask.sum().clamp(min=1)
    mask = columns(["wall_motion"])[:, 0]
    each = F.cross_entropy(walls, torch.from_numpy(facts.walls).long(), reduction="none")
    return loss + 0.5 * (each * mask).sum() / mask.sum().clamp(min=1)


def claim_loss(heads, texts, claims):
    """Of phrases: what they claim, by the same heads.

    - texts: unit vectors [phrases, embed]; claims: one list a phrase, from `claims.known`.
    """
    numbers, steps, devices, walls = heads.attributes(texts)
    steps = steps.view(len(steps), len(GRADED), 3)
    losses = []
    for row, own in enumerate(claims):
        for claim in own:
            name = claim["attribute"]
            if "value" in claim:
                column = list(NUMBERS).index(name)
                _, center, spread = NUMBERS[name]
                target = torch.tensor((claim["value"] - center) / spread, dtype=torch.float32)
                losses.append(F.smooth_l1_loss(numbers[row, column], target))
            elif "grade" in claim:
                target = (claim["grade"] > torch.arange(3)).float()
                losses.append(F.binary_cross_entropy_with_logits(steps[row, GRADED.index(name)], target))
            elif "wall" in claim:
                if claim["present"]:
                    losses.append(F.cross_entropy(walls[row], torch.tensor(WALLS.index(claim["wall"]))))
            else:
                target = torch.tensor(float(claim["present"]))
                if name in GRADED:
                    logit = steps[row, GRADED.index(name), 0]
                else:
                    logit = devices[row, DEVICES.index(name)]
                losses.append(F.binary_cross_entropy_with_logits(logit, target))
    return torch.stack(losses).mean() if losses else texts.sum() * 0


def view_loss(heads, embedding, view):
    return F.cross_entropy(heads.view(embedding * HEAD_SCALE), torch.from_numpy(view))


def moment_loss(heads, frames, moments):
    """Of single frames: the ventricle's area and volume now, and the phase.

    - frames: [clips, frames, embed]; moments: [clips, frames, 4], NaN for unknown.
    """
    target = torch.from_numpy(moments)
    there = ~target.isnan()
    off = F.smooth_l1_loss(heads.moment(frames * HEAD_SCALE), target.nan_to_num(), reduction="none")
    return (off * there).sum() / there.sum().clamp(min=1)


def motion_features(frames):
    """Mean and standard deviation over a clip's frames. Shape [clips, frames, embed] to [clips, 2 * embed]."""
    return torch.cat([frames.mean(1), frames.std(1, correction=0)], -1)


def motion_loss(heads, frames, facts, can):
    """Of clips: EF and pulmonary pressure off the mean and spread of the frames, by a linear map."""
    names = ["ejection_fraction", "pulmonary_pressure"]
    mask = torch.from_numpy(can[:, [ATTRIBUTES.index(n) for n in names]]).float()
    rows = facts.numbers[:, [list(NUMBERS).index(n) for n in names]]
    center = torch.tensor([NUMBERS[n][1] for n in names])
    spread = torch.tensor([NUMBERS[n][2] for n in names])
    off = F.smooth_l1_loss(
        heads.motion(motion_features(frames) * HEAD_SCALE), (torch.from_numpy(rows) - center) / spread, reduction="none"
    )
    return (off * mask).sum() / mask.sum().clamp(min=1)


def rank_loss(heads, frames, texts, values, truth, mask, spread):
    """The estimate that ranked numbers will give: each frame's expected value, averaged over the clip's frames.

    - texts: one sentence with each of `values`, unit vectors [values, embed]; truth, mask: [clips].
    """
    near = F.softmax((frames @ texts.T) * heads.rank_scale.exp(), -1)
    estimate = (near @ values).mean(1)
    off = F.smooth_l1_loss(estimate / spread, truth / spread, reduction="none", beta=0.5)
    return (off * mask).sum() / mask.sum().clamp(min=1)


def report_loss(heads, studies, reports, all_studies, all_reports):
    """Contrast of studies with their reports, both ways. Unit vectors [studies, embed] each; of `all` their own come
    first."""
    scale = heads.report_scale.exp().clamp(max=60)
    own = torch.arange(len(studies))
    forth, back = studies @ all_reports.T * scale, reports @ all_studies.T * scale
    return 0.5 * (F.cross_entropy(forth, own) + F.cross_entropy(back, own))


def agreements(claims, facts, can):
    """`compatibility` of each phrase with each clip, as tensors [clips, phrases]."""
    both = [compatibility(list(own), facts, can) for own in claims]
    agrees = torch.from_numpy(np.stack([a for a, _ in both], 1))
    tells = torch.from_numpy(np.stack([t for _, t in both], 1)).float()
    return agrees, tells
