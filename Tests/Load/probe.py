"""Asks /livez on a new connection each time, as a supervisor does, and prints one JSON line: `probe.py PORT RATE SECONDS`.

A process of its own, so that the generator's work is not counted as the server's. Latencies are counted from the moment
at which each question was due.
"""

import json
import socket
import sys
import time

PORT, RATE, SECONDS = int(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
QUESTION = f"GET /livez HTTP/1.1\r\nHost: 127.0.0.1:{PORT}\r\n\r\n".encode()


def status():
    try:
        with socket.create_connection(("127.0.0.1", PORT), timeout=30) as connection:
            connection.sendall(QUESTION)
            answer = b""
            while b"\r\n\r\n" not in answer:
                part = connection.recv(4096)
                if not part:
                    return 0
                answer += part
            return int(answer[9:12])
    except OSError:
        return 0


start, latencies, statuses = time.monotonic(), [], {}
for number in range(int(RATE * SECONDS)):
    due = start + number / RATE
    time.sleep(max(0.0, due - time.monotonic()))
    found = status()
    statuses[found] = statuses.get(found, 0) + 1
    latencies.append(time.monotonic() - due)
print(json.dumps({"statuses": statuses, "latencies": sorted(latencies)}))
