import pytest

from detente.domain.dates import parse
from detente.formats.edtf_parts import DateParts, date_parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("2024-04-03", DateParts((2024, 4, 3))),
        ("2024-04", DateParts((2024, 4))),
        ("2024", DateParts((2024,))),
        ("2024-04-03~", DateParts((2024, 4, 3), approximate=True)),
        ("2024-04?", DateParts((2024, 4), approximate=True)),
        ("2024%", DateParts((2024,), approximate=True)),
        ("2014-21", DateParts((2014,), season=1)),
        ("2014-24~", DateParts((2014,), approximate=True, season=4)),
        ("2004-06-XX", DateParts((2004, 6), approximate=True)),
        ("2004-XX-XX", DateParts((2004,), approximate=True)),
        ("201X", DateParts((2010,), (2019,), approximate=True)),
        ("2015-12-21/2015-12-23", DateParts((2015, 12, 21), (2015, 12, 23))),
        ("2015-12/2016", DateParts((2015, 12), (2016,))),
        ("2015-12-21~/2015-12-23", DateParts((2015, 12, 21), (2015, 12, 23), approximate=True)),
        ("[2022-06-01..2022-07-12]", DateParts((2022, 6, 1), (2022, 7, 12), approximate=True)),
    ],
)
def test_the_parts_of_a_date_as_written(text: str, parts: DateParts) -> None:
    assert date_parts(parse(text)) == parts
