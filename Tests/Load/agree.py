"""Whether two servers give the same answers: vectors by cosine, searches by their hits."""

import json
import urllib.request

import archive
import measure
import numpy as np

TEXTS, SEARCHES = 32, 32
# Cosines of the two servers' vectors, and how far apart scores may lie whose hits are in another order.
LEAST_COSINE, SCORE = 0.999, 2e-4


def ask(port, path, body):
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}{path}", body, {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(request, timeout=300) as answer:
        return json.load(answer)


def vectors(port, body):
    return [item["embedding"] for item in ask(port, "/v1/embeddings", body)["data"]]


def answers(port, files):
    """What a server says to questions and clips that every server is asked."""
    texts = [archive.question(number) for number in range(TEXTS)]
    return {
        "texts": np.array(vectors(port, json.dumps({"input": texts}).encode())),
        "clips": np.array([vectors(port, measure.clip_body(path))[0] for path in files]),
        "hits": [hits(port, archive.question(number)) for number in range(SEARCHES)],
    }


def hits(port, text):
    body = json.dumps({"text": text, "level": "clip", "limit": 10}).encode()
    return [(hit["clip"], hit["score"]) for hit in ask(port, "/v1/search", body)["results"]]


def same_hits(ours, theirs):
    """Whether two lists of hits agree, but for the order of scores that are as good as equal."""
    if len(ours) != len(theirs):
        return False
    last = theirs[-1][1]
    known = dict(theirs)
    for place, (clip, score) in enumerate(ours):
        if abs(score - theirs[place][1]) > SCORE:
            return False
        if clip not in known and score > last + SCORE:
            return False
    return True


def compared(ours, theirs):
    """Smallest cosines, and how many searches agree."""
    found = {
        name: float((ours[name] * theirs[name]).sum(axis=1).min() if len(ours[name]) else 1)
        for name in ("texts", "clips")
    }
    pairs = list(zip(ours["hits"], theirs["hits"]))
    found["searches"] = len(pairs)
    found["same_top"] = sum(mine[0][0] == other[0][0] for mine, other in pairs)
    found["same_hits"] = sum(same_hits(mine, other) for mine, other in pairs)
    found["ok"] = (
        min(found["texts"], found["clips"]) >= LEAST_COSINE and found["same_hits"] == found["searches"]
    )
    return found
