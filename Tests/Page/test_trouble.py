"""When something is wrong: what, why and what to do, and no way that ends in nothing."""

from browser import PageCase
from service import Service, made_index, shared


class Trouble(PageCase):
    expected_errors = ("404", "Failed to load resource", "ERR_CONNECTION_REFUSED", "ERR_FAILED")

    @classmethod
    def setUpClass(cls):
        cls.service = shared()

    def test_shows_a_refusal_with_its_remedy(self):
        page = self.open("#/study/st-0000000000000000", wait=".failure")
        text = page.inner_text(".failure")
        self.assertIn("index.notFound", text)
        self.assertRegex(text, r"Try:?")
        self.assertEqual(page.locator(".failure button").count(), 1)

    def test_says_that_the_server_is_gone_and_goes_on_when_it_is_back(self):
        page = self.open(wait=".rows tbody tr a")
        page.context.set_offline(True)
        page.keyboard.press("Enter")
        page.wait_for_selector("#offline:not([hidden])")
        self.assertIn("No answer from the server", page.inner_text("#offline"))
        self.assertIn("echoseek serve", page.inner_text(".failure"))
        page.context.set_offline(False)
        page.wait_for_selector(".study .tile")
        self.assertTrue(page.locator("#offline").is_hidden())

    def test_says_that_a_clip_s_file_is_gone(self):
        page = self.open(f"#/study/{self.service.get('/v1/studies?limit=1')['items'][0]['study']}", wait=".tile")
        page.route("**/cine**", lambda route: route.fulfill(
            status=404, content_type="application/json",
            body='{"code": "index.notFound", "reason": "The file is not there.", "remedy": "Put it back."}'))
        page.reload()
        page.wait_for_selector(".cine.broken .trouble:not([hidden])")
        self.assertIn("The file is not there. Put it back.", page.inner_text(".cine.broken .trouble >> nth=0"))
