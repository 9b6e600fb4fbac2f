"""From the worklist to an exported draft without a mouse."""

from browser import PageCase
from service import shared

# What has the focus has to be seen to have it: an outline, on it or on what it is in.
FOCUS_IS_SEEN = """() => {
    const element = document.activeElement;
    if (!element || element === document.body) return false;
    const style = getComputedStyle(element);
    return parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none';
}"""


class Keyboard(PageCase):
    @classmethod
    def setUpClass(cls):
        cls.service = shared()
        cls.studies = cls.service.get("/v1/studies?limit=1000")["items"]

    def test_goes_all_the_way(self):
        page = self.open(wait=".rows tbody tr a")
        place = next(number for number, study in enumerate(self.studies) if study["prior_count"] > 0)
        for _ in range(place):
            page.keyboard.press("j")
        self.assertTrue(page.evaluate(FOCUS_IS_SEEN))
        page.keyboard.press("Enter")
        page.wait_for_selector(".tile.chosen")
        page.keyboard.press("?")
        page.wait_for_selector("#key-list[open]")
        self.assertIn("Play or pause", page.inner_text("#key-list"))
        page.keyboard.press("Escape")
        page.keyboard.press("j")
        self.assertTrue(page.evaluate(FOCUS_IS_SEEN))
        page.wait_for_selector("button.evidence")
        page.keyboard.press("f")
        self.assertTrue(page.evaluate("document.activeElement.closest('.side') !== null"))
        page.wait_for_selector(".priors li.own")
        page.keyboard.press("c")
        page.wait_for_selector(".compare button.pair")
        page.keyboard.press("j")
        self.assertTrue(page.evaluate(FOCUS_IS_SEEN))
        page.go_back()
        page.wait_for_selector(".tile.chosen")
        page.keyboard.press("d")
        page.wait_for_selector(".section")
        page.keyboard.press("j")
        self.assertTrue(page.evaluate(FOCUS_IS_SEEN))
        page.keyboard.press("x")
        with page.expect_download() as download:
            page.keyboard.press("Enter")
        self.assertTrue(download.value.suggested_filename.endswith(".txt"))
        page.keyboard.press("g")
        page.keyboard.press("s")
        page.wait_for_selector("input[type=search]")
        page.keyboard.type("pericardial effusion")
        page.keyboard.press("Enter")
        page.wait_for_selector("button.result")
        page.keyboard.press("g")
        page.keyboard.press("i")
        page.wait_for_selector(".dropzone")

    def test_tab_reaches_every_control_and_shows_it(self):
        study = next(study for study in self.studies if study["prior_count"] > 0)["study"]
        for hash_, ready in [
            ("", ".rows tbody tr a"),
            (f"#/study/{study}", "button.evidence"),
            ("#/search?by=ask&set=pacemaker", ".judge button"),
            (f"#/draft/{study}", ".section"),
            ("#/ingest", ".dropzone"),
        ]:
            with self.subTest(hash_):
                page = self.open(hash_, wait=ready)
                page.wait_for_timeout(500)
                page.evaluate("document.activeElement.blur()")
                wanted = page.evaluate(
                    """() => [...document.querySelectorAll('main button, main select, main input, main a[href]')]
                    .filter((one) => one.tabIndex >= 0 && !one.disabled && one.checkVisibility() && !one.closest('details:not([open]) > *:not(summary)')).length"""
                )
                reached = set()
                for _ in range(wanted * 2 + 80):
                    page.keyboard.press("Tab")
                    found = page.evaluate(f"""() => {{
                        const all = [...document.querySelectorAll('main button, main select, main input, main a[href]')];
                        const place = all.indexOf(document.activeElement);
                        return [place, place < 0 || ({FOCUS_IS_SEEN})()];
                    }}""")
                    if found[0] >= 0:
                        self.assertTrue(found[1], "the focus is seen")
                        reached.add(found[0])
                    if len(reached) >= wanted:
                        break
                self.assertGreaterEqual(len(reached), wanted)

    def test_letters_are_letters_in_a_field(self):
        page = self.open(wait=".rows tbody tr a")
        page.keyboard.press("/")
        page.keyboard.type("jk?x")
        self.assertEqual(page.input_value("input[type=search]"), "jk?x")
        self.assertEqual(page.locator("dialog[open]").count(), 0)
