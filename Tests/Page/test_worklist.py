"""The worklist: what is in it, how it is narrowed, and what of it may stand in an address."""

import re
import unittest

from browser import PageCase
from service import shared

# Where rows are asked for by words, and where each state's number is.
BY_WORDS = re.compile(r"/v1/studies\?.*q=.*limit=100")
COUNTS = re.compile(r"/v1/studies\?(.*&)?limit=1$")


class Worklist(PageCase):
    @classmethod
    def setUpClass(cls):
        cls.service = shared()
        cls.studies = cls.service.get("/v1/studies?limit=1000")["items"]

    def rows(self, page):
        return page.locator(".rows tbody tr:not(.space)")

    def test_shows_every_study_newest_first_with_its_state(self):
        page = self.open(wait=".rows tbody tr a")
        self.eventually(
            page,
            "n => document.querySelectorAll('.rows tbody tr:not(.space)').length === n",
            len(self.studies),
        )
        dates = self.rows(page).locator("td:first-child").all_inner_texts()
        self.assertEqual(dates, [study["date"] for study in self.studies])
        self.assertEqual(dates, sorted(dates, reverse=True))
        self.eventually(
            page,
            "n => document.querySelector('.tabs button .count')?.textContent === String(n)",
            len(self.studies),
        )
        self.assertIn("not valid on real studies", page.inner_text("#notice"))

    def test_narrows_by_words_without_putting_them_into_the_address(self):
        page = self.open(wait=".rows tbody tr a")
        patient = self.studies[0]["patient_key"]
        wanted = sum(study["patient_key"] == patient for study in self.studies)
        page.keyboard.press("/")
        page.keyboard.type(patient)
        self.eventually(
            page, "n => document.querySelectorAll('.rows tbody tr:not(.space)').length === n", wanted
        )
        self.assertNotIn(patient, page.url)
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        page.wait_for_selector(".study")
        self.assertNotIn(patient, page.url)
        self.assertNotIn(patient, page.title())
        page.go_back()
        page.wait_for_selector(".rows tbody tr a")
        self.eventually(
            page, "n => document.querySelectorAll('.rows tbody tr:not(.space)').length === n", wanted
        )
        self.assertEqual(page.input_value("input[type=search]"), patient)

    def test_keeps_the_other_filters_in_the_address(self):
        page = self.open(wait=".rows tbody tr a")
        middle = sorted(study["date"] for study in self.studies)[len(self.studies) // 2]
        page.fill("input[type=date] >> nth=0", middle)
        wanted = sum(study["date"] >= middle for study in self.studies)
        self.eventually(
            page, "n => document.querySelectorAll('.rows tbody tr:not(.space)').length === n", wanted
        )
        self.assertIn(f"date_from={middle}", page.url)
        page.reload()
        page.wait_for_selector(".rows tbody tr a")
        self.assertEqual(self.rows(page).count(), wanted)
        page.keyboard.press("x")
        self.eventually(
            page,
            "n => document.querySelectorAll('.rows tbody tr:not(.space)').length === n",
            len(self.studies),
        )

    def test_says_when_nothing_passes_and_offers_the_way_back(self):
        page = self.open("#/worklist?date_from=2999-01-01", wait=".rows .empty")
        self.assertIn("No study passes", page.inner_text(".rows"))
        page.click("text=Clear the filters")
        page.wait_for_selector(".rows tbody tr a")

    def other_patient(self):
        """Somebody whose study is not the first of all."""
        first = self.studies[0]["patient_key"]
        return next(one["patient_key"] for one in self.studies if one["patient_key"] != first)

    def test_enter_never_leads_to_a_row_of_the_list_before(self):
        patient = self.other_patient()
        page = self.open(wait=".rows tbody tr a")
        held = []
        page.route(BY_WORDS, lambda route: held.append(route))
        page.keyboard.press("/")
        page.keyboard.type(patient)
        page.keyboard.press("Enter")
        page.keyboard.press("Enter")
        self.until(page, lambda: held and patient in held[-1].request.url)
        page.wait_for_timeout(300)
        self.assertEqual(page.locator(".study").count(), 0)
        self.assertTrue(page.evaluate("document.activeElement.matches('input[type=search]')"))
        held[-1].continue_()
        self.eventually(
            page, "p => document.activeElement.closest('.rows tr')?.textContent.includes(p)", patient
        )
        page.keyboard.press("Enter")
        page.wait_for_selector(".study")
        self.assertEqual(page.inner_text("h1"), patient)

    def test_a_choice_takes_nothing_from_words_that_wait(self):
        patient = self.other_patient()
        page = self.open(wait=".rows tbody tr a")
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.fill("input[type=search]", patient)
        page.select_option(".filters select >> nth=0", "A4C")
        self.until(page, lambda: any(f"q={patient}" in one and "view=A4C" in one for one in asked))

    def test_no_key_leads_to_a_row_that_is_not_seen(self):
        page = self.open(wait=".rows tbody tr a")
        page.keyboard.press("/")
        page.keyboard.type("nobody of this name")
        page.wait_for_selector(".rows .empty")
        page.evaluate("document.activeElement.blur()")
        for key in ["j", "Enter", "d"]:
            page.keyboard.press(key)
        page.wait_for_timeout(300)
        self.assertEqual(page.locator(".rows .empty").count(), 1)

    def test_a_tab_that_is_pressed_keeps_the_focus(self):
        page = self.open(wait=".rows tbody tr a")
        page.wait_for_selector(".tabs .count")
        page.locator(".tabs button", has_text="Ready").focus()
        with page.expect_response(
            lambda answer: COUNTS.search(answer.url) is not None and "state=conflict" in answer.url
        ):
            page.keyboard.press(" ")
        page.wait_for_timeout(500)
        self.assertTrue(page.evaluate("document.activeElement.textContent.startsWith('Ready')"))
        self.assertEqual(page.locator(".tabs [aria-pressed=true]").count(), 1)
        self.assertEqual(page.evaluate("document.activeElement.getAttribute('aria-pressed')"), "true")

    def test_numbers_that_cannot_be_had_take_no_list_away(self):
        # The refusals that the test gives, the browser notes.
        self.expected_errors = ("status of 500",)
        page = self.open(wait=".rows tbody tr a")
        page.wait_for_selector(".tabs .count")
        refusal = {"code": "http.defect", "reason": "It broke.", "remedy": ""}
        page.route(COUNTS, lambda route: route.fulfill(status=500, json=refusal))
        with page.expect_response(COUNTS):
            page.select_option(".filters select >> nth=1", "true")
        self.eventually(page, "() => !document.querySelector('.tabs .count')")
        self.assertGreater(self.rows(page).count(), 0)
        self.assertEqual(page.locator(".failure").count(), 0)


if __name__ == "__main__":
    unittest.main()
