"""Search by words, by a clip, by a file, and by device, with verdicts that stay."""

import base64
import csv
import io

from browser import PageCase
from service import NEW, made_set, shared

SET = "pacemaker"
DROP = """([name, bytes]) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([Uint8Array.from(atob(bytes), (one) => one.charCodeAt(0))], name));
    document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
}"""


class Search(PageCase):
    @classmethod
    def setUpClass(cls):
        cls.service = shared()

    def test_by_words(self):
        page = self.open("#/search", wait="input[type=search]")
        page.keyboard.type("apical four-chamber view of a dilated left ventricle")
        page.keyboard.press("Enter")
        page.wait_for_selector("button.result")
        self.assertIn("no absolute meaning", page.inner_text(".about"))
        self.assertEqual(page.locator("button.result .rank >> nth=0").inner_text(), "1")
        self.eventually(page, "() => document.querySelector('.viewer .cine')")
        page.keyboard.press("j")
        self.eventually(page, "() => document.querySelector('.viewer h2').textContent.startsWith('2.')")
        page.go_back()
        page.wait_for_selector("text=Find clips by words")

    def test_like_a_clip_of_a_study(self):
        study = self.service.get("/v1/studies?limit=1")["items"][0]["study"]
        page = self.open(f"#/study/{study}", wait=".tile.chosen")
        page.keyboard.press("s")
        page.wait_for_selector("button.result")
        self.assertIn("by=clip", page.url)
        page.keyboard.press("o")
        page.wait_for_selector(".study")

    def test_like_a_clip_that_is_dropped_on_the_view(self):
        jobs = self.service.get("/v1/jobs")["total"]
        clip = next(made_set(NEW, "new").glob("*/*/*.dcm"))
        page = self.open("#/search", wait="input[type=search]")
        page.evaluate(DROP, [clip.name, base64.b64encode(clip.read_bytes()).decode()])
        page.wait_for_selector("button.result")
        self.assertIn(clip.name, page.inner_text(".ask-form"))
        self.assertEqual(self.service.get("/v1/jobs")["total"], jobs)

    def test_like_a_chosen_file_that_stays_out_of_the_archive(self):
        before = self.service.get("/v1/studies?limit=1")["total"]
        clip = next(made_set(NEW, "new").glob("*/*/*.dcm"))
        page = self.open("#/search?by=clip", wait="#like-file")
        page.set_input_files("#like-file", clip)
        page.wait_for_selector("button.result")
        self.assertIn(clip.name, page.inner_text(".ask-form"))
        self.assertEqual(self.service.get("/v1/studies?limit=1")["total"], before)

    def test_device_query_with_verdicts(self):
        page = self.open(f"#/search?by=ask&set={SET}", wait="button.result")
        self.assertIn("ranks are for review, this is no registry", page.inner_text(".about"))
        page.wait_for_selector(".judge kbd")
        self.assertEqual([key.inner_text() for key in page.locator(".judge kbd").all()], ["1", "2", "3"])
        for place, (key, label) in enumerate([("1", "Confirmed"), ("2", "Rejected"), ("3", "Unsure")]):
            self.eventually(
                page, "n => document.querySelector('.viewer h2')?.textContent.startsWith(`${n}.`)", place + 1
            )
            page.keyboard.press(key)
            self.eventually(
                page,
                "([n, l]) => document.querySelectorAll('.results li')[n].textContent.includes(l)",
                [place, label],
            )
        page.reload()
        page.wait_for_selector("button.result .chip")
        chips = page.locator(".results li").all()
        self.assertIn("Confirmed", chips[0].inner_text())
        self.assertIn("Rejected", chips[1].inner_text())
        with page.expect_download() as download:
            page.click("text=Export verdicts")
        rows = list(csv.DictReader(io.StringIO(download.value.path().read_text())))
        self.assertEqual(len(rows), 3)
        self.assertTrue(all(SET in row.values() for row in rows), rows)

    def test_ranks_a_graded_set_by_the_chosen_wording(self):
        page = self.open("#/search?by=ask&set=lv-dilation", wait="button.result")
        page.select_option("select[aria-label=Wording]", "normal")
        page.wait_for_selector("button.result")
        self.assertIn("category=normal", page.url)
