"""The training set that `echoseek phantom training-set` writes (FORMAT.md), and batches drawn from it."""

import json
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

from claims import ATTRIBUTES, DEVICES, GRADED, NUMBERS, SHOWN_BY, VIEWS, facts, known, visible

# Pictures have these after division by 255; also in the manifest. Close to the simulator's own.
MEAN, DEVIATION = 0.2, 0.22
# Numbers of the heart that a single view shows, and the attribute that says whether a clip can.
SIZES = {
    "left_ventricle_radius": "left_ventricle_dilation", "right_ventricle_radius": "right_ventricle_dilation",
    "left_atrium_radius": "left_atrium_dilation", "right_atrium_radius": "right_atrium_dilation",
    "aortic_root_radius": "aortic_root_dilation", "pericardial_effusion": "effusion",
}  # fmt: skip
# Events that change what a heart looks like so much that two studies across one are not called the same.
REMAKES = {"pacemaker_implanted", "mitral_clipped", "stented_valve_implanted", "surgical_valve_implanted", "mitral_repaired"}


def lines(path: Path) -> list[dict]:
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


@dataclass(frozen=True)
class Phrase:
    text: str
    claims: tuple  # of dict, from `claims.known`
    whole: bool  # whether every claim of the sentence is known


def phrase(line: dict) -> Phrase:
    own = [known(claim) for claim in line["claims"]]
    return Phrase(line["text"], tuple(c for c in own if c), bool(own) and all(own))


class TrainingSet:
    """A folder as FORMAT.md says; pictures stay on disk and are mapped."""

    def __init__(self, folder: Path):
        folder = Path(folder)
        self.about = json.loads((folder / "set.json").read_text())
        self.frames = np.memmap(folder / "frames.u8", np.uint8, "r", shape=tuple(self.about["shape"]))
        self.maps = np.memmap(folder / "maps.u8", np.uint8, "r", shape=tuple(self.about["map_shape"]))
        self.is_device = np.array([name in SHOWN_BY.values() for name in self.about["structures"]])
        self.clips = lines(folder / "clips.ndjson")
        self.studies = lines(folder / "studies.ndjson")
        self.phrases = [phrase(line) for line in lines(folder / "phrases.ndjson")]
        place = {study["study"]: row for row, study in enumerate(self.studies)}
        names = sorted({study["patient"] for study in self.studies})
        number = {name: row for row, name in enumerate(names)}
        self.study = np.array([place[clip["study"]] for clip in self.clips])
        self.patient_of_study = np.array([number[study["patient"]] for study in self.studies])
        self.patient = self.patient_of_study[self.study]
        self.view = np.array([VIEWS.index(clip["view"]) for clip in self.clips])
        self.facts = facts(self.studies)
        self.can = visible([set(clip["structures"]) for clip in self.clips], self.facts[self.study])
        self.moments = moments(self.clips)
        self.anatomy, names_of_numbers = anatomy(self.studies)
        # Sizes that single views show: their columns of `anatomy`, and which clips can show each.
        self.size_columns = np.array([names_of_numbers.index(name) for name in SIZES])
        self.can_size = self.can[:, [ATTRIBUTES.index(name) for name in SIZES.values()]]
        self.sentences = [[phrase(line) for line in study["sentences"]] for study in self.studies]
        # The state of a heart's devices: counts up over a patient's studies at each change of them.
        self.state = states(self.studies)
        self.clips_of = defaultdict(list)
        for row, study in enumerate(self.study):
            self.clips_of[int(study)].append(row)
        self.studies_of = defaultdict(list)
        for row, patient in enumerate(self.patient_of_study):
            self.studies_of[int(patient)].append(row)
        # Aortic prostheses show in two views of seven: patients who have one are drawn three times as often.
        prostheses = self.facts.devices[:, [DEVICES.index("stented_valve"), DEVICES.index("surgical_valve")]].any(1)
        often = np.array([1.0 + 2 * prostheses[self.studies_of[p]].any() for p in range(len(self.studies_of))])
        self.shares = often / often.sum()

    def can_show(self, attribute: int) -> np.ndarray:
        """The clips of views that usually show an attribute where it is. Shape [clips]."""
        rows = self.facts[self.study]
        name = ATTRIBUTES[attribute]
        there = np.ones(len(self.view), bool)
        if name in SHOWN_BY:
            there = (rows.grades[:, GRADED.index(name)] if name in GRADED else rows.devices[:, DEVICES.index(name)]) > 0
        views = [v for v in set(self.view[there]) if self.can[there & (self.view == v), attribute].mean() >= 0.5]
        return np.isin(self.view, views)

    @property
    def texts(self) -> list[str]:
        """Every sentence once, and every sentence of every report."""
        return [p.text for p in self.phrases] + [p.text for own in self.sentences for p in own]


def anatomy(studies: list[dict]) -> tuple[np.ndarray, list[str]]:
    """Every number of each study's heart, none too far from the set's own mean, in its deviations, and the numbers'
    names. Shape [studies, numbers]."""

    def numbers(heart, before=""):
        for key, value in heart.items():
            if isinstance(value, dict):
                yield from numbers(value, f"{before}{key}.")
            elif isinstance(value, list):
                yield from ((f"{before}{key}.{place}", one) for place, one in enumerate(value))
            elif isinstance(value, (int, float)) and key != "texture_seed":
                yield before + key, float(value)

    hearts = [dict(numbers(study["anatomy"])) for study in studies]
    names = sorted(set().union(*hearts))
    # Something that is not there, such as a moderator band, is a 0.
    table = np.array([[heart.get(name, 0.0) for name in names] for heart in hearts], np.float32)
    return np.clip((table - table.mean(0)) / (table.std(0) + 1e-6), -3, 3), names


def moments(clips: list[dict]) -> np.ndarray:
    """What is true of each frame. Shape [clips, frames, 4]: log area and volume, scaled; sine, cosine of the phase.

    NaN where the cut misses the ventricle.
    """
    rows = []
    for clip in clips:
        row = []
        for frame in clip["frames"]:
            area, volume = frame["left_ventricle_area"], frame["left_ventricle_volume"]
            turn = 2 * np.pi * frame["phase"]
            row.append(
                [
                    (np.log(area) - 3.3) / 0.4 if area > 0 else np.nan,
                    (np.log(volume) - 4.5) / 0.5 if area > 0 else np.nan,
                    np.sin(turn),
                    np.cos(turn),
                ]
            )
        rows.append(row)
    return np.array(rows, np.float32)


def states(studies: list[dict]) -> np.ndarray:
    counts, state = defaultdict(int), []
    for study in studies:
        counts[study["patient"]] += bool(REMAKES & set(study.get("changes", [])))
        state.append(counts[study["patient"]])
    return np.array(state)


def pictures(frames: np.ndarray, side: int | None = None) -> torch.Tensor:
    """Normalized pictures. Shape [clips, frames, height, width] to [clips * frames, 3, side, side]."""
    x = torch.from_numpy(np.ascontiguousarray(frames)).float().div_(255).flatten(0, 1)[:, None]
    if side and side != x.shape[-1]:
        x = F.interpolate(x, size=(side, side), mode="bilinear", antialias=True)
    return x.sub_(MEAN).div_(DEVIATION).expand(-1, 3, -1, -1)


def augmented(frames: np.ndarray, maps: np.ndarray, random: np.random.Generator, side: int):
    """As `pictures`, each clip with its own gain, gamma, shift, scale, turn, cut corners and left-over furniture; and
    the maps, moved as the pictures are.

    - maps: [clips, frames, structures, cells, cells] to 0...1, [clips * frames, structures, side / 8, side / 8].
    """
    clips, count = frames.shape[:2]
    x = torch.from_numpy(np.ascontiguousarray(frames)).float().div_(255)
    draw = lambda low, high: torch.from_numpy(random.uniform(low, high, (clips, 1, 1, 1)).astype(np.float32))
    lit = x > 0.004
    x = (x.clamp(1e-4, 1) ** draw(0.8, 1.25) * draw(0.82, 1.22) + draw(-0.05, 0.05)).clamp(0, 1) * lit
    angle, scale = random.uniform(-0.09, 0.09, clips), random.uniform(0.92, 1.08, clips)
    matrix = np.zeros((clips, 2, 3), np.float32)
    matrix[:, 0, 0] = matrix[:, 1, 1] = np.cos(angle) / scale
    matrix[:, 0, 1], matrix[:, 1, 0] = -np.sin(angle) / scale, np.sin(angle) / scale
    matrix[:, :, 2] = random.uniform(-0.07, 0.07, (clips, 2))
    grid = F.affine_grid(torch.from_numpy(matrix), [clips, count, side, side], align_corners=False)
    x = F.grid_sample(x, grid, align_corners=False)
    cells = F.affine_grid(torch.from_numpy(matrix), [clips, 1, side // CELL, side // CELL], align_corners=False)
    places = torch.from_numpy(np.ascontiguousarray(maps)).float().div_(255).flatten(1, 2)
    places = F.grid_sample(places, cells, align_corners=False).unflatten(1, maps.shape[1:3]).flatten(0, 1)
    for clip in range(clips):
        if random.random() < 0.25:  # a corner that the scan did not reach
            height, width = random.integers(side // 10, side // 3, 2)
            rows = slice(0, height) if random.random() < 0.5 else slice(side - height, side)
            columns = slice(0, width) if random.random() < 0.5 else slice(side - width, side)
            x[clip, :, rows, columns] = 0
        if random.random() < 0.2:  # a tick, a letter, a piece of a trace that a mask left over
            for _ in range(random.integers(1, 4)):
                top, left = random.integers(0, side - 8, 2)
                x[clip, :, top : top + random.integers(1, 3), left : left + random.integers(1, 8)] = random.uniform(0.4, 1)
    x = x.flatten(0, 1)[:, None].sub_(MEAN).div_(DEVIATION)
    return x.expand(-1, 3, -1, -1), places


@dataclass
class Batch:
    clips: np.ndarray  # rows of the set, shape [clips]
    frames: np.ndarray  # uint8 [clips, frames, side, side]
    maps: np.ndarray  # uint8 [clips, frames, structures, cells, cells]
    moments: np.ndarray  # [clips, frames, 4]
    group: np.ndarray  # which of `studies` each clip belongs to, -1 for none
    studies: np.ndarray  # rows of the set's studies


# Pixels a side of a cell of the maps.
CELL = 8
# How often a batch is of one view as far as its patients have it, so that views do not tell patients apart; how often a
# patient's next clip is of the same view, which is what identity is learnt from first; and how often of another study.
ONE_VIEW, SAME_VIEW, OTHER_STUDY = 0.5, 0.6, 0.5


def batch(data: TrainingSet, random: np.random.Generator, patients: int, clips: int, frames: int) -> Batch:
    """Some patients, each with `clips` clips of one study, some of them of another study of the same patient."""
    rows, group, studies = [], [], []
    chosen = random.choice(len(data.studies_of), patients, replace=False, p=data.shares)
    wanted = int(random.choice(data.view)) if random.random() < ONE_VIEW else -1
    for patient in chosen:
        own = data.studies_of[int(patient)]
        first = int(random.choice(own))
        here = data.clips_of[first]
        take = [int(random.choice([c for c in here if data.view[c] == wanted] or here))]
        while len(take) < min(clips, len(here)):
            others = [s for s in own if s != first] if random.random() < OTHER_STUDY else []
            pool = data.clips_of[int(random.choice(others))] if others else here
            pool = [c for c in pool if c not in take] or [c for c in here if c not in take]
            alike = [c for c in pool if data.view[c] == data.view[take[0]]]
            take.append(int(random.choice(alike if alike and random.random() < SAME_VIEW else pool)))
        studies.append(first)
        for clip in take:
            rows.append(clip)
            group.append(len(studies) - 1 if data.study[clip] == first else -1)
    return filled(data, random, rows, group, studies, frames)


def study_batch(data: TrainingSet, random: np.random.Generator, patients: int, clips: int, frames: int) -> Batch:
    """Some patients who have two studies, each with `clips` clips of one study, then as many of another."""
    rows, group, studies = [], [], []
    several = np.array([patient for patient, own in data.studies_of.items() if len(own) > 1])
    shares = data.shares[several] / data.shares[several].sum()
    # Views that all patients show where they have them, for the same reason as in `batch`.
    wanted = random.permutation(len(VIEWS))[:clips] if random.random() < ONE_VIEW else []
    for patient in random.choice(several, min(patients, len(several)), replace=False, p=shares):
        pair = [int(s) for s in random.choice(data.studies_of[int(patient)], 2, replace=False)]
        views = wanted
        for study in pair:
            take = clips_of_views(data, random, study, views, clips)
            if random.random() < SAME_VIEW:
                views = data.view[take]
            rows += take
            group += [len(studies)] * len(take)
            studies.append(study)
    return filled(data, random, rows, group, studies, frames)


def clips_of_views(data, random, study: int, views, clips: int) -> list[int]:
    """As many clips of a study: one of each of `views` that it has, others for those that it has not."""
    here = [int(c) for c in random.permutation(data.clips_of[study])]
    take = []
    for view in views:
        take += [c for c in here if data.view[c] == view and c not in take][:1]
    seen = set(data.view[take])
    for clip in here:
        if data.view[clip] not in seen:
            take.append(clip)
            seen.add(data.view[clip])
    return (take + [c for c in here if c not in take])[:clips]


def filled(data: TrainingSet, random: np.random.Generator, rows: list, group: list, studies: list, frames: int) -> Batch:
    """The batch of these clips, with some frames of each: one of each of as many equal parts, so that they spread over
    the beat."""
    shown = data.frames.shape[1]
    edges = np.linspace(0, shown, frames + 1)
    pictures, places, truths = [], [], []
    for row in rows:
        kept = [int(random.integers(int(a), max(int(a) + 1, int(b)))) for a, b in zip(edges, edges[1:])]
        pictures.append(data.frames[row][kept])
        places.append(data.maps[row][kept])
        truths.append(data.moments[row][kept])
    return Batch(
        np.array(rows), np.stack(pictures), np.stack(places), np.stack(truths), np.array(group), np.array(studies)
    )


def scaled_numbers(numbers: np.ndarray) -> np.ndarray:
    center = np.array([mean for _, mean, _ in NUMBERS.values()], np.float32)
    spread = np.array([deviation for _, _, deviation in NUMBERS.values()], np.float32)
    return (numbers - center) / spread


__all__ = ["ATTRIBUTES", "Batch", "Phrase", "TrainingSet", "augmented", "batch", "pictures", "scaled_numbers"]
