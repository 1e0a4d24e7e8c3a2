import re

from plotly.offline import get_plotlyjs_version

from tests.architecture.source import PACKAGE, ROOT

VENDOR = PACKAGE / "report" / "vendor"


def test_the_shipped_script_is_the_one_that_figures_are_made_for() -> None:
    (script,) = VENDOR.glob("plotly-*.js")
    name = re.fullmatch(r"plotly-(?:basic|cartesian)-(\d+\.\d+\.\d+)\.min\.js", script.name)
    assert name is not None
    header = re.search(r"plotly\.js \(.*\) v(\d+\.\d+\.\d+)", script.read_text(encoding="utf-8")[:300])
    assert header is not None
    assert name[1] == header[1] == get_plotlyjs_version()


def test_the_shipped_script_comes_with_its_licence() -> None:
    assert "MIT" in (VENDOR / "LICENSE.plotly").read_text(encoding="utf-8")


def test_what_the_tests_judge_accessibility_with_comes_with_its_licence() -> None:
    (script,) = (ROOT / "tests" / "vendor").glob("axe-*.min.js")
    assert script.name.removeprefix("axe-").removesuffix(".min.js") in script.read_text(encoding="utf-8")[:40]
    assert "Mozilla Public License" in (ROOT / "tests" / "vendor" / "LICENSE.axe").read_text(encoding="utf-8")
