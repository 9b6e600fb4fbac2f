"""Taking clips in: live counts, every file's end with its reason, and the way to the new study."""

import shutil
import tempfile
import pathlib

from browser import PageCase
from service import NEW, SET, Service, made_index, made_set


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
        self.assertIn("No job yet", page.inner_text(".job-list"))
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
