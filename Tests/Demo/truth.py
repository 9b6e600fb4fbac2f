"""What the demo asks of truth.ndjson: python3 truth.py QUESTION truth.ndjson [...], an answer in JSON on standard input.

Answers name studies by opaque ids; studies.json, of `list studies --json`, tells which they are.
"""

import csv
import json
import sys

question, file, *rest = sys.argv[1:]
records = [json.loads(line) for line in open(file, encoding="utf-8")]
studies = {r["study"]: r for r in records if r["record"] == "study"}


def answered():
    """Studies of an answer's results, best first, with their scores."""
    names = {s["study"]: s["study_key"] for s in json.load(open("studies.json"))}
    return [(names[r["study"]], r["score"]) for r in json.load(sys.stdin)["results"]]


def by_date(patient):
    return sorted((s for s in studies.values() if s["patient"] == patient), key=lambda s: s["date"])


def has_lead(study):
    return study["findings"]["devices"]["has_pacemaker_lead"]


if question == "summary":
    clips = [r for r in records if r["record"] == "clip"]
    patients = {s["patient"] for s in studies.values()}
    print(f"{len(patients)} patients, {len(studies)} studies, {len(clips)} clips; in truth", end=" ")
    print(f"{sum(map(has_lead, studies.values()))} studies with a pacemaker lead")
elif question == "counted":
    answer, clips = json.load(sys.stdin), sum(r["record"] == "clip" for r in records)
    whole = answer["embedded"] + answer["quarantined"] == clips and answer["studies"] == len(studies)
    sys.exit(not whole or answer["quarantined"] > 0.02 * clips)
elif question == "pacemaker":
    found = [has_lead(studies[name]) for name, _ in answered()]
    print("In truth, best first:", ", ".join("lead" if lead else "no lead" for lead in found))
    sys.exit(sum(found) < 7)
elif question == "ventricle":
    found = [studies[name]["findings"] for name, _ in answered()]
    for one in found:
        print(f"In truth: left ventricle {one['left_ventricle_dilation']}, EF {one['ejection_fraction']:.0f} %")
    sys.exit(any(one["left_ventricle_dilation"] == "normal" and one["ejection_fraction"] > 50 for one in found))
elif question == "patient":
    # The first patient with three studies or more, of which one is the first with a pacemaker.
    print(next(p for p in sorted({s["patient"] for s in studies.values()})
               if len(by_date(p)) >= 3 and any("pacemaker_implanted" in s["changes"] for s in by_date(p)[1:])))
elif question == "course":
    # The patient's opaque id, and the studies before and after.
    course = by_date(rest[0])
    place = next(i for i, s in enumerate(course) if i and "pacemaker_implanted" in s["changes"])
    opaque = next(s["patient"] for s in json.load(open("studies.json")) if s["study_key"] == course[0]["study"])
    print(opaque, course[place - 1]["study"], course[place]["study"])
elif question == "timeline":
    scores = dict(answered())
    course = by_date(rest[0])
    for study in course:
        print(f"{study['date']}  score {scores[study['study']]:.3f}  {', '.join(study['changes']) or '-'}")
    rises = [scores[b["study"]] - scores[a["study"]] for a, b in zip(course, course[1:])]
    sys.exit("pacemaker_implanted" not in course[rises.index(max(rises)) + 1]["changes"])
elif question == "report":
    with open("archive/reports.csv", newline="", encoding="utf-8") as rows:
        print(next(row["text"] for row in csv.DictReader(rows) if row["study"] == rest[0]))
elif question == "ef":
    print(f"{studies[rest[0]]['findings']['ejection_fraction']:.0f}")
