"""Held-out figures in the model's folder and its card: put in, replaced, refused for other weights."""

import json
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

TRAIN = Path(__file__).resolve().parents[2] / "Models/phantom/train"
sys.path.insert(0, str(TRAIN))

import held_out  # noqa: E402

WEIGHTS = "0123456789abcdef"
CARD = "# phantom\n\nAbove.\n\n## What it says of real clips\n\nBelow.\n"


def report(weights=WEIGHTS, value=0.971) -> dict:
    goals = [
        {"metric": "pacemaker.auc", "direction": "at_least", "goal": 0.98, "met": value >= 0.98},
        {"metric": "ef.mae.motion", "direction": "at_most", "goal": 6.0, "met": True},
        {"metric": "transitions.surgery.auc", "direction": "at_least", "goal": 0.9, "met": None},
    ]
    return {
        "stamp": {"fingerprint": f"weights={weights};precision=int8"}, "patients": 500, "studies": 1000,
        "resamples": 1000, "training_check": "No seed was trained on.", "goals": goals,
        "metrics": {
            "pacemaker.auc": {"value": value, "low": 0.961, "high": 0.979, "n": 1000},
            "ef.mae.motion": {"value": 4.25, "low": 4.0, "high": 4.5, "n": 990},
            "transitions.surgery.auc": {"value": None, "low": None, "high": None, "n": 0, "reason": "no surgery"},
            "ef.mae.repo.unnamed_views": {"value": 9.5, "low": 9.0, "high": 10.0, "n": 1000},
            "view.accuracy": {"value": None, "low": None, "high": None, "n": 0, "reason": "no views"},
        },
    }  # fmt: skip


class HeldOut(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        manifest = {"weights": {"sha256": WEIGHTS + "0" * 48}}
        (self.folder / "manifest.json").write_text(json.dumps(manifest))
        (self.folder / "MODEL_CARD.md").write_text(CARD)

    @property
    def card(self) -> str:
        return (self.folder / "MODEL_CARD.md").read_text()

    def put(self, found: dict):
        file = self.folder / "report.json"
        file.write_text(json.dumps(found))
        (self.folder / "seeds.json").write_text("[5, 6]")
        with mock.patch.object(sys, "argv", ["held_out.py", "--model", str(self.folder), "--report", str(file)]):
            held_out.main()

    def test_the_card_names_the_seeds_of_its_patients(self):
        self.put(report())
        self.assertIn("`HELD_SEED=5 SHORTCUT_SEED=6 make eval-phantom`", self.card)

    def test_each_goal_stands_in_the_card_with_its_interval_met_or_not(self):
        self.put(report())
        self.assertIn("| pacemaker lead, AUC | ≥ 0.980 | 0.971 (0.961 to 0.979) | 1000 | **no** |", self.card)
        self.assertIn("points | ≤ 6 | 4.25 (4 to 4.5) | 990 | yes |", self.card)
        self.assertIn("not measured: no surgery", self.card)
        self.assertIn("Goals met: 1 of 3", self.card)
        self.assertIn("nobody has named the views, points | 9.5 (9 to 10) | 1000 |", self.card)
        self.assertIn("share of clips | not measured: no views | 0 |", self.card)
        self.assertTrue(self.card.endswith("## What it says of real clips\n\nBelow.\n"))

    def test_a_later_report_replaces_the_section(self):
        self.put(report())
        self.put(report(value=0.99))
        self.assertEqual(self.card.count(held_out.TITLE), 1)
        self.assertNotIn("0.971", self.card)
        self.assertEqual(self.card.replace(held_out.section(self.folder), ""), CARD)

    def test_a_report_of_other_weights_is_refused_and_changes_nothing(self):
        with self.assertRaisesRegex(SystemExit, "fedcba9876543210"):
            self.put(report(weights="fedcba9876543210"))
        self.assertEqual(self.card, CARD)
        self.assertFalse((self.folder / held_out.FILE).exists())

    def test_figures_of_earlier_weights_are_left_out_of_a_new_card(self):
        self.put(report())
        (self.folder / "manifest.json").write_text(json.dumps({"weights": {"sha256": "f" * 64}}))
        self.assertEqual(held_out.section(self.folder), "")


if __name__ == "__main__":
    unittest.main()
