"""What the demo asks of truth.ndjson: python3 truth.py QUESTION truth.ndjson [...], an answer in JSON on standard input."""

import json
import sys

question, file, *rest = sys.argv[1:]
records = [json.loads(line) for line in open(file, encoding="utf-8")]
studies = {r["study"]: r for r in records if r["record"] == "study"}


def answered():
    """Studies of an answer's results, best first, with their scores."""
    answer = json.load(sys.stdin)
    return [(answer["studies"][r["study"]]["study_key"], r["score"]) for r in answer["results"]]


def by_date(patient):
    return sorted((s for s in studies.values() if s["patient"] == patient), key=lambda s: s["date"])


def has_lead(study):
    return study["findings"]["devices"]["has_pacemaker_lead"]


if question == "summary":
    clips = [r for r in records if r["record"] == "clip"]
    patients = {s["patient"] for s in studies.values()}
    print(f"{len(patients)} patients, {len(studies)} studies, {len(clips)} clips; in truth", end=" ")
    print(f"{sum(map(has_lead, studies.values()))} studies with a pacemaker lead")
elif question == "counts":
    print([sum(r["record"] == "clip" for r in records), 0, 0, 0, len(studies)])
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
elif question == "timeline-names":
    course = by_date(rest[0])
    place = next(i for i, s in enumerate(course) if i and "pacemaker_implanted" in s["changes"])
    names = {s["study_key"]: s for s in json.load(sys.stdin)}
    print(names[course[place]["study"]]["patient"], course[place - 1]["study"], course[place]["study"])
elif question == "timeline":
    scores = dict(answered())
    course = by_date(rest[0])
    for study in course:
        print(f"{study['date']}  score {scores[study['study']]:.3f}  {', '.join(study['changes']) or '-'}")
    rises = [scores[b["study"]] - scores[a["study"]] for a, b in zip(course, course[1:])]
    sys.exit("pacemaker_implanted" not in course[rises.index(max(rises)) + 1]["changes"])
elif question == "report":
    print(studies[rest[0]]["report"])
elif question == "ef":
    print(f"{studies[rest[0]]['findings']['ejection_fraction']:.0f}")
