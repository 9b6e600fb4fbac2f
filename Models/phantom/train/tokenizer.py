"""CLIP's byte-level BPE, learnt from our own sentences.

The Swift side (`EchoEncode/Tokenize`) reads `merges.txt` and `vocab.json`; ids are 256 bytes, 256 bytes at a word's
end, one for each merge, start, end. Cleaning here is that of plain text: HTML entities, white space, case. The repair of
broken encodings, which Swift does as well, changes no sentence that we train on.
"""

import heapq
import html
import json
import unicodedata
from collections import Counter, defaultdict
from pathlib import Path

CONTEXT = 77
END_OF_WORD = "</w>"
# How a text may spell the special tokens; CLIP's own way.
START, END = "<start_of_text>", "<end_of_text>"
SUFFIXES = ("'s", "'t", "'re", "'ve", "'m", "'ll", "'d")
# A token seen less often than this in training tells the text tower little.
RARE_BELOW = 20


def byte_symbols() -> list[str]:
    """The printable stand-ins of the 256 bytes, in the order that numbers CLIP's first tokens."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    rest = [b for b in range(256) if b not in printable]
    return [chr(b) for b in printable] + [chr(0x100 + n) for n in range(len(rest))]


def byte_order() -> list[int]:
    """The bytes in the order of their ids."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    return printable + [b for b in range(256) if b not in printable]


def clean(text: str) -> str:
    return " ".join(html.unescape(html.unescape(text)).split()).lower()


def kind(char: str) -> str:
    if char.isspace():
        return "space"
    category = unicodedata.category(char)
    return "letter" if category[0] == "L" else "number" if category[0] == "N" else "other"


def words(text: str) -> list[str]:
    """Splits a cleaned text: a special token, a suffix such as 's, a run of letters, one digit, a run of others."""
    found, place = [], 0
    while place < len(text):
        here = kind(text[place])
        if here == "space":
            place += 1
            continue
        suffix = next((s for s in (START, END, *SUFFIXES) if text.startswith(s, place)), None)
        end = place + (len(suffix) if suffix else 1)
        if not suffix and here != "number":
            while end < len(text) and kind(text[end]) == here:
                end += 1
        found.append(text[place:end])
        place = end
    return found


def learn(counts: Counter, merges: int, least: int = 2) -> list[tuple[str, str]]:
    """The merges, most frequent pair first; equal pairs in the order of their text.

    - counts: words (cleaned) and how often each was seen.
    - least: a pair seen less often is not merged.
    A pair whose joined form is there already is passed over: Swift's table takes each symbol once.
    """
    names = dict(zip(byte_order(), byte_symbols()))
    spelled, seen = [], []
    for word, count in sorted(counts.items()):
        parts = [names[b] for b in word.encode()]
        spelled.append(parts[:-1] + [parts[-1] + END_OF_WORD])
        seen.append(count)
    pairs, where = Counter(), defaultdict(set)
    for place, parts in enumerate(spelled):
        for pair in zip(parts, parts[1:]):
            pairs[pair] += seen[place]
            where[pair].add(place)
    heap = [(-count, pair) for pair, count in pairs.items()]
    heapq.heapify(heap)
    known = set(names.values()) | {n + END_OF_WORD for n in names.values()}
    learnt: list[tuple[str, str]] = []
    while heap and len(learnt) < merges:
        count, pair = heapq.heappop(heap)
        if -count != pairs[pair] or -count < least or pair[0] + pair[1] in known:
            continue
        known.add(pair[0] + pair[1])
        learnt.append(pair)
        changed = set()
        for place in sorted(where[pair]):
            old = spelled[place]
            new = join(old, pair)
            for other in zip(old, old[1:]):
                pairs[other] -= seen[place]
                where[other].discard(place)
                changed.add(other)
            for other in zip(new, new[1:]):
                pairs[other] += seen[place]
                where[other].add(place)
                changed.add(other)
            spelled[place] = new
        for other in changed:
            if pairs[other] > 0:
                heapq.heappush(heap, (-pairs[other], other))
    return learnt


def join(parts: list[str], pair: tuple[str, str]) -> list[str]:
    joined, place = [], 0
    while place < len(parts):
        if tuple(parts[place : place + 2]) == pair:
            joined.append(parts[place] + parts[place + 1])
            place += 2
        else:
            joined.append(parts[place])
            place += 1
    return joined


class Tokenizer:
    """Text to ids: start, content, end; content is cut to the context."""

    def __init__(self, merges: list[tuple[str, str]]):
        self.merges = [tuple(m) for m in merges]
        plain = byte_symbols()
        self.symbols = plain + [s + END_OF_WORD for s in plain] + [a + b for a, b in self.merges]
        self.names = dict(zip(byte_order(), plain))
        self.ids = {symbol: number for number, symbol in enumerate(self.symbols)}
        self.rank = {pair: number for number, pair in enumerate(self.merges)}
        self.start = len(self.symbols)
        self.end = self.start + 1
        self.size = self.end + 1
        self.known: dict[str, list[int]] = {START: [self.start], END: [self.end]}

    def word(self, word: str) -> list[int]:
        if word not in self.known:
            parts = [self.names[b] for b in word.encode()]
            parts[-1] += END_OF_WORD
            while len(parts) > 1:
                best = min(zip(parts, parts[1:]), key=lambda pair: self.rank.get(pair, len(self.rank)))
                if best not in self.rank:
                    break
                parts = join(parts, best)
            self.known[word] = [self.ids[p] for p in parts]
        return self.known[word]

    def content(self, text: str) -> list[int]:
        return [token for word in words(clean(text)) for token in self.word(word)]

    def __call__(self, text: str) -> list[int]:
        read = self.content(text)[: CONTEXT - 2]
        # The tower pools at the first end token: nothing after it is read.
        return [self.start, *(read[: read.index(self.end)] if self.end in read else read), self.end]

    def save(self, folder: Path, counts: list[int]):
        lines = ["#version: 0.2"] + [f"{a} {b}" for a, b in self.merges]
        (folder / "merges.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")
        ids = {**self.ids, "<|startoftext|>": self.start, "<|endoftext|>": self.end}
        text = json.dumps(ids, ensure_ascii=False, indent=0)
        (folder / "vocab.json").write_text(text + "\n", encoding="utf-8")
        document = {"counts": counts, "rare_below": RARE_BELOW}
        (folder / "token_counts.json").write_text(json.dumps(document, separators=(",", ":")) + "\n")

    @staticmethod
    def load(folder: Path) -> "Tokenizer":
        lines = (folder / "merges.txt").read_text(encoding="utf-8").split("\n")[1:]
        return Tokenizer([tuple(line.split(" ")) for line in lines if line])


def from_texts(texts: list[str], merges: int) -> tuple[Tokenizer, list[int]]:
    """A tokenizer for these sentences, and how often each of its tokens occurs in them."""
    tokenizer = Tokenizer(learn(Counter(w for t in texts for w in words(clean(t))), merges))
    counts = Counter(token for text in texts for token in tokenizer.content(text))
    counts[tokenizer.start] = counts[tokenizer.end] = len(texts)
    return tokenizer, [counts[n] for n in range(tokenizer.size)]
