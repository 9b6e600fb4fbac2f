"""Trains both towers.

    python train.py --data SET --validation SET --out RUN [--steps N N N N] [--processes N]

First on small pictures of many patients, with what is known of each picture alone (PICTURES), then on whole ones
together with sentences (BOTH), then on pairs of studies (STUDIES), at last with more weight on sentences (WORDS).
Writes RUN/checkpoint.pt every few minutes; the same command goes on from there. Steps draw their data from (seed,
step, process) alone, so an interrupted run makes the same batches; the memory of the last steps' studies begins empty.

Each process computes with one thread on a batch of its own, and all take the mean of their gradients: on two cores this
makes half as many more steps as one process with two threads (measured).
"""

import argparse
import json
import math
import os
import re
import tempfile
import time
from collections import defaultdict, deque
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
import torch.distributed as distributed
import torch.nn.functional as F

import losses
from claims import ATTRIBUTES, NUMBERS
from data import Phrase, TrainingSet, augmented, batch, study_batch
from evaluate import evaluate
from tokenizer import Tokenizer, from_texts
from towers import CLIP, Shape


@dataclass(frozen=True)
class Part:
    """A part of the training: what a process's batch is, and how much each loss counts."""

    side: int  # pixels
    patients: int
    frames: int  # of each clip
    weights: dict[str, float]
    # What the rate begins with; then it goes down by half a cosine, but for the first part, which keeps it.
    rate: float
    # Whether a batch holds two studies of each patient, which are then compared as whole studies too.
    is_of_studies: bool = False


# A picture of 64 pixels costs four ninths of one of 96, and chambers, grades and identity are learnt on it as well.
PICTURES = Part(
    64, 28, 2,
    {
        "patient": 0.7, "attribute": 2.0, "claim": 0.5, "view": 0.2, "moment": 0.6, "motion": 0.7, "place": 2.0,
        "anatomy": 2.0,
    },
    rate=2e-3,
)  # fmt: skip
BOTH = Part(
    96, 20, 3,
    {
        "phrase": 4.0, "patient": 1.5, "attribute": 1.0, "claim": 0.7, "view": 0.1, "moment": 0.6, "motion": 0.7,
        "rank": 1.0, "report": 1.0, "place": 1.0, "anatomy": 1.0,
    },
    rate=2e-3,
)  # fmt: skip
# The service compares studies, and so the mean of a study's clips.
STUDIES = Part(
    96, 16, 2,
    {
        "phrase": 4.0, "patient": 0.7, "study": 1.5, "attribute": 1.0, "claim": 0.7, "view": 0.1, "moment": 0.6,
        "motion": 0.7, "rank": 2.0, "report": 1.5, "place": 0.7, "anatomy": 1.0, "size": 2.0,
    },
    rate=1.2e-3, is_of_studies=True,
)  # fmt: skip
WORDS = replace(
    STUDIES, patients=11, frames=3, rate=6e-4,
    weights=STUDIES.weights | {
        "phrase": 5.0, "patient": 0.5, "study": 1.0, "moment": 0.4, "report": 3.0, "place": 0.5, "anatomy": 0.7, "size": 3.0,
    },
)  # fmt: skip
PARTS = (PICTURES, BOTH, STUDIES, WORDS)
WARM_STEPS = 200
# As many steps' studies are compared with besides a batch's own.
MEMORY_STEPS = 24
# Of the weights' running average. A longer one lags behind a rate that falls: .999 cost what the last steps had gained.
AVERAGE = 0.99
TEXTS_AT_ONCE = 40
# Of each report as many sentences are read, of each number every third value is ranked: fewer would cost a third less
# time, and questions in words that training had not are then answered worse.
REPORT_SENTENCES = 8
RANK_STEP = 3


def options():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--validation", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--steps", type=int, nargs=len(PARTS), default=[2300, 1100, 1350, 800], help="of each part")
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--seed", type=int, default=20261122)
    parser.add_argument("--patients", type=int, help="in a process's batch; at most, and otherwise what suits each part")
    parser.add_argument("--clips", type=int, default=2, help="of a patient in a batch")
    parser.add_argument("--phrases", type=int, default=64, help="in a batch")
    parser.add_argument("--depths", type=int, nargs=4, default=[1, 1, 4, 2])
    parser.add_argument("--widths", type=int, nargs=4, default=[40, 80, 160, 320])
    parser.add_argument("--merges", type=int, default=3000)
    parser.add_argument("--precision", choices=["bf16", "fp32"], default=usual_precision())
    parser.add_argument("--checkpoint-minutes", type=float, default=5)
    parser.add_argument("--evaluate-minutes", type=float, default=45)
    return parser.parse_args()


def usual_precision() -> str:
    """bf16 where the CPU computes in it; elsewhere it would be slower than single precision."""
    flags = Path("/proc/cpuinfo")
    return "bf16" if flags.exists() and "avx512_bf16" in flags.read_text() else "fp32"


class Sentences:
    """Phrases by what they claim, and templates of numbers made from them."""

    def __init__(self, data: TrainingSet):
        self.by_attribute = defaultdict(list)
        self.templates = defaultdict(list)
        for one in data.phrases:
            if not one.whole:
                continue
            for name in {claim["attribute"] for claim in one.claims}:
                self.by_attribute[name].append(one)
            if len(one.claims) == 1 and "value" in one.claims[0]:
                form = template(one.text, one.claims[0]["value"])
                if form:
                    self.templates[one.claims[0]["attribute"]].append(form)
        self.templates = {name: sorted(set(forms)) for name, forms in self.templates.items()}
        self.names = sorted(self.by_attribute)

    def draw(self, random, data, studies) -> Phrase:
        """Half from the batch's own reports, half from all phrases, each attribute as likely; sometimes two joined."""
        if random.random() < 0.5:
            own = [p for p in data.sentences[int(random.choice(studies))] if p.whole]
            found = own[random.integers(len(own))] if own else None
        else:
            forms = self.by_attribute[self.names[random.integers(len(self.names))]]
            found = forms[random.integers(len(forms))]
        if found is None or random.random() < 0.3:
            own = [p for p in data.sentences[int(random.choice(studies))] if p.whole]
            if own:
                more = own[random.integers(len(own))]
                both = [p for p in (found, more) if p]
                return Phrase(" ".join(p.text for p in both), tuple(c for p in both for c in p.claims), True)
        return found

    def values(self, random, name, low, high, step):
        """One template with every value, or `None` where no phrase states the number."""
        forms = self.templates.get(name)
        if not forms:
            return None, None
        form = forms[random.integers(len(forms))]
        values = np.arange(low + random.integers(step), high + 1, step)
        return [form.replace("<#>", str(v)) for v in values], torch.from_numpy(values.astype(np.float32))


def claims(phrases) -> list:
    return [one.claims for one in phrases]


def template(text: str, value: float) -> str | None:
    """The sentence with its number taken out, where it states a whole one exactly once and no other."""
    numbers = re.findall(r"\d+(?:\.\d+)?", text)
    if numbers != [str(int(round(value)))]:
        return None
    return re.sub(r"\d+", "<#>", text)


class Trainer:
    def __init__(self, args, process: int):
        self.args, self.process = args, process
        torch.set_num_threads(1)
        torch.manual_seed(args.seed)
        self.data = TrainingSet(args.data)
        self.validation = TrainingSet(args.validation)
        # Some frames of each clip do while training; calibrate.py takes all.
        self.validation.frames = self.validation.frames[:, :: max(1, self.validation.frames.shape[1] // 4)]
        args.out.mkdir(parents=True, exist_ok=True)
        if process == 0 and not (args.out / "merges.txt").exists():
            made, counts = from_texts(self.data.texts, args.merges)
            made.save(args.out, counts)
        distributed.barrier()
        self.tokenizer = Tokenizer.load(args.out)
        self.sentences = Sentences(self.data)
        side = self.data.frames.shape[-1]
        self.shape = Shape(self.tokenizer.size, tuple(args.depths), tuple(args.widths), image=side)
        self.model = CLIP(self.shape)
        self.heads = losses.Heads(
            self.shape.embed, self.shape.widths, self.data.maps.shape[2], self.data.anatomy.shape[1]
        )
        self.is_device = torch.from_numpy(self.data.is_device)
        self.average = {name: value.clone() for name, value in self.model.state_dict().items()}
        self.parameters = [*self.model.parameters(), *self.heads.parameters()]
        flat = [p for p in self.parameters if p.ndim < 2]
        deep = [p for p in self.parameters if p.ndim >= 2]
        groups = [{"params": deep, "weight_decay": 0.05}, {"params": flat, "weight_decay": 0.0}]
        self.optimizer = torch.optim.AdamW(groups, PICTURES.rate, betas=(0.9, 0.98), fused=True)
        self.step, self.images, self.spent, self.history, self.running = 0, 0, 0.0, [], {}
        self.steps = sum(args.steps)
        self.memory: deque = deque(maxlen=MEMORY_STEPS)
        self.tokens: dict[str, list[int]] = {}

    def texts(self, texts):
        """Unit vectors [texts, embed]; texts of like length go together, so that little is padding."""
        for text in texts:
            if text not in self.tokens:
                self.tokens[text] = self.tokenizer(text)
        order = sorted(range(len(texts)), key=lambda place: len(self.tokens[texts[place]]))
        found = []
        for first in range(0, len(order), TEXTS_AT_ONCE):
            part = [self.tokens[texts[place]] for place in order[first : first + TEXTS_AT_ONCE]]
            with torch.autocast("cpu", torch.bfloat16, enabled=self.args.precision == "bf16"):
                found.append(self.model.encode_text(part).float())
        back = torch.empty(len(order), dtype=torch.long)
        back[torch.tensor(order)] = torch.arange(len(order))
        return F.normalize(torch.cat(found)[back], dim=-1)

    def frames(self, x, clips):
        """Unit vectors [clips, frames, embed], and what the stages made."""
        with torch.autocast("cpu", torch.bfloat16, enabled=self.args.precision == "bf16"):
            embedded, stages = self.model.visual(x)
        return F.normalize(embedded.float(), dim=-1).unflatten(0, (clips, -1)), stages

    @property
    def place(self) -> tuple[int, int]:
        """Which part of the training this step belongs to, and how many of the part's steps are done."""
        done = self.step
        for number, steps in enumerate(self.args.steps):
            if done < steps:
                return number, done
            done -= steps
        return len(PARTS) - 1, self.args.steps[-1]

    @property
    def part(self) -> Part:
        return PARTS[self.place[0]]

    def rate(self) -> float:
        """Steady over the first part, then half a cosine down to a fiftieth; the same anew in each part after it."""
        number, done = self.place
        share = done / max(1, self.args.steps[number]) if number else 0
        warm = 1 if number == 1 else min(1, (done + 1) / WARM_STEPS)
        return PARTS[number].rate * warm * (0.02 + 0.49 * (1 + math.cos(math.pi * share)))

    def batch_losses(self, random):
        """The losses of one batch, by name."""
        args, data, heads, part = self.args, self.data, self.heads, self.part
        draw = study_batch if part.is_of_studies else batch
        drawn = draw(data, random, min(part.patients, args.patients or part.patients), args.clips, part.frames)
        rows = drawn.clips
        facts, can = data.facts[data.study[rows]], data.can[rows]
        shown, maps = augmented(drawn.frames, drawn.maps, random, part.side)
        frames, stages = self.frames(shown, len(rows))
        clips = F.normalize(frames.mean(1), dim=-1)
        self.images += frames.shape[0] * frames.shape[1] * args.processes
        anatomy = torch.from_numpy(data.anatomy[data.study[rows]])
        found = {
            "patient": self.patient_loss(clips, rows),
            "attribute": losses.attribute_loss(heads, frames.mean(1), facts, can),
            "view": losses.view_loss(heads, frames.mean(1), data.view[rows]),
            "moment": losses.moment_loss(heads, frames, drawn.moments),
            "motion": losses.motion_loss(heads, frames, facts, can),
            "place": losses.place_loss(heads, stages, maps, self.is_device),
            "anatomy": losses.anatomy_loss(heads, frames.mean(1), anatomy),
        }
        if part.is_of_studies:
            sizes = torch.from_numpy(data.can_size[rows]).float()
            found["size"] = losses.size_loss(heads, frames.mean(1), anatomy, data.size_columns, sizes)
            found["study"] = self.study_loss(drawn, self.studies(drawn, clips))
        phrases = [self.sentences.draw(random, data, drawn.studies) for _ in range(args.phrases)]
        if part is PICTURES:
            return found | {"claim": losses.claim_loss(heads, self.texts([p.text for p in phrases]), claims(phrases))}
        return found | self.sentence_losses(random, drawn, frames, clips, phrases)

    def patient_loss(self, clips, rows):
        """Against the clips of all processes: the more others, the finer the difference that has to be found."""
        states = self.data.state[self.data.study[rows]]
        identity = torch.from_numpy(np.stack([self.data.patient[rows], states, rows], 1))
        return losses.patient_loss(clips, self.gathered(clips), identity, self.gathered(identity))

    @staticmethod
    def studies(drawn, clips):
        """Unit vectors of the batch's studies: the mean of their clips. Shape [studies, embed]."""
        kept = drawn.group >= 0
        sums = torch.zeros(len(drawn.studies), clips.shape[1])
        sums = sums.index_add(0, torch.from_numpy(drawn.group[kept]), clips[torch.from_numpy(kept)])
        return F.normalize(sums, dim=-1)

    def study_loss(self, drawn, studies):
        """As `patient_loss`, of whole studies, against those of the last steps as well: a patient has to be told from
        some thousand others, not from those of one batch. The vectors move little from step to step."""
        data, rows = self.data, drawn.studies
        identity = torch.from_numpy(np.stack([data.patient_of_study[rows], data.state[rows], rows], 1))
        everyone, all_identity = self.gathered(studies), self.gathered(identity)
        vectors = torch.cat([everyone, *(vectors for vectors, _ in self.memory)])
        identities = torch.cat([all_identity, *(own for _, own in self.memory)])
        self.memory.append((everyone.detach(), all_identity))
        return losses.patient_loss(studies, vectors, identity, identities)

    def gathered(self, own):
        """A tensor of this process, then those of the others, which have the same shape, without their gradients."""
        everyone = [torch.empty_like(own) for _ in range(self.args.processes)]
        distributed.all_gather(everyone, own.detach().contiguous())
        return torch.cat([own, *(other for process, other in enumerate(everyone) if process != self.process)])

    def sentence_losses(self, random, drawn, frames, clips, phrases):
        """What ties sentences to pictures, and to what they claim."""
        data, heads, rows = self.data, self.heads, drawn.clips
        facts, can = data.facts[data.study[rows]], data.can[rows]
        reports, owner = [], []
        for place, study in enumerate(drawn.studies):
            own = data.sentences[int(study)]
            for number in random.choice(len(own), min(REPORT_SENTENCES, len(own)), replace=False):
                reports.append(own[int(number)].text)
                owner.append(place)
        ranked = [
            ("ejection_fraction", *self.sentences.values(random, "ejection_fraction", 0, 100, RANK_STEP)),
            ("pulmonary_pressure", *self.sentences.values(random, "pulmonary_pressure", 10, 100, RANK_STEP)),
        ]
        asked = [p.text for p in phrases] + reports
        for _, texts, _ in ranked:
            asked += texts or []
        unique = sorted(set(asked))
        place = {text: row for row, text in enumerate(unique)}
        embedded = self.texts(unique)
        of = lambda texts: embedded[[place[text] for text in texts]]

        said = of([p.text for p in phrases])
        agrees, tells = losses.agreements(claims(phrases), facts, can)
        found = {
            "phrase": losses.phrase_loss(frames, said, heads, self.model.logit_scale, agrees, tells),
            "claim": losses.claim_loss(heads, said, claims(phrases)),
        }
        rank = []
        for name, texts, values in ranked:
            if texts:
                truth = torch.from_numpy(facts.numbers[:, list(NUMBERS).index(name)])
                mask = torch.from_numpy(can[:, ATTRIBUTES.index(name)]).float()
                rank.append(losses.rank_loss(heads, frames, of(texts), values, truth, mask, NUMBERS[name][2]))
        if rank:
            found["rank"] = torch.stack(rank).sum()
        # A study is the mean of its clips, a report the mean of its sentences.
        shown = self.studies(drawn, clips)
        words = F.normalize(torch.zeros_like(shown).index_add(0, torch.tensor(owner), of(reports)), dim=-1)
        others = (self.gathered(shown), self.gathered(words)) if self.part.is_of_studies else (shown, words)
        found["report"] = losses.report_loss(heads, shown, words, *others)
        return found

    def advance(self):
        weights, rate = self.part.weights, self.rate()
        for group in self.optimizer.param_groups:
            group["lr"] = rate
        parts = self.batch_losses(np.random.default_rng([self.args.seed, self.step, self.process]))
        loss = sum(weights[name] * value for name, value in parts.items())
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()
        self.share_gradients()
        torch.nn.utils.clip_grad_norm_(self.parameters, 1.0)
        self.optimizer.step()
        with torch.no_grad():
            self.model.logit_scale.clamp_(max=math.log(100))
            keep = min(AVERAGE, (1 + self.step) / (10 + self.step))
            for name, value in self.model.state_dict().items():
                self.average[name].lerp_(value, 1 - keep)
        self.step += 1
        for name, value in {**parts, "all": loss}.items():
            value = float(value.detach())
            if not math.isfinite(value):
                raise SystemExit(f"the loss `{name}` is not finite at step {self.step}")
            self.running[name] = value if name not in self.running else 0.98 * self.running[name] + 0.02 * value

    def share_gradients(self):
        """Every process gets the mean of all gradients, and so makes the same step. A part may have no use for some."""
        own = [p.grad for p in self.parameters if p.grad is not None]
        flat = torch.cat([gradient.flatten() for gradient in own])
        distributed.all_reduce(flat)
        flat /= self.args.processes
        for gradient, mean in zip(own, flat.split([gradient.numel() for gradient in own])):
            gradient.copy_(mean.view_as(gradient))

    def save(self):
        state = {
            "model": self.model.state_dict(), "average": self.average, "heads": self.heads.state_dict(),
            "optimizer": self.optimizer.state_dict(), "step": self.step, "images": self.images, "spent": self.spent,
            "history": self.history, "running": self.running, "shape": self.shape.as_dict(),
            "arguments": {key: str(value) for key, value in vars(self.args).items()}, "set": self.data.about,
        }  # fmt: skip
        torch.save(state, self.args.out / "checkpoint.part")
        (self.args.out / "checkpoint.part").replace(self.args.out / "checkpoint.pt")
        (self.args.out / "history.json").write_text(json.dumps(self.history, indent=1) + "\n")

    def resume(self):
        file = self.args.out / "checkpoint.pt"
        if not file.exists():
            return
        state = torch.load(file, weights_only=True)
        for name in ("seed", "steps"):
            if state["arguments"][name] != str(getattr(self.args, name)):
                raise SystemExit(f"{file} is of another recipe ({name}): give another folder, or remove it")
        self.model.load_state_dict(state["model"])
        self.heads.load_state_dict(state["heads"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.average = state["average"]
        for name in ("step", "images", "spent", "history", "running"):
            setattr(self, name, state[name])
        print(f"going on from step {self.step}", flush=True)

    def measure(self):
        torch.set_num_threads(self.args.processes)
        model = CLIP(self.shape)
        model.load_state_dict(self.average)
        templates = self.sentences.templates
        found = evaluate(model, self.tokenizer, self.validation, self.args.precision, templates, self.part.side)
        torch.set_num_threads(1)
        spent = {"step": self.step, "minutes": self.spent / 60, "images": self.images}
        self.history.append({**spent, **self.running, **found})
        print(json.dumps({k: round(v, 3) for k, v in self.history[-1].items()}), flush=True)

    def run(self):
        self.resume()
        saved = measured = began = time.monotonic() - self.spent
        saved += self.spent
        measured += self.spent
        while self.step < self.steps:
            self.advance()
            now = time.monotonic()
            self.spent = now - began
            if self.process:
                continue
            if self.step % 50 == 0:
                parts = " ".join(f"{k} {v:.3f}" for k, v in self.running.items())
                print(f"step {self.step}/{self.steps} {self.spent / 60:.1f} min {parts}", flush=True)
            if now - measured > self.args.evaluate_minutes * 60:
                self.measure()
                measured = time.monotonic()
            if now - saved > self.args.checkpoint_minutes * 60:
                self.save()
                saved = time.monotonic()
        if self.process == 0:
            self.measure()
            self.save()


def run(process: int, args, meeting: str):
    # The processes are on one machine.
    os.environ.setdefault("GLOO_SOCKET_IFNAME", "lo")
    distributed.init_process_group(
        "gloo", init_method=f"file://{meeting}", rank=process, world_size=args.processes
    )
    Trainer(args, process).run()
    distributed.barrier()
    distributed.destroy_process_group()


if __name__ == "__main__":
    given = options()
    # The same large blocks are wanted again at every step: giving them back each time costs a sixth of the time (measured).
    os.environ.update(MALLOC_MMAP_THRESHOLD_="1000000000", MALLOC_TRIM_THRESHOLD_="4000000000", OMP_NUM_THREADS="1")
    with tempfile.TemporaryDirectory() as folder:
        torch.multiprocessing.spawn(run, (given, folder + "/meeting"), given.processes)
