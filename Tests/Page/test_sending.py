"""Sending clips: what is under way stays so when the view is left, and goes on where it stopped."""

from answers import SENT, job, refusal
from browser import PageCase
from service import shared

DROP = """names => {
    const transfer = new DataTransfer();
    for (const name of names) transfer.items.add(new File(['no clip'], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
}"""
WARNS = "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"
# As many files as one request takes.
MOST_FILES = 2000


class Sending(PageCase):
    # What the tests have the service refuse, the browser notes.
    expected_errors = ("401", "500", "Failed to load resource")

    @classmethod
    def setUpClass(cls):
        cls.service = shared()

    def hold(self, page):
        """Keeps what is sent from the service; the test answers each request."""
        held = []
        page.route(
            SENT, lambda route: held.append(route) if route.request.method == "POST" else route.continue_()
        )
        return held

    def test_goes_on_when_the_view_is_left_and_sends_later_drops_after_it(self):
        page = self.open(wait=".rows tbody tr a")
        held = self.hold(page)
        self.assertFalse(page.evaluate(WARNS))
        page.evaluate(DROP, ["one.txt"])
        page.wait_for_selector("section[aria-label=Sending]")
        page.keyboard.press("g")
        page.keyboard.press("w")
        page.wait_for_selector(".rows tbody tr a")
        self.assertEqual(page.inner_text("#sending"), "Sending 1 file")
        self.assertTrue(page.evaluate(WARNS))
        page.evaluate(DROP, ["two.txt", "three.txt"])
        page.wait_for_selector("section[aria-label=Sending] >> text=then 2 more")
        self.until(page, lambda: len(held) == 1)
        held[0].fulfill(status=202, json=job("first"))
        page.wait_for_selector("[data-job=job-first]")
        self.until(page, lambda: len(held) == 2)
        held[1].fulfill(status=202, json=job("second"))
        page.wait_for_selector("[data-job=job-second]")
        self.eventually(page, "() => document.getElementById('sending').hidden")
        self.assertFalse(page.evaluate(WARNS))

    def test_goes_on_at_the_batch_that_failed(self):
        page = self.open("#/ingest", wait=".dropzone")
        held = self.hold(page)
        page.evaluate(DROP, [f"{number}.txt" for number in range(2 * MOST_FILES + 1)])
        self.until(page, lambda: len(held) == 1)
        held[0].fulfill(status=202, json=job("first"))
        self.until(page, lambda: len(held) == 2)
        held[1].fulfill(status=500, json=refusal("http.defect", "It broke."))
        page.wait_for_selector(".failure")
        self.assertIn("2,001 files not sent", page.inner_text(".failure"))
        page.click(".failure >> text=Try again")
        self.until(page, lambda: len(held) == 3)
        held[2].fulfill(status=202, json=job("second"))
        self.until(page, lambda: len(held) == 4)
        held[3].fulfill(status=202, json=job("third"))
        for name in ["first", "second", "third"]:
            page.wait_for_selector(f"[data-job=job-{name}]")
        self.eventually(page, "() => document.getElementById('sending').hidden")
        self.assertEqual(page.locator(".failure").count(), 0)
        self.assertEqual(len(held), 4)

    def test_what_failed_keeps_nothing_else_from_being_sent(self):
        page = self.open("#/ingest", wait=".dropzone")
        held = self.hold(page)
        page.evaluate(DROP, ["one.txt"])
        self.until(page, lambda: len(held) == 1)
        held[0].fulfill(status=500, json=refusal("http.defect", "It broke."))
        page.wait_for_selector(".failure")
        self.assertEqual(page.inner_text("#sending"), "Not all was sent")
        page.evaluate(DROP, ["two.txt"])
        self.until(page, lambda: len(held) == 2)
        held[1].fulfill(status=202, json=job("second"))
        page.wait_for_selector("[data-job=job-second]")
        page.click(".failure >> text=Dismiss")
        self.eventually(page, "() => document.getElementById('sending').hidden")

    def test_asks_for_a_key_and_goes_on(self):
        page = self.open("#/ingest", wait=".dropzone")
        held = self.hold(page)
        session = {"scopes": ["read", "write"], "needs_key": True, "name": "desk"}
        page.route("**/v1/session", lambda route: route.fulfill(json=session))
        page.evaluate(DROP, ["one.txt"])
        self.until(page, lambda: len(held) == 1)
        held[0].fulfill(status=401, json=refusal("http.noKey", "A key is needed."))
        page.wait_for_selector("dialog[open] #key-field")
        page.keyboard.type("a key")
        page.keyboard.press("Enter")
        self.until(page, lambda: len(held) == 2)
        held[1].fulfill(status=202, json=job("first"))
        page.wait_for_selector("[data-job=job-first]")
