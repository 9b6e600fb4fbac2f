"""What sentences claim, what is true of studies, and how far the two agree."""

from dataclasses import dataclass

import numpy as np

# Numbers: how far a clip may be off and still be called by the number (a standard deviation), and the usual mean and
# spread, by which heads are scaled. EF 5 points and pressure 6 mmHg are about what two readers differ by.
NUMBERS = {
    "ejection_fraction": (5.0, 52.0, 14.0),
    "pulmonary_pressure": (6.0, 35.0, 14.0),
    "left_ventricle_diameter": (0.35, 5.0, 0.8),
    "wall_thickness": (0.12, 1.05, 0.25),
    "end_diastolic_volume": (20.0, 130.0, 45.0),
    "end_systolic_volume": (15.0, 65.0, 40.0),
}
GRADED = (
    "left_ventricle_dilation", "left_atrium_dilation", "right_ventricle_dilation", "right_atrium_dilation",
    "hypertrophy", "systolic_dysfunction", "right_ventricle_dysfunction", "effusion", "aortic_root_dilation",
    "mitral_regurgitation", "tricuspid_regurgitation", "aortic_stenosis", "pulmonary_hypertension",
)  # fmt: skip
DEVICES = ("pacemaker_lead", "mitral_clip", "two_mitral_clips", "stented_valve", "surgical_valve", "mitral_ring")
WALLS = ("uniform", "anterior", "inferior", "apical")
GRADES = ("normal", "mild", "moderate", "severe")
VIEWS = ("A4C", "A2C", "A3C", "PLAX", "PSAX-MV", "PSAX-PM", "SUBCOSTAL")
# Where the grades of pulmonary pressure begin, mmHg; as `Grading.pulmonaryPressure` of EchoPhantom.
PRESSURE_STEPS = (36, 46, 60)
# Neighboring grades are not quite wrong: the borders between them are a convention.
NEIGHBOR = 0.15

# Other names that a claim may use.
ALIASES = {
    "has_pacemaker_lead": "pacemaker_lead", "pacemaker": "pacemaker_lead", "mitral_clips": "mitral_clip",
    "has_mitral_ring": "mitral_ring", "pericardial_effusion": "effusion",
    "left_ventricle_hypertrophy": "hypertrophy", "pulmonary_artery_pressure": "pulmonary_pressure",
}  # fmt: skip

# What has to lie in the cut for an attribute to be seen; attributes that are not here need nothing.
NEEDS = {
    "ejection_fraction": "left_ventricle", "systolic_dysfunction": "left_ventricle", "wall_motion": "left_ventricle",
    "left_ventricle_diameter": "left_ventricle", "wall_thickness": "left_ventricle",
    "end_diastolic_volume": "left_ventricle", "end_systolic_volume": "left_ventricle",
    "left_ventricle_dilation": "left_ventricle", "hypertrophy": "left_ventricle",
    "left_atrium_dilation": "left_atrium", "right_ventricle_dilation": "right_ventricle",
    "right_ventricle_dysfunction": "right_ventricle", "pulmonary_pressure": "right_ventricle",
    "pulmonary_hypertension": "right_ventricle",
    "right_atrium_dilation": "right_atrium", "aortic_root_dilation": "aortic_root",
    "aortic_stenosis": "aortic_valve", "mitral_regurgitation": "mitral_valve",
    "tricuspid_regurgitation": "tricuspid_valve",
}  # fmt: skip
# What is drawn only where it is: a clip that misses it cannot show it, and a study without it never does.
SHOWN_BY = {
    "pacemaker_lead": "pacemaker_lead", "mitral_clip": "mitral_clip", "two_mitral_clips": "mitral_clip",
    "stented_valve": "stented_valve", "surgical_valve": "surgical_valve", "mitral_ring": "mitral_ring",
    "effusion": "pericardial_effusion",
}  # fmt: skip
ATTRIBUTES = (*NUMBERS, *GRADED, *DEVICES, "wall_motion")


@dataclass
class Facts:
    """What is true, a row a study; numbers unscaled, grades 0...3, devices 0 or 1, walls an index of WALLS."""

    numbers: np.ndarray
    grades: np.ndarray
    devices: np.ndarray
    walls: np.ndarray

    def __getitem__(self, rows) -> "Facts":
        return Facts(self.numbers[rows], self.grades[rows], self.devices[rows], self.walls[rows])


def facts(studies: list[dict]) -> Facts:
    found = [study["findings"] for study in studies]
    devices = [f["devices"] for f in found]
    pressure = "pulmonary_hypertension"

    def grade(finding, name):
        if name == pressure:
            return sum(finding["pulmonary_pressure"] >= step for step in PRESSURE_STEPS)
        return GRADES.index(finding[name])

    return Facts(
        np.array([[f[name] for name in NUMBERS] for f in found], np.float32),
        np.array([[grade(f, name) for name in GRADED] for f in found], np.int8),
        np.array(
            [
                [
                    d["has_pacemaker_lead"], d["mitral_clips"] > 0, d["mitral_clips"] > 1,
                    d["aortic_valve"] == "stented", d["aortic_valve"] == "surgical", d["has_mitral_ring"],
                ]
                for d in devices
            ],
            np.int8,
        ),
        np.array([WALLS.index(f["wall_motion"]) for f in found], np.int8),
    )  # fmt: skip


def visible(structures: list[set[str]], rows: Facts) -> np.ndarray:
    """Which attributes a clip can show. Shape [clips, ATTRIBUTES]; rows has one study a clip."""
    can = np.ones((len(structures), len(ATTRIBUTES)), bool)
    for column, name in enumerate(ATTRIBUTES):
        if name in NEEDS:
            can[:, column] = [NEEDS[name] in held for held in structures]
        if name in SHOWN_BY:
            here = rows.grades[:, GRADED.index(name)] if name in GRADED else rows.devices[:, DEVICES.index(name)]
            if name == "two_mitral_clips":
                here = rows.devices[:, DEVICES.index("mitral_clip")]
            can[:, column] = [not there or SHOWN_BY[name] in held for there, held in zip(here > 0, structures)]
    return can


def known(claim: dict) -> dict | None:
    """The claim in our own names: `attribute` and one of `value`, `grade`, `present`, `wall`; `None` if unknown."""
    name = ALIASES.get(claim["attribute"], claim["attribute"])
    value, grade, present = claim.get("value"), claim.get("grade"), claim.get("present")
    if name in NUMBERS and value is not None:
        return {"attribute": name, "value": float(value)}
    if name == "pulmonary_pressure":
        name = "pulmonary_hypertension"
    if name in GRADED and grade in GRADES:
        return {"attribute": name, "grade": GRADES.index(grade)}
    if name in GRADED and present is not None:
        return {"attribute": name, "present": bool(present)}
    if name == "mitral_clip" and value is not None:
        if value >= 1:
            return {"attribute": "two_mitral_clips" if value >= 2 else "mitral_clip", "present": True, "count": value}
        return {"attribute": "mitral_clip", "present": False}
    if name in DEVICES and present is not None:
        return {"attribute": name, "present": bool(present)}
    for wall in WALLS:
        if name in (f"wall_motion_{wall}", f"wall_motion.{wall}") and present is not None:
            return {"attribute": "wall_motion", "wall": wall, "present": bool(present)}
    return None


def agreement(claim: dict, rows: Facts) -> np.ndarray:
    """How far a claim (from `known`) holds for each row, 0...1."""
    name = claim["attribute"]
    if "value" in claim:
        spread = NUMBERS[name][0]
        off = rows.numbers[:, list(NUMBERS).index(name)] - claim["value"]
        return np.exp(-0.5 * (off / spread) ** 2)
    if "grade" in claim:
        off = np.abs(rows.grades[:, GRADED.index(name)] - claim["grade"])
        return np.where(off == 0, 1.0, np.where(off == 1, NEIGHBOR, 0.0))
    if "wall" in claim:
        same = rows.walls == WALLS.index(claim["wall"])
        return (same == claim["present"]).astype(float)
    if name in GRADED:
        return ((rows.grades[:, GRADED.index(name)] > 0) == claim["present"]).astype(float)
    there = rows.devices[:, DEVICES.index(name)] > 0
    if claim.get("count"):
        # One clip said and two there, or the other way round: the device is right, the count is not.
        some = rows.devices[:, DEVICES.index("mitral_clip")] > 0
        two = rows.devices[:, DEVICES.index("two_mitral_clips")] > 0
        return np.where(some, np.where(two == (claim["count"] >= 2), 1.0, 0.3), 0.0)
    return (there == claim["present"]).astype(float)


def compatibility(claims: list[dict], rows: Facts, can: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Whether each row may be called by a sentence with these claims, and whether the row's clip can tell."""
    agrees = np.ones(len(rows.walls))
    tells = np.ones(len(rows.walls), bool)
    for claim in claims:
        agrees = agrees * agreement(claim, rows)
        tells &= can[:, ATTRIBUTES.index(claim["attribute"])]
    return agrees.astype(np.float32), tells
