"""The worklist: what is in it, how it is narrowed, and what of it may stand in an address."""

import unittest

from browser import PageCase
from service import shared


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


if __name__ == "__main__":
    unittest.main()
