"""Contrast, accessibility rules, sizes and themes; and the pictures for the user guide."""

import re
import unittest

from axe_playwright_python.sync_playwright import Axe

from browser import DESK, TABLET, PageCase
from palette import CONTROLS, TEXTS, THEME, contrast, palettes
from service import shared

RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]}
# A finger's width by WCAG 2.2 (2.5.8) is 24; the page's own measure on a tablet is larger.
FINGER, TABLET_FINGER = 24, 34


class Palette(unittest.TestCase):
    def test_every_pair_that_is_used_has_its_contrast(self):
        themes = palettes()
        self.assertEqual(sorted(themes), ["dark", "light"])
        self.assertEqual(themes["dark"].keys(), themes["light"].keys())
        for theme, colors in themes.items():
            for pairs, least in [(TEXTS, 4.5), (CONTROLS, 3)]:
                for one, two in pairs:
                    with self.subTest(theme=theme, pair=f"{one} on {two}"):
                        self.assertGreaterEqual(contrast(colors[one], colors[two]), least)

    def test_nothing_is_written_into_the_html_that_the_policy_forbids(self):
        html = (THEME.parent / "index.html").read_text()
        self.assertIsNone(re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=|https?://", html))
        for file in THEME.parent.glob("*.js"):
            self.assertIsNone(
                re.search(
                    r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|new Function",
                    file.read_text(),
                ),
                file.name,
            )


class Looks(PageCase):
    @classmethod
    def setUpClass(cls):
        cls.service = shared()
        study = next(
            one for one in cls.service.get("/v1/studies?limit=1000")["items"] if one["prior_count"] > 0
        )
        priors = cls.service.get(f"/v1/studies/{study['study']}/priors")["priors"]
        prior = next(one["study"] for one in priors if one["timing"] == "earlier")
        cls.views = {
            "worklist": ("", ".tabs .count"),
            "study": (f"#/study/{study['study']}", ".findings button.evidence"),
            "compare": (f"#/compare/{prior}/{study['study']}", ".stage .cine.ready"),
            "search": ("#/search?by=ask&set=pacemaker", ".viewer .cine.ready"),
            "draft": (f"#/draft/{study['study']}", ".section"),
            "ingest": ("#/ingest", ".dropzone"),
        }

    def test_passes_axe_and_fits_at_each_size_and_theme(self):
        axe = Axe()
        for size, touch in [(DESK, False), (TABLET, True)]:
            for theme in ["dark", "light"]:
                for name, (hash_, ready) in self.views.items():
                    with self.subTest(view=name, theme=theme, width=size["width"]):
                        self.look(axe, name, hash_, ready, size, theme, touch)

    def look(self, axe, name, hash_, ready, size, theme, touch):
        page = self.open(hash_, size=size, theme=theme, touch=touch, wait=ready)
        self.eventually(page, "() => !document.querySelector('.cine.loading')")
        page.wait_for_timeout(600)
        if name == "draft":
            page.locator(".sentence").nth(0).focus()
        self.shot(page, f"{name}-{theme}-{size['width']}")
        wide = page.evaluate("document.documentElement.scrollWidth")
        self.assertLessEqual(wide, size["width"], "nothing runs over the side")
        outside = page.evaluate("""() => [...document.querySelectorAll('.tile, .panel, .heading')].flatMap((box) =>
            [...box.querySelectorAll('button, a, select, .chip')]
                .filter((one) => one.checkVisibility() && !one.classList.contains('sr')
                    && one.getBoundingClientRect().right > box.getBoundingClientRect().right + 1)
                .map((one) => one.textContent.trim()))""")
        self.assertEqual(outside, [], "nothing runs out of its tile or panel")
        self.assertTrue(page.locator("#notice").is_visible())
        self.assertIn("not valid on real studies", page.inner_text("#notice"))
        small = page.evaluate(
            """least => [...document.querySelectorAll('button, select, input:not([type=checkbox]), a.button')]
            .filter((one) => one.checkVisibility() && !one.classList.contains('sr'))
            .map((one) => [one.textContent.trim() || one.ariaLabel || one.type, one.getBoundingClientRect().height])
            .filter(([, height]) => height > 0 && height < least)""",
            TABLET_FINGER if touch else FINGER,
        )
        self.assertEqual(small, [], "fingers hit every control")
        found = axe.run(page, options=RULES).response["violations"]
        self.assertEqual(
            [(one["id"], [node["html"][:160] for node in one["nodes"][:3]]) for one in found], []
        )
        page.context.close()

    def test_axe_finds_what_is_wrong(self):
        page = self.open(wait=".rows tbody tr a")
        page.evaluate(
            "document.querySelector('h1').after(Object.assign(document.createElement('img'), { src: '/page/icon.svg' }))"
        )
        found = Axe().run(page, options=RULES).response["violations"]
        self.assertEqual([one["id"] for one in found], ["image-alt"])

    def test_remembers_the_theme(self):
        page = self.open(theme="light", wait=".rows tbody tr a")
        self.assertEqual(page.evaluate("document.documentElement.dataset.theme"), "light")
        page.keyboard.press("t")
        self.assertEqual(page.evaluate("document.documentElement.dataset.theme"), "dark")
        page.reload()
        page.wait_for_selector(".rows tbody tr a")
        self.assertEqual(page.evaluate("document.documentElement.dataset.theme"), "dark")
