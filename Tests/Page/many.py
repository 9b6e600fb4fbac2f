"""Indexes grown to many studies or changed, by rows written and sealed as Index/README.md says."""

import hashlib
import shutil
import sqlite3
import struct

# Texts that would do harm as HTML; they are in the first rows of the list.
HOSTILE = "<img src=x onerror=\"document.title='harmed'\"><b>bold</b>"


def seal(table, values):
    """A row's checksum: the first eight bytes of the hash over the table's name and the content."""
    digest = hashlib.sha256()
    for value in [table, *values]:
        if value is None:
            digest.update(b"\0")
        elif isinstance(value, int):
            digest.update(b"\1" + struct.pack("<q", value))
        elif isinstance(value, float):
            digest.update(b"\2" + struct.pack("<d", value))
        else:
            kind, data = (b"\3", value.encode()) if isinstance(value, str) else (b"\4", bytes(value))
            digest.update(kind + struct.pack("<Q", len(data)) + data)
    return struct.unpack("<q", digest.digest()[:8])[0]


def columns(database, table):
    names = [row[1] for row in database.execute(f"PRAGMA table_info({table})")]
    return [name for name in names if name not in ("row", "checksum")]


def insert(database, table, row):
    names = columns(database, table)
    values = [row[name] for name in names]
    marks = ", ".join("?" for _ in range(len(names) + 1))
    database.execute(
        f"INSERT INTO {table} ({', '.join(names)}, checksum) VALUES ({marks})", [*values, seal(table, values)]
    )


def opaque(prefix, text):
    return f"{prefix}-{hashlib.sha256(prefix.encode() + bytes(1) + text.encode()).hexdigest()[:16]}"


def grow(index, folder, total):
    """Copies an index and adds studies with a clip each until there are `total`."""
    shutil.copytree(index, folder)
    database = sqlite3.connect(folder / "echoseek.sqlite")
    database.row_factory = sqlite3.Row
    for table in ("patients", "studies", "clips"):
        for row in database.execute(f"SELECT * FROM {table} LIMIT 20").fetchall():
            assert row["checksum"] == seal(table, [row[name] for name in columns(database, table)]), table
    clip = dict(database.execute("SELECT * FROM clips WHERE left_out_reason IS NULL LIMIT 1").fetchone())
    frames = dict(database.execute("SELECT * FROM frames WHERE clip = ?", [clip["id"]]).fetchone())
    have = database.execute("SELECT count(*) FROM studies").fetchone()[0]
    for number in range(total - have):
        patient, key = opaque("pt", f"many-{number // 2}"), f"many-{number}"
        if number % 2 == 0:
            insert(
                database,
                "patients",
                {
                    "id": patient,
                    "identifier": HOSTILE if number == 0 else f"MRN{number // 2:07d}",
                    "issuer": None,
                },
            )
        study = opaque("st", key)
        # The first row of the worklist is the hostile one.
        date = (
            "20990101" if number == 0 else f"{2010 + number % 15}{1 + number % 12:02d}{1 + number % 28:02d}"
        )
        insert(
            database,
            "studies",
            {
                "id": study,
                "study_key": HOSTILE if number == 0 else key,
                "patient": patient,
                "date": date,
                "time": None,
                "accession": None if number == 0 else f"A{number:07d}",
                "site": HOSTILE if number == 0 else f"site {number % 5}",
                "has_other_patient": int(number % 500 == 1),
            },
        )
        content = hashlib.sha256(key.encode()).hexdigest()
        insert(
            database,
            "clips",
            {
                **clip,
                "id": f"cl-{content[:16]}",
                "study": study,
                "series": None,
                "path": f"/none/{number}.dcm",
                "content_hash": content,
                "sop_instance_uid": None,
            },
        )
        insert(database, "frames", {**frames, "clip": f"cl-{content[:16]}"})
    database.commit()
    database.close()
    return folder


def conflicted(index, folder, study):
    """Copies an index in which a study's files name different patients."""
    shutil.copytree(index, folder)
    database = sqlite3.connect(folder / "echoseek.sqlite")
    database.row_factory = sqlite3.Row
    row = dict(database.execute("SELECT * FROM studies WHERE id = ?", [study]).fetchone())
    row["has_other_patient"] = 1
    checksum = seal("studies", [row[name] for name in columns(database, "studies")])
    database.execute(
        "UPDATE studies SET has_other_patient = 1, checksum = ? WHERE id = ?", [checksum, study]
    )
    database.commit()
    database.close()
    return folder
