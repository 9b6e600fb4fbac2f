"""The page's colors and their contrast, by WCAG 2.2."""

import pathlib
import re

THEME = pathlib.Path(__file__).resolve().parents[2] / "Sources/CEchoPage/page/theme.css"


def palettes():
    """Names to `#rrggbb`, by theme."""
    blocks = re.findall(r"^(:root[^{]*)\{(.*?)^\}", THEME.read_text(), re.M | re.S)
    themes = {}
    for selector, body in blocks:
        name = "light" if "light" in selector else "dark"
        themes[name] = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]{6})", body))
    return themes


def luminance(color):
    parts = [int(color[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, two):
    lighter, darker = sorted((luminance(one), luminance(two)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


GROUNDS = ["ground", "panel", "raised", "chosen"]
TEXTS = (
    [(text, ground) for text in ["text", "muted", "accent"] for ground in GROUNDS]
    + [
        (text, ground)
        for text in ["warn", "bad", "good", "other"]
        for ground in ["ground", "panel", "raised"]
    ]
    + [("on-accent", "accent"), ("warn", "warn-ground"), ("bad", "bad-ground"), ("other", "other-ground")]
)
CONTROLS = [("edge", ground) for ground in ["ground", "panel", "raised"]] + [
    ("accent", ground) for ground in GROUNDS
]
