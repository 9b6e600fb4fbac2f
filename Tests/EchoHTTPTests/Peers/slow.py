"""Clients that are slow or send too much: slow.py HOST PORT FILM. Each has to be let go of in its time."""
import socket
import sys
import threading
import time

address = (sys.argv[1], int(sys.argv[2]))
wrong = []
# Longer than a reader that takes nothing is waited for.
STALLED = 75


def connect(head):
    sock = socket.create_connection(address)
    sock.settimeout(1)
    sock.sendall(head)
    return sock


def until_end(sock, drip, most):
    """Sends a little each second; returns what was answered, and after how many seconds the line was closed."""
    start, answer = time.monotonic(), b""
    while time.monotonic() - start < most:
        try:
            sock.sendall(drip)
            part = sock.recv(4096)
            if not part:
                break
            answer += part
        except TimeoutError:
            continue
        except OSError:
            break
    return answer, time.monotonic() - start


def post(path, length):
    return (f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            f"Content-Length: {length}\r\n\r\n").encode()


def headers():
    answer, seconds = until_end(connect(b"GET / HTTP/1.1\r\nHost: localhost\r\n"), b"X-A: b\r\n", 60)
    if seconds > 45:
        wrong.append(f"a header that does not end was waited for {seconds:.0f} s")


def body():
    answer, seconds = until_end(connect(post("/v1/search", 100_000)), b" ", 60)
    if b" 408 " not in answer[:40] or seconds > 40:
        wrong.append(f"a slow body: {answer[:40]} after {seconds:.0f} s")


def large():
    sock, sent = connect(post("/v1/ask", 1_000_000_000)), 0
    try:
        while sent < 1_000_000_000:
            sent += sock.send(b" " * 100_000)
    except OSError:
        pass
    if sent > 100_000_000:
        wrong.append(f"a body that is too large: {sent} bytes were taken")


def film():
    sock = connect(f"GET {sys.argv[3]} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode())
    head = sock.recv(1000)
    if b" 200 " not in head[:40]:
        wrong.append(f"the film was not sent: {head[:40]}")
        return
    time.sleep(STALLED)
    length = int(head.lower().split(b"content-length: ")[1].split(b"\r")[0])
    taken = len(head)
    try:
        while part := sock.recv(1 << 20):
            taken += len(part)
    except OSError:
        pass
    if taken >= length:
        wrong.append(f"who took nothing for {STALLED} s still got all {taken} bytes")


threads = [threading.Thread(target=work) for work in (headers, body, large, film)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
sys.exit("; ".join(wrong) or 0)
