"""Two studies side by side: pairs of one view, played together."""

from browser import PageCase
from service import shared


class Compare(PageCase):
    @classmethod
    def setUpClass(cls):
        cls.service = shared()
        studies = cls.service.get("/v1/studies?limit=1000")["items"]
        later = next(study for study in studies if study["prior_count"] > 0)
        priors = cls.service.get(f"/v1/studies/{later['study']}/priors")["priors"]
        cls.later = later["study"]
        cls.earlier = next(prior["study"] for prior in priors if prior["timing"] == "earlier")

    def open_pair(self):
        page = self.open(f"#/compare/{self.earlier}/{self.later}", wait=".stage .cine")
        self.eventually(
            page,
            "() => [...document.querySelectorAll('.stage .cine.ready video')].filter((one) => !one.paused).length === 2",
        )
        return page

    def test_plays_a_pair_in_phase(self):
        page = self.open_pair()
        clips = page.evaluate("""async () => {
            const clips = [...document.querySelectorAll('.stage .poster')].map((one) => new URL(one.src).pathname.split('/')[3]);
            return Promise.all(clips.map(async (clip) => (await fetch(`/v1/clips/${clip}`)).json()));
        }""")
        view = page.text_content("button.pair[aria-pressed=true] b")
        self.assertEqual([clip["view"] for clip in clips], [view, view])
        self.assertEqual({clip["study"] for clip in clips}, {self.earlier, self.later})
        rates = [clip["heart_rate"] for clip in clips]
        self.assertTrue(all(rate and rate > 0 for rate in rates), rates)
        page.wait_for_timeout(3000)
        # The follower's place in its beat against the leader's, in parts of a beat, while both play.
        apart = page.evaluate(
            """async ([one, two]) => {
            const [left, right] = document.querySelectorAll('.stage video');
            const found = [];
            for (let turn = 0; turn < 40; turn += 1) {
                await new Promise((done) => setTimeout(done, 50));
                const off = Math.abs(left.currentTime * one / 60 - right.currentTime * two / 60) % 1;
                found.push(Math.min(off, 1 - off));
            }
            return found.sort((a, b) => a - b);
        }""",
            rates,
        )
        self.assertLess(apart[len(apart) // 2], 0.12, "in the middle, the two are within an eighth of a beat")
        page.keyboard.press(" ")
        page.wait_for_timeout(800)
        still = page.evaluate(
            """([one, two]) => {
            const [left, right] = document.querySelectorAll('.stage video');
            const off = Math.abs(left.currentTime * one / 60 - right.currentTime * two / 60) % 1;
            return [left.paused && right.paused, Math.min(off, 1 - off)];
        }""",
            rates,
        )
        self.assertTrue(still[0])
        self.assertLess(still[1], 0.08, "and at rest to a frame")

    def test_steps_both_and_shifts_one(self):
        page = self.open_pair()
        page.keyboard.press(" ")
        page.wait_for_timeout(500)
        before = page.locator(".stage .counter").all_inner_texts()
        page.keyboard.press("ArrowRight")
        page.wait_for_timeout(700)
        after = page.locator(".stage .counter").all_inner_texts()
        self.assertNotEqual(before[0], after[0])
        page.keyboard.press("]")
        page.wait_for_timeout(700)
        self.assertEqual(page.inner_text(".shift"), "+1")
        self.assertNotEqual(page.locator(".stage .counter").all_inner_texts()[1], after[1])

    def test_shows_similarities_differences_and_both_ways_out(self):
        page = self.open_pair()
        found = page.evaluate(
            """async ([first, second]) => (await fetch('/v1/compare', { method: 'POST',
            headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ first, second }) })).json()""",
            [self.earlier, self.later],
        )
        self.assertEqual(page.locator("button.pair").count(), len(found["pairs"]))
        self.assertEqual(page.locator(".deltas tbody tr").count(), len(found["findings"]))
        self.assertIn("same patient, by identifier", page.inner_text(".heading"))
        self.assertIn(found["reading"], page.inner_text(".deltas"))
        links = [link.get_attribute("href") for link in page.locator(".side-clip a").all()]
        self.assertTrue(
            any(self.earlier in link for link in links) and any(self.later in link for link in links)
        )

    def test_swaps_and_goes_through_the_pairs(self):
        page = self.open_pair()
        first = page.inner_text(".side-clip figcaption b >> nth=0")
        page.keyboard.press("w")
        self.assertEqual(page.inner_text(".side-clip figcaption b >> nth=1"), first)
        page.keyboard.press("j")
        self.eventually(
            page, "() => document.querySelectorAll('button.pair')[1].getAttribute('aria-pressed') === 'true'"
        )
        page.reload()
        page.wait_for_selector(".stage .cine")
        self.assertEqual(page.locator("button.pair").nth(1).get_attribute("aria-pressed"), "true")
