"""A draft: sources, edits, abstentions, exports, and the notice that nobody can edit away."""

import copy
import json

from browser import PageCase
from fhir.resources.R4B.diagnosticreport import DiagnosticReport
from service import shared

BANNER = "DRAFT - NOT REVIEWED BY A PHYSICIAN"


class Draft(PageCase):
    @classmethod
    def setUpClass(cls):
        cls.service = shared()
        cls.study = cls.service.get("/v1/studies?limit=1")["items"][0]["study"]
        cls.draft = cls.service.get(f"/v1/studies/{cls.study}/draft")

    def open_draft(self):
        return self.open(f"#/draft/{self.study}", wait=".section")

    def write(self, page, text):
        """Writes over the first section, and stays in it."""
        page.locator(".sheet [tabindex='0']").nth(0).focus()
        page.keyboard.press("e")
        page.keyboard.press("Control+a")
        page.keyboard.type(text)

    def change_draft(self, page):
        """Has the service say another sentence from now on; the section that has it."""
        changed = copy.deepcopy(self.draft)
        section = next(one for one in changed["sections"] if one["sentences"])
        section["sentences"][0]["text"] = "Said since then."
        page.route("**/draft", lambda route: route.fulfill(json=changed))
        return section

    def test_tells_each_sentence_s_source_on_focus_and_on_hover(self):
        page = self.open_draft()
        section = next(one for one in self.draft["sections"] if one["sentences"])
        sentence = section["sentences"][0]
        self.eventually(page, "() => document.querySelector('.sentence')")
        page.locator(".sentence").nth(0).focus()
        self.assertIn(sentence["caption"], page.inner_text(".source"))
        self.assertIn(f"{sentence['rank']} of {section['candidates']}", page.inner_text(".source"))
        page.locator(".sentence").nth(1).hover()
        self.assertNotIn(sentence["caption"], page.inner_text(".source"))

    def test_says_of_each_sentence_whose_report_it_is_from(self):
        page = self.open_draft()
        self.eventually(page, "() => document.querySelector('.sentence')")
        sentences = [one for section in self.draft["sections"] for one in section["sentences"]]
        words = [
            "another patient"
            if one["relation"] == "other-patient"
            else f"prior of {one['prior_date']}"
            if one["prior_date"]
            else "same patient"
            for one in sentences
        ]
        self.assertEqual(page.locator(".sentence .chip").all_inner_texts(), words)
        self.assertIn("another patient", words)

    def test_shows_abstentions_with_their_reasons(self):
        page = self.open_draft()
        silent = [one for one in self.draft["sections"] if one.get("abstention")]
        self.assertEqual(page.locator(".abstention").count(), len(silent))
        self.assertIn(silent[0]["abstention"]["reason"], page.inner_text(".abstention >> nth=0"))

    def test_edits_restores_and_keeps_the_notice(self):
        page = self.open_draft()
        page.keyboard.press("j")
        page.keyboard.press("e")
        page.keyboard.press("Control+a")
        page.keyboard.type("Left ventricle: seen & <b>judged</b> by me.")
        page.keyboard.press("Escape")
        self.assertEqual(page.inner_text(".edited"), "Left ventricle: seen & <b>judged</b> by me.")
        self.assertIn("edited by a person", page.inner_text(".section >> nth=0"))
        page.reload()
        page.wait_for_selector(".edited")
        self.assertIn(BANNER, page.inner_text(".banner"))
        self.assertEqual(
            page.locator(".banner textarea, .banner input, .banner [contenteditable]").count(), 0
        )
        page.click("text=Record edits")
        self.eventually(page, "() => document.querySelector('.sheet').textContent.includes('· recorded')")
        kept = self.service.get(f"/v1/studies/{self.study}/edits")
        # Another test of this study may have recorded an edit of its own.
        [own] = [one for one in kept["items"] if "judged" in one["edited"]]
        self.assertNotIn("judged", own["draft"])
        page.locator(".edited").focus()
        page.keyboard.press("r")
        self.assertEqual(page.locator(".edited").count(), 0)

    def test_calls_an_export_only_what_is_exported(self):
        page = self.open_draft()
        asked = []
        page.on(
            "request",
            lambda request: asked.append(request.post_data_json) if request.url.endswith("/draft") else None,
        )
        page.keyboard.press("j")
        page.keyboard.press("e")
        page.keyboard.press("Control+a")
        page.keyboard.type("Recorded, not exported.")
        page.keyboard.press("Escape")
        page.click("text=Record edits")
        self.eventually(page, "() => document.querySelector('.sheet').textContent.includes('· recorded')")
        self.assertEqual([one["export"] for one in asked if "export" in one], [False, False])
        asked.clear()
        for label in ["Text", "JSON"]:
            with page.expect_download():
                page.click(f".exports >> text={label}")
        self.assertEqual([one["export"] for one in asked if "export" in one], [True, True])

    def test_exports_nothing_but_what_is_on_the_screen(self):
        page = self.open_draft()
        downloads = []
        page.on("download", lambda download: downloads.append(download.suggested_filename))
        section = self.change_draft(page)
        page.click(".exports >> text=Text")
        page.wait_for_selector(".failure")
        self.assertIn("Nothing was exported", page.inner_text(".failure"))
        self.assertIn(section["title"], page.inner_text(".failure"))
        self.assertIn("Said since then.", page.inner_text(f"[data-section='{section['id']}']"))
        self.assertIn("Said since then.", page.evaluate("document.activeElement.textContent"))
        page.wait_for_timeout(500)
        self.assertEqual(downloads, [])
        with page.expect_download():
            page.click(".exports >> text=Text")
        self.assertEqual(page.locator(".failure").count(), 0)

    def test_is_exported_though_a_section_has_more_candidates_than_before(self):
        page = self.open_draft()
        more = copy.deepcopy(self.draft)
        for section in more["sections"]:
            section["candidates"] += 1
            for sentence in section["sentences"]:
                sentence["rank"] += 1
        # The page's own look alone; what is exported is the service's.
        page.route(
            "**/draft",
            lambda route: route.continue_() if "format" in (route.request.post_data or "") else route.fulfill(json=more),
        )
        with page.expect_download():
            page.click(".exports >> text=Text")
        self.assertEqual(page.locator(".failure").count(), 0)

    def test_records_nothing_but_what_is_on_the_screen_and_keeps_the_edit(self):
        page = self.open_draft()
        before = len(self.service.get(f"/v1/studies/{self.study}/edits")["items"])
        self.write(page, "Of the draft that was read.")
        page.keyboard.press("Escape")
        self.change_draft(page)
        page.click("text=Record edits")
        page.wait_for_selector(".failure")
        self.assertIn("Nothing was recorded", page.inner_text(".failure"))
        self.assertEqual(page.inner_text(".edited"), "Of the draft that was read.")
        page.wait_for_timeout(500)
        after = len(self.service.get(f"/v1/studies/{self.study}/edits")["items"])
        self.assertEqual(after, before)

    def test_restores_only_the_section_that_the_reader_is_in(self):
        page = self.open_draft()
        self.write(page, "Written by the reader.")
        page.keyboard.press("Escape")
        page.locator(".exports button").nth(0).focus()
        page.keyboard.press("r")
        self.assertEqual(page.inner_text(".edited"), "Written by the reader.")
        page.locator(".edited").focus()
        page.keyboard.press("r")
        self.assertEqual(page.locator(".edited").count(), 0)

    def test_keeps_what_is_typed_before_the_field_is_left(self):
        page = self.open_draft()
        self.write(page, "Half a sent")
        page.reload()
        page.wait_for_selector(".edited")
        self.assertEqual(page.inner_text(".edited"), "Half a sent")

    def test_a_server_that_is_back_takes_no_field_from_who_writes(self):
        # Without a connection everything fails, which the browser notes.
        self.expected_errors = ("ERR_INTERNET_DISCONNECTED",)
        page = self.open_draft()
        page.context.set_offline(True)
        page.click(".exports >> text=Text")
        page.wait_for_selector(".failure")
        page.wait_for_selector("#offline:not([hidden])")
        self.write(page, "Being wri")
        page.context.set_offline(False)
        page.wait_for_selector("#offline", state="hidden")
        page.keyboard.type("tten")
        self.assertEqual(page.input_value(".section textarea"), "Being written")

    def test_exports_all_formats_with_the_edit_and_the_banner(self):
        page = self.open_draft()
        page.keyboard.press("j")
        page.keyboard.press("e")
        page.keyboard.press("Control+a")
        page.keyboard.type("Written by the reader.")
        page.keyboard.press("Escape")
        for label, ending in [
            ("Text", ".txt"),
            ("Markdown", ".md"),
            ("JSON", ".json"),
            ("FHIR (partial)", ".fhir.json"),
        ]:
            with page.expect_download() as download:
                page.click(f".exports >> text={label}")
            text = download.value.path().read_text()
            self.assertTrue(download.value.suggested_filename.endswith(ending))
            self.assertTrue(download.value.suggested_filename.startswith("DRAFT-"))
            self.assertIn("Written by the reader", text.replace("\\", ""), label)
            if label.startswith("FHIR"):
                report = json.loads(text)
                found = [
                    one
                    for one in [report, *[entry["resource"] for entry in report.get("entry", [])]]
                    if one["resourceType"] == "DiagnosticReport"
                ]
                self.assertEqual([one["status"] for one in found], ["partial"])
                # Raises where a field is unknown, missing, or of another kind than FHIR has.
                DiagnosticReport.model_validate_json(text)
            else:
                self.assertIn(BANNER, text)
