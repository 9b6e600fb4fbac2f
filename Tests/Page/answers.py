"""What the service says of jobs, for tests that answer in its place."""

import json
import re

# Addresses: the list of jobs, one job, its events, and where clips are sent to.
LIST = re.compile(r"/v1/jobs\?")
DETAIL = re.compile(r"/v1/jobs/[^/?]+$")
EVENTS = re.compile(r"/v1/jobs/[^/]+/events")
SENT = re.compile(r"/v1/studies$")

COUNTS = {"embedded": 1, "duplicate": 0, "skipped": 0, "quarantined": 0, "cancelled": 0}


def job(name, state="finished", last_event=3):
    return {
        "id": f"job-{name}",
        "state": state,
        "actor": "local",
        "created": "2026-01-02T03:04:05Z",
        "file_count": 1 if state == "finished" else 2,
        "byte_count": 7,
        "counts": COUNTS,
        "is_cancelling": False,
        "last_event": last_event,
    }


def detail(url):
    """The job at an address, over, with no file to tell of."""
    return {**job(url.rsplit("/job-", 1)[1]), "files": []}


def ended(number, end, **more):
    """How a job's file ended."""
    return {"ordinal": number, "end": end, "code": None, "reason": None, "study": None, **more}


def listing(jobs):
    return {"items": jobs, "total": len(jobs), "limit": 20, "offset": 0}


def event(number, kind, state, **more):
    """One event of a job in the stream's form."""
    data = {"sequence": number, "kind": kind, "state": state, "counts": COUNTS, "file_count": 2, **more}
    return f"id: {number}\nevent: {kind}\ndata: {json.dumps(data)}\n\n"


def refusal(code, reason):
    return {"code": code, "reason": reason, "remedy": ""}
