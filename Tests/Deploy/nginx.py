"""A real nginx that runs the shipped example on ports and paths of a test's own; ended by its process id."""

import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

from service import ROOT

EXAMPLE = ROOT / "Sources/echoseek/Deploy/nginx.conf"
NGINX = "/usr/sbin/nginx"
NAME = "echo.example.org"
# What stands around the example on a machine, as Debian's nginx.conf, in the test's folder. Its log tells
# more than Debian's does, so that what stays out of it is kept out by the example.
AROUND = """
daemon off;
pid {folder}/nginx.pid;
error_log {folder}/main.log info;
{user}
events {{ worker_connections 256; }}
http {{
    include /etc/nginx/mime.types;
    default_type application/octet-stream;
    access_log {folder}/http.log;
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/proxied;
    fastcgi_temp_path {folder}/t1;
    uwsgi_temp_path {folder}/t2;
    scgi_temp_path {folder}/t3;
    include {folder}/echoseek.conf;
}}
"""


def free_port():
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Nginx:
    """nginx before a service's port, which nobody has to listen on."""

    def __init__(self, service_port):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="echoseek-nginx-"))
        self.port, self.plain_port = free_port(), free_port()
        self.certificate = self.folder / "tls.crt"
        subprocess.run(
            ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1"]
            + ["-subj", f"/CN={NAME}", "-addext", f"subjectAltName=DNS:{NAME},IP:127.0.0.1"]
            + ["-keyout", self.folder / "tls.key", "-out", self.certificate],
            check=True,
            capture_output=True,
        )
        self._write(service_port)
        self.process = subprocess.Popen(self._command(), stderr=subprocess.DEVNULL)
        self._wait()

    def _write(self, service_port):
        text = EXAMPLE.read_text()
        for old, new in [
            ("127.0.0.1:8417", f"127.0.0.1:{service_port}"),
            ("listen 443 ", f"listen 127.0.0.1:{self.port} "),
            ("listen 80;", f"listen 127.0.0.1:{self.plain_port};"),
            ("/etc/echoseek/", f"{self.folder}/"),
            ("/var/log/nginx/", f"{self.folder}/"),
        ]:
            assert old in text, f"the example has no `{old}`"
            text = text.replace(old, new)
        (self.folder / "echoseek.conf").write_text(text)
        # Started by root, its workers are another account's, which cannot enter a folder of root's alone.
        user = "user root;" if os.geteuid() == 0 else ""
        (self.folder / "nginx.conf").write_text(AROUND.format(folder=self.folder, user=user))

    def _command(self, *more):
        return [
            NGINX,
            "-p",
            self.folder,
            "-c",
            self.folder / "nginx.conf",
            "-e",
            self.folder / "main.log",
            *more,
        ]

    def _wait(self):
        for _ in range(200):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", self.port)) == 0:
                    return
            if self.process.poll() is not None:
                break
            time.sleep(0.05)
        self.stop()
        raise AssertionError("nginx did not start")

    def check(self):
        """What `nginx -t` says: its status and its words."""
        done = subprocess.run(self._command("-t"), capture_output=True, text=True, check=False)
        return done.returncode, done.stderr

    def written(self):
        """Everything in its folder but configuration, certificate and key, by file."""
        known = {"nginx.conf", "echoseek.conf", "tls.crt", "tls.key", "nginx.pid"}
        files = [path for path in self.folder.rglob("*") if path.is_file() and path.name not in known]
        return {str(path.relative_to(self.folder)): path.read_bytes() for path in files}

    def stop(self):
        """Ends the master, which ends its workers, and waits."""
        if self.process.poll() is None:
            self.process.terminate()
            self.process.wait(30)
        shutil.rmtree(self.folder, ignore_errors=True)
