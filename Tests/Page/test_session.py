"""A key's session: whose it is, and the way out."""

from axe_playwright_python.sync_playwright import Axe

from browser import TABLET, PageCase
from service import Service, made_index, run
from test_looks import RULES


class Session(PageCase):
    # Until a key is given everything is refused, which the browser notes.
    expected_errors = ("status of 401",)

    @classmethod
    def setUpClass(cls):
        cls.service = Service(made_index())
        cls.addClassCleanup(cls.service.stop)
        index = str(cls.service.folder / "index")
        cls.secret = run("keys", "create", "reading room", "--scope", "read", "--index", index)["secret"]

    def sign_in(self, theme):
        page = self.open(size=TABLET, theme=theme, touch=True, wait="dialog[open] #key-field")
        self.assertTrue(page.locator("#session").is_hidden())
        page.keyboard.type(self.secret)
        page.keyboard.press("Enter")
        page.wait_for_selector(".rows tbody tr a")
        return page

    def test_says_whose_key_is_in_use_and_signs_out(self):
        page = self.sign_in("dark")
        self.assertEqual(page.inner_text(".key-name"), "Key: reading room")
        page.reload()
        page.wait_for_selector(".key-name")
        page.wait_for_selector(".rows tbody tr a")
        page.click("text=Sign out")
        page.wait_for_selector("dialog[open] #key-field")
        self.assertTrue(page.locator("#session").is_hidden())
        self.assertEqual(page.locator(".rows tbody tr a").count(), 0)
        names = [cookie["name"] for cookie in page.context.cookies()]
        self.assertNotIn("echoseek_session", names)

    def test_edits_of_drafts_do_not_stay_for_who_comes_next(self):
        page = self.sign_in("light")
        page.wait_for_selector(".key-name")
        page.evaluate("""sessionStorage.setItem("draft st-1", '[["atria", "Large."]]')""")
        asked = []
        page.once("dialog", lambda dialog: (asked.append(dialog.message), dialog.dismiss()))
        page.click("text=Sign out")
        self.assertIn("1 draft", asked[0])
        self.assertTrue(page.locator(".key-name").is_visible())
        page.once("dialog", lambda dialog: dialog.accept())
        page.click("text=Sign out")
        page.wait_for_selector("dialog[open] #key-field")
        self.assertIsNone(page.evaluate("""sessionStorage.getItem("draft st-1")"""))

    def test_what_is_typed_while_the_session_ends_does_not_stay(self):
        page = self.sign_in("dark")
        page.wait_for_selector(".key-name")
        study = page.locator(".rows tbody tr a").nth(0).get_attribute("href")
        page.evaluate("hash => { location.hash = hash }", study.replace("/study/", "/draft/"))
        page.wait_for_selector(".section")
        held = []

        def session(route):
            if route.request.method == "DELETE":
                held.append(route)
            else:
                route.continue_()

        page.route("**/v1/session", session)
        page.click("text=Sign out")
        self.until(page, lambda: len(held) == 1)
        page.keyboard.press("j")
        page.keyboard.press("e")
        page.keyboard.type("Not for who comes next.")
        self.assertEqual(page.locator(".section textarea").count(), 1)
        held[0].continue_()
        page.wait_for_selector("dialog[open] #key-field")
        kept = page.evaluate("Object.keys(sessionStorage).filter((key) => key.startsWith('draft '))")
        self.assertEqual(kept, [])

    def test_no_number_of_escapes_closes_the_question_for_the_key(self):
        page = self.open(wait="dialog[open] #key-field")
        for _ in range(3):
            page.keyboard.press("Escape")
            page.wait_for_timeout(300)
            self.assertEqual(page.locator("dialog[open] #key-field").count(), 1)
        page.keyboard.type(self.secret)
        page.keyboard.press("Enter")
        page.wait_for_selector(".rows tbody tr a")
        self.assertEqual(page.locator("dialog").count(), 0)

    def test_the_bar_holds_it(self):
        for theme in ["dark", "light"]:
            with self.subTest(theme=theme):
                page = self.sign_in(theme)
                page.wait_for_selector(".key-name")
                wide = page.evaluate("document.documentElement.scrollWidth")
                self.assertLessEqual(wide, TABLET["width"])
                found = Axe().run(page, options=RULES).response["violations"]
                self.assertEqual([one["id"] for one in found], [])
