"""When something is wrong: what, why and what to do, and no way that ends in nothing."""

from browser import PageCase
from service import shared


class Trouble(PageCase):
    @classmethod
    def setUpClass(cls):
        cls.service = shared()

    # What each test has refused or cut off, the browser notes.

    def test_shows_a_refusal_with_its_remedy(self):
        self.expected_errors = ("status of 404",)
        page = self.open("#/study/st-0000000000000000", wait=".failure")
        text = page.inner_text(".failure")
        self.assertIn("index.notFound", text)
        self.assertRegex(text, r"Try:?")
        self.assertEqual(page.locator(".failure button").count(), 1)

    def test_says_that_the_server_is_gone_and_goes_on_when_it_is_back(self):
        self.expected_errors = ("ERR_INTERNET_DISCONNECTED",)
        page = self.open(wait=".rows tbody tr a")
        # The views' files are fetched once the first view is there.
        page.wait_for_load_state("networkidle")
        page.context.set_offline(True)
        page.keyboard.press("Enter")
        page.wait_for_selector("#offline:not([hidden])")
        self.assertIn("No answer from the server", page.inner_text("#offline"))
        self.assertIn("echoseek serve", page.inner_text(".failure"))
        page.context.set_offline(False)
        page.wait_for_selector(".study .tile")
        self.assertTrue(page.locator("#offline").is_hidden())

    def test_says_that_a_clip_s_file_is_gone(self):
        self.expected_errors = ("status of 404",)
        page = self.open(
            f"#/study/{self.service.get('/v1/studies?limit=1')['items'][0]['study']}", wait=".tile"
        )
        page.route(
            "**/v1/clips/*/cine*",
            lambda route: route.fulfill(
                status=404,
                content_type="application/json",
                body='{"code": "index.notFound", "reason": "The file is not there.", "remedy": "Put it back."}',
            ),
        )
        page.reload()
        page.wait_for_selector(".cine.broken .trouble:not([hidden])")
        self.assertIn(
            "The file is not there. Put it back.", page.inner_text(".cine.broken .trouble >> nth=0")
        )

    def test_asks_for_a_key_where_one_is_needed_and_keeps_it_nowhere(self):
        self.expected_errors = ("status of 401",)
        page = self.open(wait=".rows tbody tr a")
        sent = []

        def session(route):
            if route.request.method != "POST":
                route.continue_()
                return
            sent.append(route.request.post_data)
            if "right" in route.request.post_data:
                page.unroute("**/v1/studies**")
                route.fulfill(
                    status=200,
                    content_type="application/json",
                    body='{"scopes": ["read"], "needs_key": true}',
                )
            else:
                route.fulfill(
                    status=401,
                    content_type="application/json",
                    body='{"code": "http.badKey", "reason": "The key is not known.", "remedy": "Ask for one."}',
                )

        page.route(
            "**/v1/studies**",
            lambda route: route.fulfill(
                status=401,
                content_type="application/json",
                body='{"code": "http.noKey", "reason": "A key is needed.", "remedy": ""}',
            ),
        )
        page.route("**/v1/session", session)
        page.reload()
        page.wait_for_selector("dialog[open] #key-field")
        page.keyboard.type("wrong")
        page.keyboard.press("Enter")
        page.wait_for_selector("dialog .trouble:not([hidden])")
        self.assertIn("The key is not known. Ask for one.", page.inner_text("dialog"))
        page.keyboard.type("right")
        page.keyboard.press("Enter")
        page.wait_for_selector(".rows tbody tr a")
        self.assertEqual(len(sent), 2)
        self.assertNotIn(
            "right",
            page.evaluate("JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])"),
        )
