"""More connections than are held: crowded.py HOST PORT LIMIT. The rest wait, and are answered when one ends."""
import socket
import sys
import time

address, limit = (sys.argv[1], int(sys.argv[2])), int(sys.argv[3])
REQUEST = b"GET /livez HTTP/1.1\r\nHost: localhost\r\n\r\n"


def connect():
    sock = socket.create_connection(address, timeout=20)
    sock.sendall(REQUEST)
    return sock


def answered(sock, seconds):
    sock.settimeout(seconds)
    try:
        return b" 200 " in sock.recv(4096)
    except TimeoutError:
        return False


held = [connect() for _ in range(limit)]
if not all(answered(sock, 20) for sock in held):
    sys.exit("as many as are held were not all answered")
waiting = [connect() for _ in range(3)]
if any(answered(sock, 1) for sock in waiting):
    sys.exit("one more than is held was answered")
# Those that are held go on meanwhile.
held[0].sendall(REQUEST)
if not answered(held[0], 20):
    sys.exit("one that is held was no longer answered")
for sock in waiting:
    held.pop().close()
    start = time.monotonic()
    if not answered(sock, 20):
        sys.exit(f"one that waited got no answer in {time.monotonic() - start:.0f} s after another ended")
    held.insert(0, sock)
