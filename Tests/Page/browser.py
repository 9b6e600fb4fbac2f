"""Chromium on the page, and what every test of it demands: no error in the console, nothing from elsewhere."""

import os
import pathlib
import unittest

from playwright.sync_api import sync_playwright

from service import MADE

CHROMIUM = os.environ.get("ECHO_CHROMIUM", "/usr/bin/chromium")
SHOTS = MADE / "screenshots"
DESK = {"width": 1280, "height": 800}
TABLET = {"width": 1024, "height": 768}
# The tests share a machine with what else runs there; nothing below waits this long when all is well.
PATIENCE = 30_000

_started = {}


def chromium():
    """The one browser of this run."""
    if "browser" not in _started:
        _started["playwright"] = sync_playwright().start()
        _started["browser"] = _started["playwright"].chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox"]
        )
    return _started["browser"]


def close_chromium():
    if "browser" in _started:
        _started.pop("browser").close()
        _started.pop("playwright").stop()


class PageCase(unittest.TestCase):
    """A test with one page; fails where the page wrote an error, or asked another host for anything."""

    service = None
    # Failures that a test causes on purpose, by a part of their text.
    expected_errors = ()

    def open(self, hash_="", size=DESK, theme="dark", touch=False, wait="main h1"):
        context = chromium().new_context(
            viewport=size, color_scheme=theme, has_touch=touch, is_mobile=touch, accept_downloads=True
        )
        self.addCleanup(context.close)
        self.errors = []
        self.strangers = []
        page = context.new_page()
        page.set_default_timeout(PATIENCE)
        page.on(
            "console", lambda message: self.errors.append(message.text) if message.type == "error" else None
        )
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "request",
            lambda request: (
                self.strangers.append(request.url)
                if not request.url.startswith((self.service.address, "data:", "blob:"))
                else None
            ),
        )
        page.goto(f"{self.service.address}/{hash_}")
        page.wait_for_selector(wait)
        return page

    def tearDown(self):
        unexpected = [
            error
            for error in getattr(self, "errors", [])
            if not any(part in error for part in self.expected_errors)
        ]
        self.assertEqual(unexpected, [], "the console is clean")
        self.assertEqual(getattr(self, "strangers", []), [], "nothing is asked of another host")

    def shot(self, page, name):
        SHOTS.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=SHOTS / f"{name}.png")

    def until(self, page, holds):
        """Waits until something holds that the page does not know of."""
        for _ in range(PATIENCE // 100):
            if holds():
                return
            page.wait_for_timeout(100)
        self.fail("it did not come about")

    def eventually(self, page, expression, argument=None):
        """Waits until an expression of the page holds."""
        page.wait_for_function(expression, arg=argument, timeout=PATIENCE)
