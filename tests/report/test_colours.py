"""Contrast: text and marks stand out from what lies behind them, in light and in dark (WCAG 2.2, 1.4.3 and 1.4.11)."""

import re
from pathlib import Path

import pytest

import detente.report

STYLE = (Path(detente.report.__file__).parent / "assets" / "report.css").read_text(encoding="utf-8")
TEXT = ("ink", "muted", "link", "open", "not-held")
MARKS = ("held", "not-held", "open", "gap", "phone", "video", "hotline", "in-person", "letter", "other")
TOPICS = tuple(f"topic-{number}" for number in range(1, 9))


def _themes() -> dict[str, dict[str, str]]:
    light, dark = re.findall(r":root[^{]*\{([^}]*)\}", STYLE)[:2]
    found = {"light": dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", light))}
    found["dark"] = found["light"] | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", dark))
    return found


def _luminance(colour: str) -> float:
    """Relative luminance, after WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", TEXT)
def test_text_has_four_and_a_half_to_one(theme: str, name: str) -> None:
    colours = _themes()[theme]
    assert min(_contrast(colours[name], colours[behind]) for behind in ("page", "card")) >= 4.5


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", [*MARKS, *TOPICS])
def test_marks_have_three_to_one(theme: str, name: str) -> None:
    colours = _themes()[theme]
    assert _contrast(colours[name], colours["card"]) >= 3


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_text_on_bars_and_tenures_is_readable(theme: str) -> None:
    colours = _themes()[theme]
    assert _contrast(colours["ink"], colours["era"]) >= 4.5
    assert _contrast(colours["ink"], colours["gap"]) >= 4.5
