"""Calls the service as programs do that know OpenAI's API: openai_client.py BASE_URL CLIP"""
import base64
import sys

import openai

base, clip = sys.argv[1], sys.argv[2]
client = openai.OpenAI(base_url=base + "/v1", api_key="none", max_retries=0)

models = client.models.list().data
assert models and models[0].object == "model", models
name = models[0].id
assert client.models.retrieve(name).id == name

texts = ["a dilated left ventricle", "a pacemaker lead"]
packed = client.embeddings.create(model=name, input=texts)
plain = client.embeddings.create(model=name, input=texts, encoding_format="float")
for a, b in zip(packed.data, plain.data):
    assert a.index == b.index and len(a.embedding) == len(b.embedding) > 100
    assert max(abs(x - y) for x, y in zip(a.embedding, b.embedding)) < 1e-6
    assert abs(sum(x * x for x in a.embedding) - 1) < 1e-4
assert plain.usage.prompt_tokens == plain.usage.total_tokens > 0

uri = "data:application/dicom;base64," + base64.b64encode(open(clip, "rb").read()).decode()
clips = client.embeddings.create(model=name, input=[uri, "up-none"], extra_body={"modality": "clip"})
assert len(clips.data[0].embedding) == len(plain.data[0].embedding)
assert clips.data[1].embedding is None and clips.data[1].error["code"] == "http.noUpload"

for refusal, bad in [
    (openai.NotFoundError, dict(model="other", input="a")),
    (openai.UnprocessableEntityError, dict(model=name, input="a", dimensions=3)),
    (openai.UnprocessableEntityError, dict(model=name, input=[[1, 2]])),
]:
    try:
        client.embeddings.create(**bad)
        raise SystemExit("not refused")
    except refusal as error:
        assert error.code.startswith("http.") and error.message, error
print("ok", len(plain.data[0].embedding))
