"""What files in the wild do to whoever reads them: none of it stops an import, unless nothing could come of it."""

from pathlib import Path

import pytest

from detente.errors import DetenteError, NotFoundError, RejectedError, UsageError
from detente.formats.events.extraction import Extract
from detente.formats.events.reading import Wanted
from tests.formats.events.conftest import MADE_UP, NUMBERS, Extracting
from tests.formats.events.rows import MILITARY_OF, gdelt, icews

FRANCE, RUSSIA, AMERICA = MILITARY_OF["FRA"], MILITARY_OF["RUS"], MILITARY_OF["USA"]


def written(folder: Path, *lines: str, name: str = "events.txt") -> Path:
    path = folder / name
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return path


# Bytes


def test_lines_that_are_no_text_are_counted_and_the_others_read(tmp_path: Path, extracting: Extracting) -> None:
    good = icews(1, "2014-04-03", "041", FRANCE, RUSSIA).encode()
    path = tmp_path / "mixed.tab"
    path.write_bytes(
        b"\xef\xbb\xbf"
        + good
        + b"\r\n\xff\xfe\t1\r\n\nhas\x00nul\n"
        + b"x" * 1_000_001
        + b"\n"
        + good.replace(b"1\t", b"2\t", 1)
    )
    found = extracting(path, "icews")
    assert found.read == 5
    assert [len(contact.sources) for contact in found.contacts] == [2]
    assert set(found.lines) == {
        "mixed.tab:2: is not UTF-8 text",
        "mixed.tab:4: holds a NUL",
        "mixed.tab:5: is longer than 1,000,000 bytes",
    }


@pytest.mark.parametrize(
    ("beginning", "program"),
    [(b"\x1f\x8b\x08", "gunzip"), (b"PK\x03\x04", "unzip"), (b"BZh9", "bunzip2"), (b"\xfd7zXZ\x00", "unxz")],
)
def test_an_archive_is_not_unpacked(beginning: bytes, program: str, tmp_path: Path, extracting: Extracting) -> None:
    """Whatever it is called, and however little it weighs."""
    (tmp_path / "events.tab").write_bytes(beginning + b"\0" * 100)
    with pytest.raises(RejectedError, match=f"unpack it first: {program} events.tab"):
        extracting(tmp_path / "events.tab", "icews")


def test_quotes_are_letters(tmp_path: Path, extracting: Extracting) -> None:
    path = written(tmp_path, icews(1, "2014-04-03", "041", ('"Military (France)', "Military", "France"), RUSSIA, '"Le "Monde'))
    (call,) = extracting(path, "icews").contacts
    assert call.sources[0].publisher == '"Le "Monde'
    assert '"Military (France) →' in (call.sources[0].title or "")


def test_hostile_text_is_data(tmp_path: Path, extracting: Extracting) -> None:
    name = "=1+1<script>alert(1)</script>\u202e😀'; DROP TABLE x --"
    path = written(tmp_path, icews("1'--", "2014-04-03", "041", (name, "Military", "France"), RUSSIA, "=cmd"))
    (call,) = extracting(path, "icews").contacts
    assert name in (call.sources[0].title or "")
    assert call.sources[0].publisher == "=cmd"
    assert call.sources[0].url.endswith("#1%27---2014-04-03")


def test_an_empty_file_holds_nothing(tmp_path: Path, extracting: Extracting) -> None:
    found = extracting(written(tmp_path), "gdelt")
    assert (found.read, found.contacts) == (0, ())


@pytest.mark.parametrize("name", ["nothing-here.tab", "empty"])
def test_where_no_file_is(name: str, tmp_path: Path, extracting: Extracting) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotFoundError):
        extracting(tmp_path / name, "icews")


# Codebooks


def test_a_weis_file_that_is_called_cameo_is_refused(extracting: Extracting) -> None:
    with pytest.raises(RejectedError, match=r"43% of its codes are none of CAMEO \(3 of 7\)"):
        extracting(MADE_UP / "made_up_keds_weis.txt", "keds", Wanted("cameo"))


def test_a_cameo_file_that_is_called_weis_is_refused(extracting: Extracting) -> None:
    with pytest.raises(RejectedError, match="are none of WEIS"):
        extracting(MADE_UP / "made_up_keds_cameo.txt", "keds", Wanted("weis"))


def test_codes_that_lost_their_leading_zeros_are_refused(tmp_path: Path, extracting: Extracting) -> None:
    path = written(tmp_path, *(icews(id_, "2014-04-03", "41", FRANCE, RUSSIA) for id_ in range(3)))
    with pytest.raises(RejectedError, match="leading zeros belong to a code"):
        extracting(path, "icews")


def test_numbers_for_names_are_refused(extracting: Extracting) -> None:
    with pytest.raises(RejectedError, match="none of CAMEO"):
        extracting(MADE_UP / "made_up_numbers" / "train.txt", "icews-names")


def test_042_of_weis_is_no_visit(tmp_path: Path, extracting: Extracting) -> None:
    path = written(tmp_path, "790404\tFRAMIL\tRUSMIL\t042")
    assert len(extracting(path, "keds", Wanted("cameo")).contacts) == 1
    assert extracting(path, "keds", Wanted("weis")).contacts == ()


# What has to be said


@pytest.mark.parametrize(
    ("name", "wanted", "error"),
    [
        ("keds", Wanted(), UsageError),
        ("keds", Wanted("plover"), UsageError),
        ("gdelt", Wanted("cameo"), UsageError),
        ("acled", Wanted(), UsageError),
        ("icews-ids", Wanted(), UsageError),
        ("icews-ids", Wanted(maps=MADE_UP / "made_up_numbers", base_date="soon", step="days"), UsageError),
        ("icews-ids", Wanted(maps=MADE_UP / "made_up_numbers", base_date="2014-01-01", step="weeks"), UsageError),
        ("icews-ids", Wanted(maps=MADE_UP, base_date="2014-01-01", step="days"), NotFoundError),
    ],
)
def test_what_is_missing_or_of_no_use_is_said(
    name: str, wanted: Wanted, error: type[DetenteError], extracting: Extracting
) -> None:
    with pytest.raises(error) as caught:
        extracting(MADE_UP / "made_up_numbers" / "train.txt", name, wanted)
    assert caught.value.mend


def test_steps_of_days(extracting: Extracting) -> None:
    days = Wanted(maps=NUMBERS.maps, base_date="2014-01-01", step="days")
    first = extracting(MADE_UP / "made_up_numbers", "icews-ids", days).contacts[0]
    assert first.date.text == "2018-02-21"  # 1,512 days after the first of 2014


def test_a_map_that_gives_one_number_twice_is_refused(tmp_path: Path, extracting: Extracting) -> None:
    written(tmp_path, "Military (France)\t0", "Military (Russia)\t0", name="entity2id.txt")
    written(tmp_path, "Consult\t0", name="relation2id.txt")
    path = written(tmp_path, "0\t0\t0\t0")
    with pytest.raises(RejectedError, match=r"entity2id.txt:2: names 0 a second time"):
        extracting(path, "icews-ids", Wanted(maps=tmp_path, base_date="2014-01-01", step="days"))


def test_a_polecat_file_without_a_column_is_refused(tmp_path: Path, extracting: Extracting) -> None:
    with pytest.raises(RejectedError, match="names no column event date"):
        extracting(written(tmp_path, "Event ID\tEvent Type"), "polecat")


# Actors


SECTORS = {
    "Military": True,
    "Government,Defense / Security Ministry,Executive": True,
    "Government, Military": True,
    "Retired Military": False,
    "Military Police": False,
    "NA": False,
    "": False,
}


def kept_ids(found: Extract) -> dict[int, str]:
    """The level of the contact that each ICEWS event belongs to, by its id."""
    return {
        int(source.url.partition("#")[2].partition("-")[0]): contact.level
        for contact in found.contacts
        for source in contact.sources
    }


def test_a_sector_counts_as_a_whole(tmp_path: Path, extracting: Extracting) -> None:
    lines = [icews(id_, "2014-04-03", "041", ("Somebody", sectors, "France"), RUSSIA) for id_, sectors in enumerate(SECTORS)]
    found = kept_ids(extracting(written(tmp_path, *lines), "icews"))
    assert {sectors: id_ in found for id_, sectors in enumerate(SECTORS)} == SECTORS


ACTORS = [
    ("Jean-Yves Le Drian", "France", "2017-05-10", "minister"),  # his last day
    ("Jean-Yves Le Drian", "France", "2017-05-11", None),
    ("Jean-Yves Le Drian", "France", "2019-09-09", None),  # minister of foreign affairs then
    ("Jean-Yves Le Drian", "Germany", "2014-09-09", None),  # somebody of the same name
    ("Jean-Yves Le Drian", "Persian Gulf", "2014-09-09", None),
    ("jean-yves le drian", "NA", "2014-09-09", "minister"),
    ("SÉBASTIEN LECORNU", "France", "2024-04-03", "minister"),
    ("Sebastien Lecornu", "France", "2024-05-03", "minister"),
    ("Pierre de Villiers", "France", "2015-04-03", "chief-of-defence"),
    ("Hulusi Akar", "Turkey", "2018-07-09", "chief-of-defence"),
    ("Hulusi Akar", "Turkey", "2018-07-20", "minister"),
    ("Ministry of Defence (France)", "NA", "2015-05-03", "official"),
    ("Defence Minister", "France", "2015-06-03", "official"),
    ("Ministry of the Armed Forces and Veterans Affairs", "France", "2024-07-03", "official"),
    ("Ministry of Health (France)", "France", "2024-08-03", None),
    ("France", "France", "2024-09-03", None),
    ("Military (NA)", "NA", "2024-10-03", None),  # not Namibia
]


def test_who_counts_as_a_defence_actor(tmp_path: Path, extracting: Extracting) -> None:
    lines = [icews(id_, day, "041", (name, "NA", country), AMERICA) for id_, (name, country, day, _) in enumerate(ACTORS)]
    found = kept_ids(extracting(written(tmp_path, *lines), "icews", echo=0))
    assert [(*actor[:3], found.get(id_)) for id_, actor in enumerate(ACTORS)] == ACTORS


@pytest.mark.parametrize("party", ["FRA", "USA"])
def test_only_contacts_of_a_party(party: str, tmp_path: Path, extracting: Extracting) -> None:
    lines = [icews(1, "2014-04-03", "041", FRANCE, RUSSIA), icews(2, "2014-04-03", "041", AMERICA, RUSSIA)]
    found = extracting(written(tmp_path, *lines), "icews", parties=[party])
    assert [party in contact.parties for contact in found.contacts] == [True]
    assert found.passed_over == {"not of the party asked for": 1}


# Echoes


ECHOES = {
    2: [
        ([1, 2, 3], [1]),
        ([1, 3, 5], [1, 5]),  # three days from the first of the episode, then three more
        ([1, 4], [1, 4]),
        (list(range(1, 29)), [1, 4, 7, 10, 13, 16, 19, 22, 25, 28]),  # no contact swallows a month
        ([1, 3, 5, 7, 20], [1, 5, 7, 20]),
    ],
    3: [([1, 4], [1]), ([1, 5], [1, 5])],
    1: [([1, 2, 3, 4, 5], [1, 3, 5])],
    0: [([1, 1, 2], [1, 2])],
}


@pytest.mark.parametrize("echo", ECHOES)
def test_echoes(echo: int, tmp_path: Path, extracting: Extracting) -> None:
    """Each case has a month of its own."""
    cases = {f"2014-{month:02d}": case for month, case in enumerate(ECHOES[echo], 1)}
    days = [f"{month}-{day:02d}" for month, (coded, _) in cases.items() for day in coded]
    lines = [icews(number, day, "041", FRANCE, RUSSIA) for number, day in enumerate(days)]
    found = extracting(written(tmp_path, *lines), "icews", echo=echo)
    assert [contact.date.text for contact in found.contacts] == [
        f"{m}-{day:02d}" for m, (_, firsts) in cases.items() for day in firsts
    ]
    assert sum(len(contact.sources) for contact in found.contacts) == len(days)


def test_without_echo_channels_of_one_day_stay_apart_and_mirrors_do_not(tmp_path: Path, extracting: Extracting) -> None:
    lines = [
        icews(1, "2014-04-03", "041", FRANCE, RUSSIA),
        icews(2, "2014-04-03", "041", RUSSIA, FRANCE),
        icews(3, "2014-04-03", "042", FRANCE, RUSSIA),
        icews(4, "2014-04-03", "043", RUSSIA, FRANCE),
    ]
    path = written(tmp_path, *lines)
    apart = extracting(path, "icews", echo=0).contacts
    assert [(contact.channel, contact.host, len(contact.sources)) for contact in apart] == [
        ("in-person", "RUS", 2),
        ("phone", None, 2),
    ]
    (together,) = extracting(path, "icews").contacts
    assert (together.channel, len(together.sources), len(together.values)) == ("phone", 4, 2)


def test_rows_that_differ_are_all_kept_though_they_have_one_id(tmp_path: Path, extracting: Extracting) -> None:
    lines = [icews(1, "2014-04-03", "041", FRANCE, RUSSIA), icews(1, "2014-04-03", "041", RUSSIA, FRANCE)]
    found = extracting(written(tmp_path, *lines, lines[1]), "icews")
    (call,) = found.contacts
    assert [source.url.partition("#")[2] for source in call.sources] == ["1-2014-04-03", "1-2014-04-03-2"]
    assert [source.title.partition(": ")[2] for source in call.sources if source.title] == [
        "Military (France) → Military (Russia)",
        "Military (Russia) → Military (France)",
    ]
    assert (found.kept, found.repeated) == (3, 1)


def test_two_visits_in_opposite_directions_have_no_host(tmp_path: Path, extracting: Extracting) -> None:
    lines = [icews(1, "2014-04-03", "042", FRANCE, RUSSIA), icews(2, "2014-04-04", "042", RUSSIA, FRANCE)]
    (visit,) = extracting(written(tmp_path, *lines), "icews").contacts
    assert (visit.channel, visit.host) == ("in-person", None)
    assert visit.summary == "Visit between France and Russia; 2 rows of ICEWS"


def test_a_status_is_not_merged_with_another(tmp_path: Path, extracting: Extracting) -> None:
    lines = [
        icews(number, "2014-04-03", code, FRANCE, RUSSIA) for number, code in enumerate(("036", "040", "106", "125", "164"))
    ]
    found = extracting(written(tmp_path, *lines), "icews").contacts
    assert [contact.status for contact in found] == ["held", "planned", "requested", "declined", "cancelled"]
    assert [contact.contact_id for contact in found] == [
        "fra-rus-2014-04-03-other-off-icews",
        *(f"fra-rus-2014-04-03-other-off-icews-{number}" for number in (2, 3, 4, 5)),
    ]


def test_every_width_of_gdelt_says_the_same(tmp_path: Path, extracting: Extracting) -> None:
    widths = {"20140403": 57, "20150403": 58, "20160403": 61}
    a, b = ("A", "FRA", "MIL"), ("B", "RUS", "GOVMIL")
    path = written(tmp_path, *(gdelt(7, day, "041", a, b, width=width) for day, width in widths.items()))
    found = extracting(path, "gdelt").contacts
    assert [contact.contact_id for contact in found] == [f"fra-rus-{year}-04-03-phone-off-gdelt" for year in (2014, 2015, 2016)]
    assert [contact.sources[0].published for contact in found] == ["2014-04-03", "2015-04-03", "2016-04-03"]
    assert [contact.sources[0].url for contact in found] == [
        "https://www.gdeltproject.org/#gdelt-7",
        "https://news.example/x#gdelt-7",
        "https://news.example/x#gdelt-7",
    ]
