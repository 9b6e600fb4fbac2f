"""Requests at a constant rate, or as many as a few connections carry; HTTP/1.1 with kept connections.

At a constant rate every request has its moment, whatever became of those before it, and its latency counts from that
moment: a server that stalls is charged for the requests that it kept from being sent (no coordinated omission). A
request goes out on a free connection, else on a new one; where there are as many as there may be, it waits its turn,
and its clock runs.
"""

import asyncio
import collections
import dataclasses

# How long an answer is waited for after the last request; what has not come by then counts as unanswered.
PATIENCE = 300.0
# Statuses of our own, beside HTTP's: the connection ended before the answer, and no answer came.
LOST, UNANSWERED = 0, -1


def post(path, body, port):
    """A request's bytes."""
    head = (
        f"POST {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def get(path, port):
    return f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode()


@dataclasses.dataclass
class Outcome:
    """What became of the requests of one run."""

    rate: float
    seconds: float
    offered: int
    statuses: collections.Counter
    # Refusals (429) that did not say when to try again.
    bare_refusals: int
    # Seconds from each success's moment to its answer, ascending.
    latencies: list
    # Successes that were answered before the last request's moment had passed.
    in_time: int
    # Seconds that the generator itself was late to send, 99 of 100 within.
    lateness: float
    # Processor seconds of the server meanwhile, where somebody looked.
    processor_seconds: float = float("nan")

    @property
    def done(self):
        """Successes a second while requests came."""
        return self.in_time / self.seconds

    @property
    def milliseconds_each(self):
        """The server's processor time for each success."""
        return self.processor_seconds / max(1, self.statuses[200]) * 1e3

    def percentile(self, share):
        return percentile(self.latencies, share)

    @property
    def all_succeeded(self):
        return self.statuses[200] == self.offered

    def is_sustained(self):
        """Every request was answered, and at the rate at which they came: when the last one comes, no more are under way
        than come while the fastest answer takes, and three of a hundred besides. A run must last three times that."""
        if not self.all_succeeded or 3 * self.latencies[0] > self.seconds:
            return False
        return self.in_time >= 0.97 * (self.offered - self.rate * self.latencies[0])


def percentile(ascending, share):
    """The nearest-rank percentile; infinite for none."""
    if not ascending:
        return float("inf")
    return ascending[min(len(ascending) - 1, max(0, round(share * len(ascending) + 0.5) - 1))]


class Connection(asyncio.Protocol):
    """One kept connection, one request at a time."""

    def __init__(self, answered):
        self.answered = answered
        self.transport = None
        self.buffer = bytearray()
        self.needed = None
        self.head = b""
        self.request = None

    def connection_made(self, transport):
        self.transport = transport

    def send(self, data, moment):
        self.request = moment
        self.transport.write(data)

    def data_received(self, data):
        self.buffer += data
        if self.needed is None:
            end = self.buffer.find(b"\r\n\r\n")
            if end < 0:
                return
            self.head = bytes(self.buffer[:end]).lower()
            place = self.head.find(b"\r\ncontent-length:")
            if place < 0:
                raise ValueError("an answer without a length")
            line = self.head[place + 17 :].split(b"\r\n", 1)[0]
            self.needed = end + 4 + int(line)
        if len(self.buffer) >= self.needed:
            status, moment = int(self.head[9:12]), self.request
            waits = b"\r\nretry-after:" in self.head
            self.buffer.clear()
            self.needed, self.request = None, None
            self.answered(self, moment, status, waits)

    def connection_lost(self, error):
        self.transport = None
        moment, self.request = self.request, None
        self.answered(self, moment, LOST, False)


class ConstantRate:
    """One run at a constant rate: `request(number)` gives each request's bytes."""

    def __init__(self, port, request, rate, seconds, most=400, patience=PATIENCE):
        self.port, self.request, self.rate, self.seconds = port, request, rate, seconds
        self.most, self.patience = most, patience
        self.total = max(1, int(rate * seconds))
        self.idle, self.waiting = [], collections.deque()
        self.connections = 0
        self.statuses = collections.Counter()
        self.latencies, self.lateness = [], []
        self.bare_refusals = self.in_time = self.left = 0
        self.opening = set()
        self.finished = asyncio.Event()

    async def run(self):
        self.loop = asyncio.get_running_loop()
        self.start = self.loop.time() + 0.05
        self.end = self.start + self.seconds
        self.left, sent = self.total, 0
        while sent < self.total:
            now = self.loop.time()
            while sent < self.total and self.start + sent / self.rate <= now:
                moment = self.start + sent / self.rate
                self.lateness.append(now - moment)
                self.offer(sent, moment)
                sent += 1
            if sent < self.total:
                await asyncio.sleep(max(0.0, self.start + sent / self.rate - self.loop.time()))
        try:
            await asyncio.wait_for(self.finished.wait(), self.patience)
        except asyncio.TimeoutError:
            self.statuses[UNANSWERED] += self.left
        self.close()
        return Outcome(
            self.rate,
            self.seconds,
            self.total,
            self.statuses,
            self.bare_refusals,
            sorted(self.latencies),
            self.in_time,
            percentile(sorted(self.lateness), 0.99),
        )

    def offer(self, number, moment):
        data = self.request(number)
        while self.idle:
            connection = self.idle.pop()
            if connection.transport is not None and not connection.transport.is_closing():
                connection.send(data, moment)
                return
        self.waiting.append((data, moment))
        if self.connections < self.most:
            self.add_connection()

    def add_connection(self):
        self.connections += 1
        task = asyncio.create_task(self.open())
        self.opening.add(task)
        task.add_done_callback(self.opening.discard)

    async def open(self):
        try:
            _, connection = await self.loop.create_connection(
                lambda: Connection(self.answered), "127.0.0.1", self.port
            )
        except OSError:
            self.connections -= 1
            if self.waiting:
                self.waiting.popleft()
                self.count(None, LOST, False)
            return
        self.next(connection)

    def next(self, connection):
        if self.waiting:
            connection.send(*self.waiting.popleft())
        else:
            self.idle.append(connection)

    def answered(self, connection, moment, status, waits):
        if moment is not None:
            self.count(moment, status, waits)
        if connection.transport is not None:
            self.next(connection)
            return
        self.connections -= 1
        # What waited for this connection goes out on a new one.
        if self.waiting and not self.finished.is_set():
            self.add_connection()

    def count(self, moment, status, waits):
        now = self.loop.time()
        self.statuses[status] += 1
        self.bare_refusals += status == 429 and not waits
        if status == 200:
            self.latencies.append(now - moment)
            self.in_time += now <= self.end
        self.left -= 1
        if self.left == 0:
            self.finished.set()

    def close(self):
        self.waiting.clear()
        self.finished.set()
        for connection in self.idle:
            if connection.transport is not None:
                connection.transport.close()
        for task in self.opening:
            task.cancel()


class ManyRequests:
    """A bounded number of requests over a few connections, each sending its next when it has its answer."""

    def __init__(self, port, request, total, connections, marks=(), at_mark=None, seconds=None):
        self.port, self.request, self.total, self.width = port, request, total, connections
        self.marks, self.at_mark, self.limit = set(marks), at_mark, seconds
        self.sent = self.answers = 0
        self.statuses = collections.Counter()
        self.finished = asyncio.Event()
        self.connections = []

    async def run(self):
        """The seconds that it took."""
        self.loop = asyncio.get_running_loop()
        self.start = self.loop.time()
        self.connections = [
            (await self.loop.create_connection(lambda: Connection(self.answered), "127.0.0.1", self.port))[1]
            for _ in range(min(self.width, self.total))
        ]
        for connection in self.connections:
            self.send(connection)
        await self.finished.wait()
        seconds = self.loop.time() - self.start
        for connection in self.connections:
            if connection.transport is not None:
                connection.transport.close()
        return seconds

    def send(self, connection):
        over = self.limit is not None and self.loop.time() - self.start > self.limit
        if self.sent < self.total and not over:
            self.sent += 1
            connection.send(self.request(self.sent - 1), self.loop.time())
        elif self.answers == self.sent:
            self.finished.set()

    def answered(self, connection, moment, status, waits):
        if moment is None:
            return
        self.answers += 1
        self.statuses[status] += 1
        if self.answers in self.marks:
            self.at_mark(self.answers)
        if connection.transport is None:
            # Whoever ends a connection under a request ends the run: nothing of it may be passed over.
            self.finished.set()
            return
        self.send(connection)
