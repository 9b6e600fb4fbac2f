"""Taking clips in: live counts, every file's end with its reason, and the way to the new study."""

import csv
import shutil
import sqlite3
import tempfile
import pathlib

from browser import PageCase
from service import BARE, NEW, SET, Service, made_index, made_set


class Ingest(PageCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service(made_index())
        cls.addClassCleanup(cls.service.stop)
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="echoseek-drop-"))
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        fresh = sorted(made_set(NEW, "new").glob("*/*/*.dcm"))
        known = sorted(made_set(SET, "clips").glob("*/*/*.dcm"))[0]
        for clip in [*fresh, known]:
            shutil.copy(clip, cls.folder / f"{clip.parent.name}-{clip.name}")
        (cls.folder / "notes.txt").write_text("no clip")
        cls.fresh = len(fresh)

    def test_counts_every_file_with_its_reason(self):
        before = self.service.get("/v1/studies?limit=1")["total"]
        page = self.open("#/ingest", wait=".dropzone")
        page.wait_for_selector("section[aria-label=Jobs] >> text=No job yet")
        page.set_input_files("input[aria-label=Folder]", self.folder)
        page.wait_for_selector(".job[data-state=finished]")
        counts = {
            chip.get_attribute("data-outcome"): int(chip.locator("b").inner_text())
            for chip in page.locator(".counts .chip[data-outcome]").all()
        }
        self.assertEqual(counts["duplicate"], 1)
        self.assertEqual(counts["skipped"], 1)
        self.assertEqual(counts["embedded"] + counts["quarantined"], self.fresh)
        self.assertGreater(counts["embedded"], 0)
        self.eventually(page, "() => document.querySelector('.job .reasons code')?.textContent.includes('.')")
        page.click(".job details summary")
        page.wait_for_selector(".job table a")
        self.assertIn("notes.txt", page.inner_text(".job table"))
        page.click(".job table a >> nth=0")
        page.wait_for_selector(".study .tile")
        self.assertEqual(self.service.get("/v1/studies?limit=1")["total"], before + 1)

    def test_takes_a_manifest_with_clips_that_name_nobody(self):
        folder = made_set(BARE, "bare", "avi")
        with (folder / "manifest.csv").open(newline="") as table:
            told = list(csv.DictReader(table))
        jobs = self.service.get("/v1/jobs")["total"]
        page = self.open("#/ingest", wait=".dropzone")
        page.set_input_files("input[aria-label=Folder]", folder)
        self.eventually(
            page, "n => document.querySelectorAll('.job[data-state=finished]').length === n", jobs + 1
        )
        found = self.service.get(f"/v1/studies?q={told[0]['study']}")["items"]
        self.assertEqual(
            [(one["patient_key"], one["date"], one["clips"], one["has_report"]) for one in found],
            [(told[0]["patient"], told[0]["date"], len(told), True)],
        )

    def test_says_which_line_of_a_manifest_is_wrong(self):
        # What is refused, the browser notes.
        self.expected_errors = ("status of 422",)
        page = self.open("#/ingest", wait=".dropzone")
        page.set_input_files(
            "input[aria-label=Files]",
            [
                {"name": "clips.csv", "mimeType": "text/csv", "buffer": b"path,patient\nnone.avi,P\n"},
                {"name": "one.avi", "mimeType": "video/x-msvideo", "buffer": b"no clip"},
            ],
        )
        page.wait_for_selector(".failure")
        self.assertIn("(line 2)", page.inner_text(".failure"))
        self.assertIn("service.table", page.inner_text(".failure"))

    def test_takes_a_drop_anywhere(self):
        before = self.service.get("/v1/jobs")["total"]
        page = self.open("", wait=".rows tbody tr a")
        page.evaluate("""() => {
            const transfer = new DataTransfer();
            transfer.items.add(new File(['no clip'], 'dropped.txt'));
            document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
        }""")
        self.eventually(
            page, "n => document.querySelectorAll('.job[data-state=finished]').length === n", before + 1
        )
        self.assertEqual(page.locator(".job >> nth=0").locator("[data-outcome=skipped] b").inner_text(), "1")


class Jobs(PageCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service(made_index())
        cls.addClassCleanup(cls.service.stop)

    def test_cancels_a_failed_job_and_lets_another_go_on(self):
        page = self.open("#/ingest", wait=".dropzone")
        for number, clip in enumerate(sorted(made_set(NEW, "new").glob("*/*/*.dcm"))[:2]):
            page.set_input_files("input[aria-label=Files]", clip)
            self.eventually(
                page,
                "n => document.querySelectorAll('.job[data-state=finished]').length === n",
                number + 1,
            )
        jobs = [one["id"] for one in self.service.get("/v1/jobs?limit=2")["items"]]
        # As the ledger stands where the index was found damaged.
        ledger = sqlite3.connect(self.service.folder / "index" / "service" / "ledger.sqlite", timeout=30)
        with ledger:
            for job in jobs:
                ledger.execute(
                    "UPDATE jobs SET state = 'failed', code = 'index.damaged', reason = 'It is damaged.' WHERE id = ?",
                    [job],
                )
        ledger.close()
        page.reload()
        cards = [page.locator(f".job[data-job='{job}']") for job in jobs]
        for card in cards:
            card.locator("button", has_text="Cancel").wait_for()
            self.assertEqual(card.locator("button").all_inner_texts(), ["Cancel", "Go on"])
        cards[0].locator("button", has_text="Cancel").click()
        page.wait_for_selector(f".job[data-job='{jobs[0]}'][data-state=cancelled]")
        self.assertEqual(cards[0].locator("button:visible").count(), 0)
        cards[1].locator("button", has_text="Go on").click()
        page.wait_for_selector(f".job[data-job='{jobs[1]}'][data-state=finished]")
        self.assertEqual(self.service.get(f"/v1/jobs/{jobs[1]}")["state"], "finished")
