"""The nginx example before a real service: what gets through, as it comes, and what stays out of logs."""

import http.client
import json
import pathlib
import re
import shutil
import ssl
import subprocess
import tempfile
import time
import unittest

from nginx import Nginx, free_port
from service import Service, made_set, run

# Clips of several MB each, none compressed.
SET = [
    "--patients",
    "1",
    "--studies",
    "1..1",
    "--views",
    "PLAX,A4C,A2C",
    "--size",
    "360",
    "--furniture",
    "off",
]
# Made up; nobody of that name is in any set.
CANARY = "Zyxwvut"
# Megabytes of one uploaded file that the service takes.
LARGEST = 40


class Client:
    """HTTPS to nginx, from an address of this machine."""

    def __init__(self, nginx, key=None, address="127.0.0.1"):
        self.nginx, self.address = nginx, address
        self.headers = {"Authorization": f"Bearer {key}"} if key else {}
        self.trust = ssl.create_default_context(cafile=nginx.certificate)

    def connection(self):
        return http.client.HTTPSConnection(
            "127.0.0.1", self.nginx.port, timeout=60, source_address=(self.address, 0), context=self.trust
        )

    def begin(self, method, path, body=None, headers=None):
        """Sends a request; the answer's body is still to be read."""
        line = self.connection()
        line.request(method, path, body, {**self.headers, **(headers or {})})
        return line.getresponse()

    def ask(self, method, path, body=None, headers=None):
        """The status, the headers and the body."""
        answer = self.begin(method, path, body, headers)
        return answer.status, answer.headers, answer.read()

    def json(self, path):
        status, _, body = self.ask("GET", path)
        if status != 200:
            raise AssertionError(f"{status}: {body[:500]}")
        return json.loads(body)

    def curl(self, *arguments):
        """What curl prints; it speaks HTTP/2."""
        key = ["-H", f"Authorization: {self.headers['Authorization']}"] if self.headers else []
        done = subprocess.run(
            [
                "curl",
                "-sS",
                "--http2",
                "--max-time",
                "60",
                "--cacert",
                self.nginx.certificate,
                *key,
                *arguments,
            ],
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    def address_of(self, path):
        return f"https://127.0.0.1:{self.nginx.port}{path}"


class BehindNginx(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.clips = sorted(made_set(SET, "large", "uncompressed").glob("*/*/*.dcm"))
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="echoseek-deploy-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        index = cls.folder / "index"
        cls.key = run("keys", "create", "test", "--scope", "admin", "--index", str(index))["secret"]
        cls.service = Service(index, "--behind-proxy", "on", "--upload-megabytes", str(LARGEST))
        cls.addClassCleanup(cls.service.stop)
        cls.nginx = Nginx(int(cls.service.address.rsplit(":", 1)[1]))
        cls.addClassCleanup(cls.nginx.stop)
        cls.client = Client(cls.nginx, cls.key)

    def finished(self, job):
        """The job, once it is over."""
        for _ in range(600):
            state = self.client.json(f"/v1/jobs/{job}")
            if state["state"] not in ("queued", "running"):
                return state
            time.sleep(0.1)
        self.fail("the job did not end in a minute")

    def test_configuration_is_sound(self):
        status, words = self.nginx.check()
        self.assertEqual(status, 0, words)
        self.assertNotRegex(words, "warn|emerg")

    def test_serves_page_and_api_by_tls_alone(self):
        status, headers, body = self.client.ask("GET", "/")
        self.assertEqual((status, headers.get_content_type()), (200, "text/html"))
        self.assertIn(b"<title>", body)
        self.assertIn("max-age", headers["Strict-Transport-Security"])
        self.assertEqual(self.client.json("/info")["product"], "echoseek")
        self.assertEqual(
            self.client.curl("-o", "/dev/null", "-w", "%{http_version}", self.client.address_of("/")), "2"
        )
        plain = http.client.HTTPConnection("127.0.0.1", self.nginx.plain_port, timeout=10)
        plain.request("GET", f"/v1/studies?q={CANARY}")
        answer = plain.getresponse()
        self.assertEqual((answer.status, answer.headers["Location"]), (301, "https://echo.example.org/"))
        for version in ("1.0", "1.1"):
            old = subprocess.run(
                ["curl", "-s", "--ciphers", "DEFAULT@SECLEVEL=0", f"--tlsv{version}", "--tls-max", version]
                + ["--cacert", self.nginx.certificate, self.client.address_of("/")],
                capture_output=True,
                check=False,
            )
            self.assertEqual(old.returncode, 35, "an old TLS is spoken")

    def test_hands_an_upload_on_as_it_comes(self):
        clip = max((clip.read_bytes() for clip in self.clips), key=len)
        self.assertGreater(len(clip), 4 << 20)
        uploads = self.service.folder / "index/service/uploads"

        def received():
            return sum(path.stat().st_size for path in uploads.glob("*/*"))

        line = self.client.connection()
        line.putrequest("POST", "/v1/studies")
        for name, value in self.client.headers.items():
            line.putheader(name, value)
        line.putheader("Content-Type", "application/dicom")
        line.putheader("Content-Length", str(len(clip)))
        line.endheaders()
        half = len(clip) // 2
        line.send(clip[:half])
        for _ in range(200):
            if received() > half * 0.9:
                break
            time.sleep(0.05)
        self.assertGreater(
            received(), half * 0.9, "half of the body was sent, and the service has not seen it"
        )
        line.send(clip[half:])
        answer = line.getresponse()
        job = json.loads(answer.read())
        self.assertEqual(answer.status, 202, job)
        self.assertEqual(answer.headers["Location"], f"/v1/jobs/{job['id']}")
        self.assertEqual(self.finished(job["id"])["state"], "finished")

    def test_tells_events_while_the_job_runs(self):
        files = [part for clip in self.clips for part in ("-F", f"file=@{clip};type=application/dicom")]
        job = json.loads(self.client.curl(*files, self.client.address_of("/v1/studies")))["id"]
        stream = self.client.begin("GET", f"/v1/jobs/{job}/events")
        self.assertEqual(stream.headers.get_content_type(), "text/event-stream")
        kinds, state_at_first_file = [], None
        for line in stream:
            if not line.startswith(b"event: "):
                continue
            kinds.append(line.split()[1].decode())
            if kinds[-1] == "file" and state_at_first_file is None:
                state_at_first_file = self.client.json(f"/v1/jobs/{job}")["state"]
        self.assertEqual(state_at_first_file, "running", "the first event came when the job was over")
        self.assertEqual(kinds.count("file"), len(self.clips))
        self.assertEqual(kinds[-1], "finished")

    def test_sends_parts_of_a_film(self):
        clip = self.clips[0]
        _, _, body = self.client.ask(
            "POST", "/v1/studies", clip.read_bytes(), {"Content-Type": "application/dicom"}
        )
        self.finished(json.loads(body)["id"])
        study = self.client.json("/v1/studies")["items"][0]["study"]
        film = f"/v1/clips/{self.client.json(f'/v1/studies/{study}/clips')['items'][0]['clip']}/cine"
        status, headers, whole = self.client.ask("GET", film)
        self.assertEqual((status, headers.get_content_type()), (200, "video/mp4"))
        status, headers, part = self.client.ask("GET", film, headers={"Range": "bytes=100-1099"})
        self.assertEqual((status, part), (206, whole[100:1100]))
        self.assertEqual(headers["Content-Range"], f"bytes 100-1099/{len(whole)}")
        self.assertEqual(self.client.ask("GET", film, headers={"Range": "bytes=999999999-"})[0], 416)

    def test_leaves_refusals_as_they_are(self):
        words = b'{"set":"' + b"a" * (5 << 20) + b'"}'
        status, headers, body = self.client.ask(
            "POST", "/v1/ask", words, {"Content-Type": "application/json"}
        )
        self.assertEqual((status, json.loads(body)["code"]), (413, "http.tooLarge"))
        too_large = self.folder / "too-large.dcm"
        with too_large.open("wb") as file:
            file.truncate((LARGEST + 1) << 20)
        for version in ("--http1.1", "--http2"):
            answer = self.client.curl(
                *[version, "-H", "Content-Type: application/dicom", "-H", "Expect:"],
                *["--data-binary", f"@{too_large}", "-w", "\n%{http_code}"],
                self.client.address_of("/v1/studies"),
            )
            body, status = answer.rsplit("\n", 1)
            self.assertEqual((status, json.loads(body)["code"]), ("413", "http.tooLarge"))

    def test_tells_callers_apart(self):
        stranger = Client(self.nginx, "echoseek_none", address="127.0.0.2")
        # What a caller says of its own address is not believed.
        tries = [
            stranger.ask("GET", "/v1/studies", headers={"X-Forwarded-For": f"192.0.2.{number}"})
            for number in range(13)
        ]
        self.assertEqual([status for status, _, _ in tries[:10]], [401] * 10)
        status, headers, body = tries[-1]
        self.assertEqual((status, json.loads(body)["code"]), (429, "http.tooMany"))
        self.assertGreaterEqual(int(headers["Retry-After"]), 1)
        other = Client(self.nginx, "echoseek_none", address="127.0.0.3")
        self.assertEqual(other.ask("GET", "/v1/studies")[0], 401)

    def test_gives_browsers_a_cookie_for_tls_alone(self):
        status, headers, _ = Client(self.nginx).ask(
            "POST",
            "/v1/session",
            json.dumps({"key": self.key}),
            {"Content-Type": "application/json", "Origin": f"https://127.0.0.1:{self.nginx.port}"},
        )
        self.assertEqual(status, 200)
        self.assertRegex(headers["Set-Cookie"], "Secure")

    def ask_for_somebody(self, client):
        """A made-up name in every place where an address can hold one; the statuses."""
        paths = [
            f"/v1/studies?q={CANARY}%5EQuincy",
            f"/v1/studies?q={CANARY.lower()}&limit=none",
            f"/v1/studies/{CANARY}",
            f"/v1/studies/{CANARY}/clips?q={CANARY}",
            f"/v1/jobs/{CANARY}/events",
            f"/{CANARY}?{CANARY}",
            # Longer than nginx takes, and within one TLS record: of a longer one the rest would meet a closed connection.
            f"/v1/studies?q={CANARY}" + "x" * 12_000,
        ]
        statuses = [
            client.ask("GET", path, headers={"Referer": f"https://x/?q={CANARY}"})[0] for path in paths
        ]
        for path in paths[:-1]:
            statuses.append(
                int(client.curl("-o", "/dev/null", "-w", "%{http_code}", client.address_of(path)))
            )
        return statuses

    def assert_unwritten(self, files):
        self.assertTrue(files)
        for name, content in files.items():
            self.assertNotIn(
                CANARY.lower().encode(), content.lower(), f"{name} holds the name that was asked for"
            )

    def test_writes_no_words_that_are_looked_for(self):
        statuses = self.ask_for_somebody(self.client)
        self.assertEqual(statuses, [200, 422, 404, 404, 404, 404, 414] + [200, 422, 404, 404, 404, 404])
        files = self.nginx.written()
        self.assert_unwritten(files)
        self.assert_unwritten({"the service's log": "".join(self.service.lines).encode()})
        lines = files["echoseek.access.log"].decode().splitlines()
        known = re.compile(
            r"\S+ 127\.0\.0\.\d GET /v1/studies/\{id\}/clips HTTP/[12]\.\d 404 .* id=[0-9a-f]+"
        )
        self.assertTrue(any(known.fullmatch(line) for line in lines), lines[-3:])

    def test_writes_no_words_where_the_service_is_away(self):
        away = Nginx(free_port())
        self.addCleanup(away.stop)
        client = Client(away)
        status, headers, body = client.ask("GET", f"/v1/studies?q={CANARY}")
        self.assertEqual((status, json.loads(body)["code"]), (502, "proxy.away"))
        self.assertGreaterEqual(int(headers["Retry-After"]), 1)
        self.assertEqual(set(self.ask_for_somebody(client)), {502, 414})
        self.assert_unwritten(away.written())
        self.assertIn(b"GET /v1/studies HTTP/1.1 502", away.written()["echoseek.access.log"])
