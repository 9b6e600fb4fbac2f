"""What the towers can do on patients they were not trained on; the service's own readings, in torch."""

from collections import defaultdict

import numpy as np
import torch
import torch.nn.functional as F

from claims import ATTRIBUTES, DEVICES, GRADED, NUMBERS
from data import TrainingSet, pictures

# A study's clips embedded at once.
AT_ONCE = 16
# Sentences that stand for a finding; as many as a prompt set has.
PROMPTS = 8


@torch.no_grad()
def embed_frames(model, data: TrainingSet, precision="bf16", rows=None, side=None) -> torch.Tensor:
    """Unit vectors of every frame. Shape [clips, frames, embed]."""
    found = []
    rows = np.arange(len(data.frames)) if rows is None else rows
    for first in range(0, len(rows), AT_ONCE):
        part = data.frames[rows[first : first + AT_ONCE]]
        with torch.autocast("cpu", torch.bfloat16, enabled=precision == "bf16"):
            embedded = model.encode_image(pictures(part, side))
        found.append(F.normalize(embedded.float(), dim=-1).unflatten(0, (len(part), -1)))
    return torch.cat(found)


@torch.no_grad()
def embed_texts(model, tokenizer, texts) -> torch.Tensor:
    """Unit vectors. Shape [texts, embed]."""
    found = []
    for first in range(0, len(texts), 256):
        tokens = [tokenizer(text) for text in texts[first : first + 256]]
        found.append(F.normalize(model.encode_text(tokens).float(), dim=-1))
    return torch.cat(found)


def auc(scores, truth) -> float:
    """The share of pairs that are in the right order; equal scores count half."""
    scores, truth = np.asarray(scores, float), np.asarray(truth, bool)
    yes, no = int(truth.sum()), int((~truth).sum())
    if not yes or not no:
        return float("nan")
    order = np.argsort(scores, kind="stable")
    ranks = np.empty(len(scores))
    ranks[order] = np.arange(1, len(scores) + 1)
    for value in np.unique(scores):
        same = scores == value
        if same.sum() > 1:
            ranks[same] = ranks[same].mean()
    return float((ranks[truth].sum() - yes * (yes + 1) / 2) / (yes * no))


def ranked(similarities: np.ndarray, values: np.ndarray) -> float:
    """The published formula: values ranked by each frame, averaged rank by rank, lower median of the top fifth."""
    top = int(0.2 * similarities.shape[1])
    order = np.argsort(-similarities, axis=1, kind="stable")[:, :top]
    means = values[order].mean(0)
    return float(np.sort(means)[(len(means) - 1) // 2])


def sentences_of(data, test):
    """The first phrases whose one claim passes a test."""
    found = [p.text for p in data.phrases if p.whole and len(p.claims) == 1 and test(p.claims[0])]
    step = max(1, len(found) // PROMPTS)
    return found[::step][:PROMPTS]


def study_scores(frames, data, vectors, column):
    """The mean over the frames of the clips that can show it, and the prompts; `None` where no clip can."""
    scores = (frames @ vectors.T).mean((1, 2)).numpy()
    able = data.can_show(column)
    return [
        scores[[c for c in data.clips_of[s] if able[c]]].mean() if any(able[c] for c in data.clips_of[s]) else None
        for s in range(len(data.studies))
    ]


def finding_aucs(frames, model, tokenizer, data):
    found = {}
    wanted = [(name, lambda c, n=name: c["attribute"] == n and c.get("present"), DEVICES) for name in DEVICES]
    wanted += [
        (name, lambda c, n=name: c["attribute"] == n and c.get("grade") == (2 if n == "effusion" else 3), GRADED)
        for name in GRADED
    ]
    for name, test, table in wanted:
        texts = sentences_of(data, test)
        if not texts:
            continue
        vectors = embed_texts(model, tokenizer, texts)
        scores = study_scores(frames, data, vectors, ATTRIBUTES.index(name))
        if table is DEVICES:
            truth = data.facts.devices[:, DEVICES.index(name)] > 0
        else:
            truth = data.facts.grades[:, GRADED.index(name)] >= (2 if name == "effusion" else 3)
        kept = [place for place, score in enumerate(scores) if score is not None]
        found[f"auc.{name}"] = auc([scores[k] for k in kept], truth[kept])
    return found


def number_errors(frames, model, tokenizer, data, templates):
    found = {}
    for name, low, high in (("ejection_fraction", 0, 100), ("pulmonary_pressure", 10, 100)):
        forms = templates.get(name, [])[:2]
        truth = data.facts.numbers[:, list(NUMBERS).index(name)]
        found[f"mae.{name}.median"] = float(np.abs(truth - np.median(truth)).mean())
        if not forms:
            continue
        values = np.tile(np.arange(low, high + 1), len(forms))
        texts = [form.replace("<#>", str(v)) for form in forms for v in range(low, high + 1)]
        near = (frames @ embed_texts(model, tokenizer, texts).T).numpy()
        able = data.can_show(ATTRIBUTES.index(name))
        off = []
        for study in range(len(data.studies)):
            own = [c for c in data.clips_of[study] if able[c]]
            if own:
                off.append(abs(ranked(near[own].reshape(-1, len(values)), values) - truth[study]))
        found[f"mae.{name}.ranked"] = float(np.mean(off))
    return found


def identity(clips, data):
    """Each patient's first study against everyone's last."""
    studies = F.normalize(torch.stack([clips[data.clips_of[s]].mean(0) for s in range(len(data.studies))]), dim=-1)
    pairs = [(own[0], own[-1]) for own in data.studies_of.values() if len(own) > 1]
    found = {}
    if len(pairs) > 1:
        near = (studies[[a for a, _ in pairs]] @ studies[[b for _, b in pairs]].T).numpy()
        found["identity.auc"] = auc(near.ravel(), np.eye(len(pairs)).ravel())
        found["identity.r1"] = float((near.argmax(1) == np.arange(len(pairs))).mean())
        found["identity.n"] = len(pairs)
    # Clips of the same view, of one study each: a harder question, which needs no second study.
    byview = defaultdict(dict)
    for row, view in enumerate(data.view):
        byview[int(view)].setdefault(int(data.study[row]), []).append(row)
    hits = total = 0
    for own in byview.values():
        two = [rows for rows in own.values() if len(rows) > 1]
        if len(two) > 1:
            near = (clips[[r[0] for r in two]] @ clips[[r[1] for r in two]].T).numpy()
            hits += int((near.argmax(1) == np.arange(len(two))).sum())
            total += len(two)
    if total:
        found["clip.r1"] = hits / total
    return found, studies


def retrieval(studies, model, tokenizer, data):
    """Studies against reports, each the mean of its sentences; mean rank as a share of all, and R@10."""
    reports = []
    for own in data.sentences:
        reports.append(F.normalize(embed_texts(model, tokenizer, [p.text for p in own]).mean(0), dim=-1))
    near = (studies @ torch.stack(reports).T).numpy()
    own = np.diag(near)
    forth = (near > own[:, None]).sum(1) + 1
    back = (near > own[None]).sum(0) + 1
    ranks = np.concatenate([forth, back])
    return {
        "retrieval.mean_rank_share": float(ranks.mean() / len(own)),
        "retrieval.r10": float((ranks <= 10).mean()),
        "retrieval.n": len(own),
    }


def evaluate(model, tokenizer, data, precision="bf16", templates=None, side=None):
    model.eval()
    frames = embed_frames(model, data, precision, side=side)
    clips = F.normalize(frames.mean(1), dim=-1)
    found = finding_aucs(frames, model, tokenizer, data)
    found |= number_errors(frames, model, tokenizer, data, templates or {})
    same, studies = identity(clips, data)
    found |= same | retrieval(studies, model, tokenizer, data)
    model.train()
    return found
