"""The record asked from Python: the answers of the terminal, on both engines."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pandas as pd
import pytest

import detente
from detente.domain.vocabulary import Channel, Level, Status
from detente.store.opening import open_store
from detente.store.retracting import retract
from tests.support.places import Place

AS_OF = "2025-12-31"
both_engines = pytest.mark.parametrize("place", ["sqlite", "postgresql"], indirect=True)


@pytest.fixture
def record(place: Place) -> Iterator[detente.Record]:
    address = place.shipped()
    with detente.open(address, as_of=AS_OF) as opened:
        yield opened
    place.remove(address)


@both_engines
def test_the_case_it_was_started_for(record: detente.Record) -> None:
    """23 October 2022 to 3 April 2024: 69 + 365 + 94 days."""
    silence = record.gaps("france", "RU", channel="call", level="minister", from_="2024", to=date(2024, 12, 31))[0]
    assert (silence.gap.days_min, silence.gap.days_max) == (528, 528)
    call = record.contact("fra-rus-2024-04-03-phone")
    assert call.sources
    assert any("528 days" in sentence.sentence for sentence in record.context(call.contact_id))
    topics = {readout.topic: readout for readout in record.readouts(call.contact_id)}
    assert topics["ukraine-peace-talks"].denied_by == ("FRA",)
    assert {str(judgement.verdict) for judgement in record.claims(call.contact_id)} >= {"exact", "contradicted"}


@both_engines
def test_every_answer_is_a_frame_too(record: detente.Record) -> None:
    found = {
        "contacts": record.contacts("FRA", "RUS").to_pandas(),
        "gaps": record.gaps().to_pandas(),
        "by person": record.gaps("FRA", "RUS", by="person").to_pandas(),
        "last": record.last("FRA", "RUS").to_pandas(),
        "silence": record.silence("FRA", "RUS").to_pandas(),
        "silences": record.silence(baseline="last:5y", by="person").to_pandas(),
        "context": record.context("fra-rus-2024-04-03-phone").to_pandas(),
        "claims": record.claims().to_pandas(),
        "readouts": record.readouts("FRA", "RUS").to_pandas(),
        "frequency": record.frequency().to_pandas(),
        "panel": record.panel(topics=True).to_pandas(),
    }
    assert {name for name, frame in found.items() if frame.empty} == set()
    for name, frame in found.items():
        assert {str(dtype) for dtype in frame.dtypes} <= {"string", "Int64", "Float64", "boolean", "datetime64[s]"}, name
    row = found["contacts"].set_index("contact_id").loc["fra-rus-2024-04-03-phone"]
    assert (row["first_day"], row["parties"]) == (pd.Timestamp("2024-04-03"), "FRA;RUS")
    assert found["gaps"]["to_id"].isna().sum() == found["gaps"]["open"].sum()


def test_words_as_text_enums_and_lists_are_one_selection(record: detente.Record) -> None:
    as_text = record.selection("fra", "Russia", channel="call", level=["Minister", "official"], status="held")
    as_enums = record.selection(
        "RUS",
        "FRA",
        channel=[Channel.PHONE, Channel.VIDEO, Channel.HOTLINE],
        level={Level.MINISTER, Level.OFFICIAL},
        status=Status.HELD,
    )
    assert set(as_text.parties) == set(as_enums.parties)
    assert (as_text.channels, as_text.levels, as_text.statuses) == (as_enums.channels, as_enums.levels, as_enums.statuses)
    dated = record.selection(from_="2022-10", to=date(2024, 4, 3), as_of=date(2024, 6, 1))
    assert (dated.period_from, dated.period_to) == (date(2022, 10, 1).toordinal(), date(2024, 4, 3).toordinal())
    assert dated.as_of == date(2024, 6, 1).toordinal()


@pytest.mark.parametrize(
    ("asked", "error", "what"),
    [
        (lambda r: r.contacts("Atlantis"), detente.NotFoundError, "no party 'Atlantis'"),
        (lambda r: r.contacts(channel="smoke"), detente.UsageError, "channel 'smoke' is not known"),
        (lambda r: r.contacts(level=["minister", "king"]), detente.UsageError, "level 'king' is not known"),
        (lambda r: r.contacts(from_="soon"), detente.UsageError, "from: 'soon' is not a date"),
        (lambda r: r.contacts(from_="2024", to="2023"), detente.UsageError, "to 2023 lies before from 2024"),
        (lambda r: r.contacts("FRA", "france"), detente.UsageError, "names one party twice"),
        (lambda r: r.contacts(colour="red"), detente.UsageError, "nothing is chosen by colour"),
        (lambda r: r.contact("nowhere"), detente.NotFoundError, "no contact 'nowhere'"),
        (lambda r: r.gaps("FRA", "RUS", "DEU"), detente.UsageError, "two parties"),
        (lambda r: r.gaps(status="held"), detente.UsageError, "status does not apply to gaps"),
        (lambda r: r.panel(status="held"), detente.UsageError, "status does not apply to panel"),
        (lambda r: r.frequency(per="week"), detente.UsageError, "per 'week' is not known"),
        (lambda r: r.last("FRA", "RUS", as_of="today"), detente.UsageError, "as_of 'today' is no day"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(
    record: detente.Record, asked: object, error: type[detente.DetenteError], what: str
) -> None:
    with pytest.raises(error) as raised:
        asked(record)  # type: ignore[operator]  # a table of questions
    assert what in str(raised.value)
    assert "\n" not in str(raised.value)
    assert "--" not in str(raised.value)


def test_a_record_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(detente.StoreError, match="no store"):
        detente.open(tmp_path / "none.db")
    assert list(tmp_path.iterdir()) == []


@both_engines
def test_as_it_was_known_before(place: Place) -> None:
    address = place.shipped()
    with open_store(address, to_write=True) as store:
        retract(store, "fra-rus-2024-04-03-phone", why="a test")
    with detente.open(address, as_of=AS_OF) as now, detente.open(address, as_of=AS_OF, known_on="r2") as then:
        assert len(now.contacts()) == len(then.contacts()) - 1
        assert then.selection().known_on == "r2"
    with pytest.raises(detente.UsageError, match=r"^known_on 'once' is no moment"):
        detente.open(address, known_on="once")
    place.remove(address)


def test_the_answer_is_a_sequence(record: detente.Record) -> None:
    found = record.contacts("FRA", "RUS")
    assert found[1:3] == record.contacts("FRA", "RUS")[1:3]
    assert len(found[1:3].to_pandas()) == 2
    assert found[0] in found
    assert repr(found[:2]) == "<2 found>"
    assert len({found, record.contacts("FRA", "RUS")}) == 1


def test_an_empty_answer_is_a_frame_with_its_columns(record: detente.Record) -> None:
    frame = record.contacts("FRA", "RUS", from_="1999", to="2000").to_pandas()
    assert (len(frame), "contact_id" in frame.columns) == (0, True)


def test_today_is_the_day_unless_another_is_named(place: Place) -> None:
    with detente.open(place.shipped()) as opened:
        assert opened.as_of in (date.today(), date.fromordinal(date.today().toordinal() - 1))


def test_what_is_offered_and_what_is_not() -> None:
    assert set(detente.__all__) <= set(dir(detente))
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        _ = detente.nothing


def test_importing_it_is_instant() -> None:
    """Nothing but the package itself is loaded until something is asked of it."""
    code = "import sys; before = set(sys.modules); import detente; print(*sorted(set(sys.modules) - before - {'typing'}))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert {name.partition(".")[0] for name in done.stdout.split()} - set(sys.stdlib_module_names) == {"detente"}
    assert [name for name in done.stdout.split() if name.startswith("detente.")] == []
