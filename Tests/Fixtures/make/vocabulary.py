"""Writes OUTDIR/vocabulary/bpe_simple_vocab_16e6.txt.gz, taken out of the open_clip_torch wheel from PyPI.

Run by `make fixtures`. The file is never kept in git. Nothing is downloaded where it is there already.
"""
import hashlib
import pathlib
import subprocess
import sys
import tempfile
import zipfile

WHEEL = "open_clip_torch==3.3.0"
NAME = "bpe_simple_vocab_16e6.txt.gz"
SHA256 = "924691ac288e54409236115652ad4aa250f48203de50a9e4722a6ecd48d6804a"


def is_right(path):
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == SHA256


def main():
    target = pathlib.Path(sys.argv[1]) / "vocabulary" / NAME
    if is_right(target):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "--no-deps", "--dest", folder, WHEEL], check=True)
        (wheel,) = pathlib.Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            (member,) = [name for name in archive.namelist() if name.endswith("/" + NAME)]
            content = archive.read(member)
    found = hashlib.sha256(content).hexdigest()
    if found != SHA256:
        sys.exit(f"{NAME} in {WHEEL} has SHA-256 {found}, expected {SHA256}")
    part = target.with_suffix(".part")
    part.write_bytes(content)
    part.replace(target)


if __name__ == "__main__":
    main()
