"""Jobs on the page: how many are followed at a time, and what becomes of them when the service comes anew."""

from answers import COUNTS, DETAIL, EVENTS, LIST, detail, ended, event, job, listing, refusal
from browser import PageCase
from service import shared

MOST_STREAMS = 2


class Follow(PageCase):
    @classmethod
    def setUpClass(cls):
        cls.service = shared()

    def open_jobs(self, page):
        page.keyboard.press("g")
        page.keyboard.press("i")
        page.wait_for_selector(".job[data-job]")

    def test_eight_unfinished_jobs_leave_the_page_its_connections(self):
        jobs = [job(number, "running" if number < 4 else "queued") for number in range(8)]
        streams, looks = [], []
        page = self.open(wait=".rows tbody tr a")
        page.route(EVENTS, lambda route: streams.append(route))
        page.route(DETAIL, lambda route: route.fulfill(json=detail(route.request.url)))

        def answer(route):
            if "state=" not in route.request.url:
                looks.append(route.request.url)
            route.fulfill(json=listing(jobs))

        page.route(LIST, answer)
        self.open_jobs(page)
        self.assertEqual(page.locator(".job[data-job]").count(), len(jobs))
        self.until(page, lambda: len(looks) >= 3)
        self.assertEqual(len(streams), MOST_STREAMS)
        for place in range(MOST_STREAMS, len(jobs)):
            jobs[place] = job(place, "finished", last_event=9)
        self.eventually(
            page,
            "n => document.querySelectorAll('.job[data-state=finished]').length === n",
            len(jobs) - MOST_STREAMS,
        )
        self.assertEqual(len(streams), MOST_STREAMS)
        page.keyboard.press("g")
        page.keyboard.press("w")
        page.wait_for_selector(".rows tbody tr a")

    def test_a_queued_job_has_no_stream_until_it_runs(self):
        jobs = [job("one", "queued", last_event=1)]
        streams = []
        page = self.open(wait=".rows tbody tr a")

        def stream(route):
            streams.append(route.request.url)
            body = event(2, "started", "running") + event(3, "finished", "finished")
            route.fulfill(content_type="text/event-stream", body=body)

        page.route(EVENTS, stream)
        page.route(DETAIL, lambda route: route.fulfill(json=detail(route.request.url)))
        page.route(LIST, lambda route: route.fulfill(json=listing(jobs)))
        self.open_jobs(page)
        page.wait_for_timeout(3000)
        self.assertEqual(streams, [])
        jobs[0] = job("one", "running", last_event=2)
        page.wait_for_selector(".job[data-state=finished]")
        self.assertEqual(len(streams), 1)

    def test_no_event_takes_the_focus_from_a_job_s_buttons(self):
        start = {**job("one", "running", last_event=1), "counts": {**COUNTS, "embedded": 0}}
        streams = []
        page = self.open(wait=".rows tbody tr a")
        page.route(EVENTS, lambda route: streams.append(route))
        page.route(LIST, lambda route: route.fulfill(json=listing([start])))
        self.open_jobs(page)
        self.until(page, lambda: len(streams) == 1)
        self.assertEqual(page.locator(".job button:visible").all_inner_texts(), ["Cancel"])
        page.locator(".job button", has_text="Cancel").focus()
        # The next connection is a minute away.
        body = "retry: 60000\n\n" + event(2, "file", "running") + event(3, "file", "running")
        streams[0].fulfill(content_type="text/event-stream", body=body)
        page.wait_for_selector(".job h2 >> text=Running, 1 of 2 files")
        self.assertEqual(page.evaluate("document.activeElement.textContent"), "Cancel")
        ending = {**job("one", "running", last_event=9), "is_cancelling": True}
        page.route(DETAIL, lambda route: route.fulfill(json=ending))
        page.keyboard.press("Enter")
        page.wait_for_selector(".job h2 >> text=Cancelling")
        self.assertEqual(page.locator(".job button:visible").count(), 0)
        self.assertTrue(page.evaluate("document.activeElement === document.querySelector('.job h2')"))

    def test_a_file_that_ends_changes_its_own_row_and_leaves_the_focus_in_the_table(self):
        start = job("one", "running", last_event=1)
        files = [ended(0, "embedded", study="st-one"), ended(1, None)]
        streams = []
        page = self.open(wait=".rows tbody tr a")
        page.route(EVENTS, lambda route: streams.append(route))
        page.route(LIST, lambda route: route.fulfill(json=listing([start])))
        page.route(DETAIL, lambda route: route.fulfill(json={**start, "files": files}))
        self.open_jobs(page)
        self.until(page, lambda: len(streams) == 1)
        page.click(".job details summary")
        page.locator(".job table a").focus()
        end = ended(1, "quarantined", code="sector.none", reason="No sector was found.")
        body = "retry: 60000\n\n" + event(2, "file", "running", file=end)
        streams[0].fulfill(content_type="text/event-stream", body=body)
        page.wait_for_selector(".job tbody tr >> nth=1 >> text=quarantined")
        self.assertEqual(page.evaluate("document.activeElement.textContent"), "Open study")
        self.eventually(
            page, "() => document.querySelector('.job .reasons')?.textContent.startsWith('1 quarantined')"
        )
        # A study that was deleted since is no longer led to, once the table is opened again.
        files[:] = [ended(0, "embedded"), end]
        page.click(".job details summary")
        page.click(".job details summary")
        self.eventually(page, "() => document.querySelectorAll('.job tbody tr').length === 2")
        self.eventually(page, "() => !document.querySelector('.job table a')")

    def test_follows_a_job_again_after_a_restart_that_asks_for_a_key(self):
        # The refusals that the test gives, the browser notes.
        self.expected_errors = ("status of 401",)
        streams = []
        known = {"key": True}
        page = self.open(wait=".rows tbody tr a")

        def stream(route):
            streams.append(route.request.url)
            if len(streams) == 1:
                body = "retry: 100\n\n" + event(1, "started", "running") + event(2, "file", "running")
                route.fulfill(content_type="text/event-stream", body=body)
            elif len(streams) == 2:
                # The browser took up the connection; the service that came anew knows no session.
                known["key"] = False
                route.fulfill(status=401, json=refusal("http.noKey", "A key is needed."))
            else:
                route.fulfill(content_type="text/event-stream", body=event(3, "finished", "finished"))

        def jobs(route):
            if known["key"]:
                route.fulfill(json=listing([job("one", "running", last_event=2)]))
            else:
                route.fulfill(status=401, json=refusal("http.noKey", "A key is needed."))

        def session(route):
            known["key"] = True
            route.fulfill(json={"scopes": ["read"], "needs_key": True, "name": "desk"})

        page.route(EVENTS, stream)
        page.route(LIST, jobs)
        page.route(DETAIL, lambda route: route.fulfill(json=detail(route.request.url)))
        page.route("**/v1/session", session)
        self.open_jobs(page)
        page.wait_for_selector("dialog[open] #key-field")
        page.keyboard.type("a key")
        page.keyboard.press("Enter")
        page.wait_for_selector(".job[data-state=finished]")
        self.assertEqual(len(streams), 3)
        self.assertIn("after=2", streams[2])
