"""The peer: a usual embedding server, FastAPI on uvicorn with open_clip, and numpy's product for the search.

What a careful author would do is done: evaluation in inference mode, texts and clips in batches, decoding on threads of
its own, the event loop kept free, uvloop and httptools. ECHO_PEER names the model's folder, the export of the index and
the number of threads.
"""

import asyncio
import base64
import concurrent.futures
import contextlib
import json
import os

MODEL, EXPORT, THREADS = json.loads(os.environ["ECHO_PEER"])
os.environ["OMP_NUM_THREADS"] = str(THREADS)
import cv2  # noqa: E402
import fastapi  # noqa: E402
import numpy as np  # noqa: E402
import pydantic  # noqa: E402
import torch  # noqa: E402

import peer_model  # noqa: E402

torch.set_num_threads(THREADS)
cv2.setNumThreads(1)


class Batches:
    """Inputs that came within two milliseconds, or while a batch was computed, go together."""

    WINDOW = 0.002

    def __init__(self, work, most):
        self.work, self.most = work, most
        self.queue = asyncio.Queue()
        self.thread = concurrent.futures.ThreadPoolExecutor(1)

    async def run(self):
        loop = asyncio.get_running_loop()
        while True:
            batch = [await self.queue.get()]
            if self.queue.empty():
                await asyncio.sleep(self.WINDOW)
            while len(batch) < self.most and not self.queue.empty():
                batch.append(self.queue.get_nowait())
            try:
                found = await loop.run_in_executor(self.thread, self.work, [value for value, _ in batch])
            except Exception as error:  # noqa: BLE001
                for _, answer in batch:
                    answer.set_exception(error)
                continue
            for (_, answer), one in zip(batch, found):
                answer.set_result(one)

    async def put(self, value):
        answer = asyncio.get_running_loop().create_future()
        await self.queue.put((value, answer))
        return await answer


class Archive:
    """The clips' vectors as the index exported them."""

    def __init__(self, folder, slot):
        self.vectors = np.load(f"{folder}/{slot}-clip.npy")
        with open(f"{folder}/{slot}-clip.ndjson") as lines:
            rows = [json.loads(line) for line in lines]
        usable = np.array([row["usable"] for row in rows])
        self.vectors = np.ascontiguousarray(self.vectors[usable])
        self.rows = [row for row in rows if row["usable"]]

    def nearest(self, questions, limit):
        """For each question its best clips, best first."""
        scores = questions @ self.vectors.T
        best = np.argpartition(-scores, min(limit, len(self.rows)) - 1, axis=1)[:, :limit]
        found = []
        for row, places in enumerate(best):
            ordered = places[np.argsort(-scores[row, places])]
            found.append([self.hit(place, float(scores[row, place])) for place in ordered])
        return found

    def hit(self, place, score):
        row = self.rows[place]
        return {"clip": row["clip"], "study": row["study"], "score": score}


class EmbeddingsBody(pydantic.BaseModel):
    input: list[str]
    modality: str = "text"


class SearchBody(pydantic.BaseModel):
    text: str
    limit: int = 10


MOST_HITS = 10
MODEL_HELD = peer_model.Model(MODEL)
ARCHIVE = Archive(EXPORT, "both" if os.path.exists(f"{EXPORT}/both-clip.npy") else "prompt")
DECODING = concurrent.futures.ThreadPoolExecutor(THREADS)
running = {}


@contextlib.asynccontextmanager
async def batching(_):
    running["texts"] = Batches(MODEL_HELD.texts, 32)
    running["searches"] = Batches(lambda texts: ARCHIVE.nearest(MODEL_HELD.texts(texts), MOST_HITS), 32)
    running["clips"] = Batches(MODEL_HELD.clips, 4)
    tasks = [asyncio.create_task(batches.run()) for batches in running.values()]
    yield
    for task in tasks:
        task.cancel()


app = fastapi.FastAPI(lifespan=batching)


def answer(value):
    return fastapi.Response(json.dumps(value, separators=(",", ":")), media_type="application/json")


@app.get("/livez")
async def livez():
    return answer({"status": "alive"})


@app.post("/v1/search")
async def search(body: SearchBody):
    return answer({"results": (await running["searches"].put(body.text))[: body.limit]})


def decoded(uri):
    return MODEL_HELD.frames(base64.b64decode(uri.split(",", 1)[1]))


async def clip(uri):
    frames = await asyncio.get_running_loop().run_in_executor(DECODING, decoded, uri)
    return await running["clips"].put(frames)


@app.post("/v1/embeddings")
async def embeddings(body: EmbeddingsBody):
    one = clip if body.modality == "clip" else running["texts"].put
    found = await asyncio.gather(*(one(value) for value in body.input))
    return answer({"data": [{"index": n, "embedding": vector.tolist()} for n, vector in enumerate(found)]})
