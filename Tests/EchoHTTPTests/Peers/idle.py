"""Clients who never end a TLS handshake: idle.py HOST PORT. Each has to be let go of in its time."""
import socket
import sys
import time

address = (sys.argv[1], int(sys.argv[2]))
wrong = []
# Nothing at all, and the head of a first message that does not come.
socks = [socket.create_connection(address) for _ in range(2)]
socks[1].sendall(bytes([22, 3, 1, 2, 0]))
start = time.monotonic()
for sock in socks:
    sock.settimeout(30)
    try:
        while sock.recv(4096):
            pass
    except TimeoutError:
        wrong.append(f"a handshake that does not end was waited for {time.monotonic() - start:.0f} s")
    except ConnectionResetError:
        pass
if time.monotonic() - start < 5:
    wrong.append("a slow handshake was given no time")
sys.exit("; ".join(wrong) or 0)
