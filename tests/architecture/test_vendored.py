import re

from plotly.offline import get_plotlyjs_version

from tests.architecture.source import PACKAGE

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
