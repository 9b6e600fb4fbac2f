"""A service that counts each caller's requests, as one does by itself: no view asks for too many."""

from browser import PageCase
from service import Service, made_index


class Rates(PageCase):
    @classmethod
    def setUpClass(cls):
        cls.service = Service(made_index(), is_metered=True)
        cls.addClassCleanup(cls.service.stop)

    def test_a_reader_in_a_hurry_meets_no_limit(self):
        studies = self.service.get("/v1/studies?limit=1000")["items"]
        later = next(study["study"] for study in studies if study["prior_count"] > 0)
        priors = self.service.get(f"/v1/studies/{later}/priors")["priors"]
        earlier = next(prior["study"] for prior in priors if prior["timing"] == "earlier")
        page = self.open(wait=".rows tbody tr a")
        asked, refused = [], []
        page.on("request", lambda request: asked.append(request.url))
        page.on("response", lambda answer: refused.append(answer.url) if answer.status == 429 else None)
        page.reload()
        page.wait_for_selector(".rows tbody tr a")
        for hash_, ready in [
            (f"#/study/{later}", ".tile.chosen"),
            (f"#/compare/{earlier}/{later}", ".stage .cine"),
            ("#/search?by=text&q=left+ventricle", "button.result"),
            ("#/search?by=ask&set=pacemaker", "button.result"),
            (f"#/draft/{later}", ".section"),
            ("#/ingest", ".dropzone"),
            ("#/worklist", ".rows tbody tr a"),
        ]:
            page.evaluate("hash => { location.hash = hash }", hash_)
            page.wait_for_selector(ready)
        page.wait_for_timeout(1000)
        self.assertGreater(len(asked), 50)
        self.assertEqual(refused, [])
