"""A study: its clips at their true rate, its findings with their frames, its priors and what was left out."""

import pathlib
import shutil
import tempfile

from browser import PageCase
from many import conflicted
from service import Service, made_index, shared

# What of a clip's own clock passes while the wall's passes; a loaded machine drops frames, never slows the clock.
LEAST_RATE, MOST_RATE = 0.9, 1.1


class Study(PageCase):
    @classmethod
    def setUpClass(cls):
        cls.service = shared()
        studies = cls.service.get("/v1/studies?limit=1000")["items"]
        cls.study = next(study for study in studies if study["prior_count"] > 0)
        cls.detail = cls.service.get(f"/v1/studies/{cls.study['study']}")

    def open_study(self, query=""):
        page = self.open(f"#/study/{self.study['study']}{query}", wait=".tile.chosen")
        self.eventually(page, "() => document.querySelector('.tile.chosen .cine.ready')")
        return page

    def test_plays_at_true_speed_and_steps_frame_by_frame(self):
        page = self.open_study()
        page.keyboard.press("Enter")
        page.wait_for_timeout(1000)
        rate = page.evaluate("""async () => {
            const video = document.querySelector('.tile.chosen video');
            let played = 0, last = video.currentTime; const start = performance.now();
            while (performance.now() - start < 2000) {
                await new Promise((done) => requestAnimationFrame(done));
                const now = video.currentTime;
                played += now >= last ? now - last : now - last + video.duration; last = now;
            }
            return played / ((performance.now() - start) / 1000);
        }""")
        self.assertGreater(rate, LEAST_RATE)
        self.assertLess(rate, MOST_RATE)
        page.keyboard.press("ArrowRight")
        self.eventually(page, "() => document.querySelector('.tile.chosen video').paused")
        page.wait_for_timeout(400)
        before = self.frame(page)
        for _ in range(3):
            page.keyboard.press("ArrowRight")
            page.wait_for_timeout(300)
        count = self.count(page)
        self.assertEqual(self.frame(page), (before + 3 - 1) % count + 1)
        page.keyboard.press("ArrowLeft")
        page.wait_for_timeout(300)
        self.assertEqual(self.frame(page), (before + 2 - 1) % count + 1)

    def test_frames_are_where_the_file_says(self):
        clip = next(clip for clip in self.detail["clips"] if clip["usable"])
        times = self.service.get(f"/v1/clips/{clip['clip']}")["frame_times"]
        page = self.open_study(f"?clip={clip['clip']}&frame=7")
        self.eventually(
            page, "() => document.querySelector('.tile.chosen .counter').textContent.startsWith('8/')"
        )
        now = page.evaluate("document.querySelector('.tile.chosen video').currentTime * 1000")
        self.assertGreaterEqual(now, times[7])
        self.assertLess(now, times[8])
        end = page.evaluate("document.querySelector('.tile.chosen video').duration * 1000")
        self.assertAlmostEqual(end, times[-1] + times[-1] / (len(times) - 1), delta=times[1])

    def test_changes_speed(self):
        page = self.open_study()
        page.keyboard.press("<")
        self.eventually(
            page,
            "() => [...document.querySelectorAll('.tile video')].every((video) => video.playbackRate === 0.5)",
        )
        self.assertEqual(page.input_value(".transport select"), "0.5")

    def test_leads_from_a_finding_to_its_frame(self):
        page = self.open_study()
        page.wait_for_selector(".findings button.evidence")
        findings = self.service.get(f"/v1/studies/{self.study['study']}/findings")["findings"]
        # Behind a title stands the verdict on it, where another test gave one.
        shown = page.locator(".findings > li .name").all_inner_texts()[:3]
        titles = [finding["title"] for finding in findings[:3]]
        self.assertEqual(len(titles), 3)
        self.assertEqual([name[: len(title)] for name, title in zip(shown, titles, strict=True)], titles)
        self.assertIn(f"P{findings[0]['percentile']:.0f}", page.inner_text(".findings > li >> nth=0"))
        evidence = next(finding for finding in findings if finding["evidence"])["evidence"][0]
        page.click(".findings button.evidence >> nth=0")
        self.eventually(
            page,
            "f => document.querySelector('.tile.chosen .counter').textContent.startsWith(`${f}/`)",
            evidence["frame"] + 1,
        )
        self.assertIn(evidence["clip"], page.url)

    def test_scores_again_seldom_and_never_under_a_reader_s_hands(self):
        page = self.open_study()
        found = self.service.get(f"/v1/studies/{self.study['study']}/findings")
        asked = []

        def findings(route):
            asked.append(route.request.url)
            route.fulfill(json={**found, "is_complete": False})

        page.route("**/findings", findings)
        page.clock.install()
        page.reload()
        page.wait_for_selector("ol.findings button.evidence")
        page.clock.fast_forward(10_000)
        page.wait_for_timeout(500)
        self.assertEqual(len(asked), 1)
        page.click("details[data-part=meaning] > summary")
        page.clock.fast_forward(31_000)
        page.wait_for_timeout(500)
        self.assertEqual(len(asked), 1)
        self.assertTrue(page.evaluate("document.activeElement.matches('[data-part=meaning] > summary')"))
        page.evaluate("document.querySelector('ol.findings').classList.add('old')")
        page.keyboard.press("j")
        page.clock.fast_forward(31_000)
        self.eventually(page, "() => document.querySelector('ol.findings:not(.old)')")
        self.assertEqual(len(asked), 2)
        self.assertTrue(page.evaluate("document.querySelector('details[data-part=meaning]').open"))

    def test_keeps_the_patient_and_the_others_apart(self):
        page = self.open_study()
        page.wait_for_selector(".priors li.own")
        priors = self.service.get(f"/v1/studies/{self.study['study']}/priors?similar=8")
        self.assertEqual(page.locator(".priors li.own").count(), len(priors["priors"]))
        self.assertEqual(page.locator(".others li.other").count(), len(priors["similar"]))
        self.assertIn(priors["similar_notice"], page.inner_text(".others"))
        self.assertIn("embedding match", page.inner_text(".others"))

    def test_says_what_was_left_out_and_why_and_what_it_estimates(self):
        page = self.open_study()
        for clip in self.detail["clips"]:
            if not clip["usable"]:
                self.assertIn(clip["left_out_reason"], page.inner_text(".side"))
        page.wait_for_selector(".estimates li")
        self.assertIn("ejection fraction", page.inner_text(".estimates").lower())
        self.assertIn("from motion", page.inner_text(".estimates"))

    def test_names_every_clip_that_was_left_out_in_an_older_browser_too(self):
        reason = "It is too short."
        left_out = {"usable": False, "left_out_reason": reason}
        clips = [{**clip, **left_out} for clip in self.detail["clips"]]
        page = self.open_study()
        page.add_init_script("delete Map.groupBy")
        page.route(
            f"**/v1/studies/{self.study['study']}",
            lambda route: route.fulfill(json={**self.detail, "clips": clips}),
        )
        page.reload()
        page.wait_for_selector(f".side dd >> text={reason}")
        named = page.evaluate(
            """reason => [...document.querySelectorAll('.side dd')]
            .find((one) => one.textContent === reason).previousElementSibling.textContent""",
            reason,
        )
        titles = page.locator(".tile h3").all_text_contents()
        self.assertGreater(len(titles), 1)
        self.assertEqual(named, ", ".join(titles))

    def test_shows_one_clip_large_and_the_sector_alone(self):
        page = self.open_study()
        page.keyboard.press("j")
        page.keyboard.press("Enter")
        self.assertEqual(page.locator(".grid.single .tile:visible").count(), 1)
        page.keyboard.press("Escape")
        self.assertGreater(page.locator(".grid .tile:visible").count(), 1)
        self.assertIn("picture=whole", page.get_attribute(".tile.chosen .poster", "src"))
        page.keyboard.press("b")
        self.assertIn("picture=masked", page.get_attribute(".tile.chosen .poster", "src"))
        self.eventually(page, "() => document.querySelector('.tile.chosen .cine.ready')")

    def frame(self, page):
        return int(page.inner_text(".tile.chosen .counter").split("/")[0])

    def count(self, page):
        return int(page.inner_text(".tile.chosen .counter").split("/")[1])


class Conflict(PageCase):
    @classmethod
    def setUpClass(cls):
        archive = shared()
        studies = archive.get("/v1/studies?limit=1000")["items"]
        cls.later = next(study["study"] for study in studies if study["prior_count"] > 0)
        priors = archive.get(f"/v1/studies/{cls.later}/priors")["priors"]
        cls.earlier = next(prior["study"] for prior in priors if prior["timing"] == "earlier")
        folder = pathlib.Path(tempfile.mkdtemp(prefix="echoseek-conflict-"))
        cls.addClassCleanup(shutil.rmtree, folder)
        cls.service = Service(conflicted(made_index(), folder / "index", cls.later))
        cls.addClassCleanup(cls.service.stop)

    def heading(self, hash_, wait):
        return self.open(hash_, wait=wait).inner_text("main .heading >> nth=0")

    def test_says_wherever_the_study_is_shown_that_its_patient_is_to_be_checked(self):
        for hash_, wait in [
            (f"#/study/{self.later}", ".tile.chosen"),
            (f"#/compare/{self.earlier}/{self.later}", ".stage .cine"),
            (f"#/draft/{self.later}", ".section"),
        ]:
            with self.subTest(hash_):
                self.assertIn("Check patient", self.heading(hash_, wait))

    def test_says_nothing_of_a_study_without_a_conflict(self):
        self.assertNotIn("Check patient", self.heading(f"#/study/{self.earlier}", ".tile.chosen"))
        self.assertNotIn("Check patient", self.heading(f"#/draft/{self.earlier}", ".section"))
