"""Sending clips: what is under way stays so when the view is left, and goes on where it stopped."""

from answers import SENT, job, refusal
from browser import PageCase
from service import shared

DROP = """names => {
    const transfer = new DataTransfer();
    for (const name of names) transfer.items.add(new File(['no clip'], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
}"""
# The same, of files with so many bytes.
SIZED_DROP = """files => {
    const transfer = new DataTransfer();
    for (const [name, size] of files) transfer.items.add(new File([new Uint8Array(size)], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
}"""
WARNS = "() => !dispatchEvent(new Event('beforeunload', { cancelable: true }))"
# As many files as one request takes.
MOST_FILES = 2000


class Sending(PageCase):
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

    def limit(self, page, **limits):
        """Has the service say that it takes no more than so much."""
        info = self.service.get("/info")
        info["limits"].update(limits)
        page.route("**/info", lambda route: route.fulfill(json=info))

    def test_no_request_has_more_bytes_than_the_service_takes(self):
        limits = self.service.get("/info")["limits"]
        self.assertEqual(limits["form_bytes"], min(8 * limits["upload_bytes"], 16 << 30))
        page = self.open("#/ingest", wait=".dropzone")
        held = self.hold(page)
        self.limit(page, form_bytes=2_500_000)
        page.evaluate(SIZED_DROP, [[f"{number}.avi", 1_000_000] for number in range(3)])
        page.wait_for_selector("section[aria-label=Sending] >> text=then 1 more")
        self.assertEqual(page.inner_text("#sending"), "Sending 2 files")
        self.until(page, lambda: len(held) == 1)
        held[0].fulfill(status=202, json=job("first"))
        self.until(page, lambda: len(held) == 2)
        self.assertEqual(page.inner_text("#sending"), "Sending 1 file")
        held[1].fulfill(status=202, json=job("second"))
        self.eventually(page, "() => document.getElementById('sending').hidden")
        self.assertEqual(page.locator(".failure").count(), 0)

    def test_a_file_that_is_too_large_keeps_no_other_from_being_sent(self):
        page = self.open("#/ingest", wait=".dropzone")
        held = self.hold(page)
        self.limit(page, upload_bytes=1_000_000)
        page.evaluate(SIZED_DROP, [["a.avi", 2_000_000], ["b.avi", 1000]])
        self.until(page, lambda: len(held) == 1)
        self.assertEqual(page.inner_text("#sending"), "Sending 1 file")
        held[0].fulfill(status=202, json=job("first"))
        page.wait_for_selector(".failure")
        self.assertIn("a.avi has 2 MB", page.inner_text(".failure"))
        self.assertIn("1 file not sent", page.inner_text(".failure"))
        self.assertEqual(len(held), 1)

    def test_says_that_a_manifest_s_files_are_more_than_one_request_takes(self):
        page = self.open("#/ingest", wait=".dropzone")
        held = self.hold(page)
        self.limit(page, form_bytes=1_500_000)
        page.set_input_files(
            "input[aria-label=Files]",
            [
                {"name": "clips.csv", "mimeType": "text/csv", "buffer": b"path\na.avi\nb.avi\n"},
                {"name": "a.avi", "mimeType": "video/x-msvideo", "buffer": bytes(1_000_000)},
                {"name": "b.avi", "mimeType": "video/x-msvideo", "buffer": bytes(1_000_000)},
            ],
        )
        page.wait_for_selector(".failure")
        self.assertIn("page.tooMany", page.inner_text(".failure"))
        self.assertEqual(held, [])

    def test_goes_on_at_the_batch_that_failed(self):
        # The refusal that the test gives, the browser notes.
        self.expected_errors = ("status of 500",)
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
        self.expected_errors = ("status of 500",)
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
        self.expected_errors = ("status of 401",)
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
