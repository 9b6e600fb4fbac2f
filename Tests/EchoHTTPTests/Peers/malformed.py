"""Requests whose head is no HTTP or too long: malformed.py HOST PORT. Each is answered in JSON, and the line closed."""
import json
import socket
import sys

address = (sys.argv[1], int(sys.argv[2]))
HOST = b"Host: localhost\r\n"
GOOD = b"GET /v1/models HTTP/1.1\r\n" + HOST + b"\r\n"
LONG = b"x" * 20_000
CASES = {
    "a header of 20,000 bytes": b"GET /v1/studies HTTP/1.1\r\n" + HOST + b"X-Long: " + LONG + b"\r\n\r\n",
    "a path of 20,000 bytes": b"GET /v1/studies?q=" + LONG + b" HTTP/1.1\r\n" + HOST + b"\r\n",
    "a header of a megabyte": b"GET /v1/studies HTTP/1.1\r\n" + HOST + b"X-Long: " + LONG * 50 + b"\r\n\r\n",
    "101 headers": b"GET /v1/studies HTTP/1.1\r\n" + HOST + b"X-A: b\r\n" * 101 + b"\r\n",
    "40,000 bytes of headers": b"GET /v1/studies HTTP/1.1\r\n" + HOST + (b"X-A: " + LONG[:10_000] + b"\r\n") * 4 + b"\r\n",
    "no HTTP": b"\x16\x03\x01 what is this\r\n\r\n",
    "a length that is no number": b"POST /v1/search HTTP/1.1\r\n" + HOST + b"Content-Length: many\r\n\r\n",
}


def answer(sock):
    """Status, body, and whether the line was closed after it."""
    file = sock.makefile("rb")
    status, length = int(file.readline().split()[1]), 0
    while line := file.readline().strip().lower():
        if line.startswith(b"content-length:"):
            length = int(line.split(b":")[1])
    return status, file.read(length), file


wrong = []
for name, request in CASES.items():
    for before in (0, 1):
        with socket.create_connection(address, timeout=20) as sock:
            for _ in range(before):
                sock.sendall(GOOD)
                if answer(sock)[0] != 200:
                    wrong.append(f"{name}: the good one before it was not answered")
            sock.sendall(request)
            status, body, file = answer(sock)
            try:
                code = json.loads(body)["code"]
            except (ValueError, KeyError):
                code = f"no JSON: {body[:60]}"
            # A reset would be an error here: it takes the answer with it where the client is slower.
            is_closed = file.read(1) == b""
            if (status, code, is_closed) != (400, "http.head", True):
                wrong.append(f"{name}, {before} good before: {status} {code}, closed: {is_closed}")
sys.exit("\n".join(wrong) or None)
