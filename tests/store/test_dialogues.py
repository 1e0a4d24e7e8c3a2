"""Recurring dialogues in a store: declared, corrected, taken out, and how each pair kept them."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from detente.domain.coverage import CoverageWindow
from detente.domain.dialogues import Dialogue, read_suspended
from detente.domain.occasions import Kept
from detente.domain.parties import dyad
from detente.domain.selection import Selection
from detente.domain.vocabulary import Channel, Completeness, Setting, Status
from detente.errors import NotFoundError, RejectedError, UsageError
from detente.formats.package import export_package, import_package
from detente.store.condition import check
from detente.store.copying import content_hash
from detente.store.declaring import declare
from detente.store.dialogues import amend_dialogue, declare_dialogue, dialogue, dialogues, followed
from detente.store.history import history, log
from detente.store.knowing import as_known_on, read_moment
from detente.store.opening import Store
from detente.store.recording import record
from detente.store.retracting import retract
from detente.store.undoing import undo
from tests.domain.records import contact, day
from tests.domain.test_dialogues import COUNCIL
from tests.support.places import Place

SINCE_2019 = replace(
    COUNCIL,
    from_date=date(2019, 1, 1),
    suspended=read_suspended("2023-01-01/.."),
    source_url="https://example.org/a",
    note="=1+1",
)
TALKS = replace(
    COUNCIL, dialogue_id="shangri-la", name="<b>Shangri-La</b>", parties=("FRA", "RUS", "USA"), setting="any",
    channel="any", level="any", every_months=12, first_month=6, last_month=None, to_date=date(2030, 1, 1),
)  # fmt: skip


def meeting(store: Store, when: str, parties: str = "FRA RUS", status: str = "held", restricted: bool = False) -> str:
    made = contact(when, parties=parties, status=status, channel="in-person", setting="2+2", restricted=restricted)
    return record(store, replace(made, contact_id="", dyad_slug=""))[0].contact_id


def selected(as_of: str, *parties: str, **more: bool) -> Selection:
    return Selection(as_of=day(as_of), parties=tuple(parties), **more)  # type: ignore[arg-type]  # include_restricted alone


def test_a_dialogue_is_kept_as_it_was_declared(empty: Store) -> None:
    for declared in (SINCE_2019, TALKS):
        declare_dialogue(empty, declared)
        assert dialogue(empty, declared.dialogue_id) == declared
    assert dialogues(empty) == [SINCE_2019, TALKS]
    assert dialogues(empty, "USA") == [TALKS]
    assert dialogues(empty, "DEU") == []
    assert [(one.command, one.about) for one in log(empty, limit=2)] == [
        ("dialogue", "shangri-la"), ("dialogue", "fra-rus-2+2"),
    ]  # fmt: skip


def test_every_word_of_a_lane_may_be_kept(empty: Store) -> None:
    for number, (channel, setting) in enumerate((c, s) for c in [*Channel, "any"] for s in [*Setting, "any"]):
        declare_dialogue(empty, replace(SINCE_2019, dialogue_id=f"d{number}", channel=str(channel), setting=str(setting)))
    assert len(dialogues(empty)) == 7 * 5


def test_an_id_is_given_once(empty: Store) -> None:
    declare_dialogue(empty, SINCE_2019)
    with pytest.raises(RejectedError, match="the id 'fra-rus-2\\+2' is taken, or was once"):
        declare_dialogue(empty, SINCE_2019)
    retract(empty, "fra-rus-2+2", "never was")
    with pytest.raises(RejectedError, match="is taken, or was once"):
        declare_dialogue(empty, SINCE_2019)
    with pytest.raises(NotFoundError, match="fra-rus-2\\+2 was taken out by tester"):
        dialogue(empty, "fra-rus-2+2")
    undo(empty)
    assert dialogues(empty) == [SINCE_2019]


def test_a_correction_keeps_what_was_said_before(empty: Store) -> None:
    declare_dialogue(empty, SINCE_2019)
    assert not amend_dialogue(empty, SINCE_2019)
    corrected = replace(SINCE_2019, every_months=24, suspended=(), name="Council")
    assert amend_dialogue(empty, corrected, why="the treaty")
    assert dialogue(empty, "fra-rus-2+2") == corrected
    [made, changed] = history(empty, "fra-rus-2+2")
    assert (made.before, changed.revision.why) == (None, "the treaty")
    assert {(field.name, field.before, field.after) for field in changed.fields} == {
        ("every_months", 12, 24), ("suspended", "2023-01-01/..", None), ("name", "Security council", "Council"),
    }  # fmt: skip
    known, _ = as_known_on(empty, read_moment(f"r{made.revision.number}"))
    with known:
        assert dialogues(known) == [SINCE_2019]
    undo(empty)
    assert dialogues(empty) == [SINCE_2019]


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (replace(SINCE_2019, every_months=5), "makes no sense; a rhythm with usual months"),
        (replace(SINCE_2019, to_date=date(2018, 1, 1)), "--to 2018-01-01 lies before --from 2019-01-01"),
        (replace(SINCE_2019, suspended=read_suspended("2018-01-01/..")), "suspended on 2018-01-01, before the dialogue began"),
    ],
)
def test_what_makes_no_sense_is_refused(empty: Store, wrong: Dialogue, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        declare_dialogue(empty, wrong)
    declare_dialogue(empty, SINCE_2019)
    with pytest.raises(UsageError, match=said):
        amend_dialogue(empty, wrong)


def test_how_a_pair_kept_it(empty: Store) -> None:
    declare_dialogue(empty, replace(SINCE_2019, suspended=()))
    first, put_off = meeting(empty, "2019-10-01"), meeting(empty, "2020-09-14", status="postponed")
    window = CoverageWindow(
        dyad("FRA", "RUS"), "minister", "any", date(2019, 1, 1), date(2020, 12, 31), Completeness.COMPLETE, "read"
    )
    declare(empty, window)
    [found] = followed(empty, selected("2022-01-31", "FRA", "RUS"))
    assert [(o.kept, o.contact and o.contact.contact_id, [a.contact_id for a in o.attempts]) for o in found.occasions] == [
        (Kept.MET, first, []), (Kept.MISSED, None, [put_off]), (Kept.NOT_KNOWN, None, []), (Kept.NEXT, None, []),
    ]  # fmt: skip
    [attempt] = found.occasions[1].attempts
    assert attempt.status is Status.POSTPONED


def test_a_dialogue_of_several_concerns_each_pair_of_which_anything_is_on_record(empty: Store) -> None:
    declare_dialogue(empty, TALKS)
    assert followed(empty, selected("2022-01-31")) == []
    meeting(empty, "2020-06-05", "RUS USA")
    [found] = followed(empty, selected("2022-01-31"))
    assert (str(found.pair), [o.kept for o in found.occasions][:2]) == ("RUS-USA", [Kept.MET, Kept.NOT_KNOWN])
    [asked] = followed(empty, selected("2022-01-31", "FRA", "RUS"))
    assert (str(asked.pair), asked.occasions[0].kept) == ("FRA-RUS", Kept.NOT_KNOWN)
    assert [str(one.pair) for one in followed(empty, selected("2022-01-31", "RUS"))] == ["RUS-USA"]


def test_what_is_not_public_is_left_out(empty: Store) -> None:
    declare_dialogue(empty, replace(SINCE_2019, restricted=True))
    assert (dialogues(empty), followed(empty, selected("2022-01-31"))) == ([], [])
    with pytest.raises(NotFoundError, match=r"no dialogue 'fra-rus-2\+2'"):
        dialogue(empty, "fra-rus-2+2")
    assert len(followed(empty, selected("2022-01-31", include_restricted=True))) == 1
    with pytest.raises(NotFoundError):
        history(empty, "fra-rus-2+2")
    assert [one.about for one in log(empty, limit=1)] == ["(not public)"]


def test_a_package_holds_it_and_brings_it_back(empty: Store, place: Place, tmp_path: Path) -> None:
    for declared in (SINCE_2019, TALKS, replace(TALKS, dialogue_id="secret", restricted=True)):
        declare_dialogue(empty, declared)
    export_package(empty, tmp_path / "public")
    export_package(empty, tmp_path / "whole", include_restricted=True)
    with_two, with_three = (
        (tmp_path / name / "contacts/fra-rus/dialogues.csv").read_text(encoding="utf-8") for name in ("public", "whole")
    )
    assert with_two.splitlines() == [
        "dialogue_id,name,parties,channel,setting,level,every_months,first_month,last_month,tolerance_days,from,to,suspended,"
        "source_url,note",
        "fra-rus-2+2,Security council,FRA;RUS,in-person,2+2,minister,12,9,11,30,2019-01-01,,2023-01-01/..,"
        "https://example.org/a,'=1+1",
        "shangri-la,<b>Shangri-La</b>,FRA;RUS;USA,any,any,any,12,6,,30,2019-10-15,2030-01-01,,,",
    ]
    assert len(with_three.splitlines()) == 4
    assert import_package(empty, tmp_path / "whole").added == {}
    address = place.empty()
    from detente.store.opening import open_store

    with open_store(address, to_write=True) as other:
        assert import_package(other, tmp_path / "whole").added["dialogues"] == 3
        assert dialogues(other, include_restricted=True) == dialogues(empty, include_restricted=True)
        export_package(other, tmp_path / "again", include_restricted=True)
    again = (tmp_path / "again/contacts/fra-rus/dialogues.csv").read_text(encoding="utf-8")
    assert again == with_three
    parties = (tmp_path / "again/reference/parties.csv").read_text(encoding="utf-8")
    assert "\nUSA," in parties
    place.remove(address)


def test_a_package_that_says_otherwise(empty: Store, tmp_path: Path) -> None:
    declare_dialogue(empty, SINCE_2019)
    export_package(empty, tmp_path / "kept")
    file = tmp_path / "kept/contacts/fra-rus/dialogues.csv"
    kept = file.read_text(encoding="utf-8")
    file.write_text(kept.replace(",12,9,11,30,", ",24,9,11,30,"), encoding="utf-8")
    with pytest.raises(RejectedError, match="1 value differs from what the record holds"):
        import_package(empty, tmp_path / "kept")
    file.write_text(kept.replace(",12,9,11,30,", ",24,9,,40,"), encoding="utf-8")
    with pytest.raises(RejectedError, match="3 values differ") as refused:
        import_package(empty, tmp_path / "kept")
    assert "contacts/fra-rus/dialogues.csv:2: every_months '24': the record has '12' for fra-rus-2+2" in refused.value.details
    assert import_package(empty, tmp_path / "kept", overwrite=True).changed == {"dialogues": 1}
    found = dialogue(empty, "fra-rus-2+2")
    assert (found.every_months, found.last_month, found.tolerance_days) == (24, None, 40)
    retract(empty, "fra-rus-2+2", "never was")
    [warning] = import_package(empty, tmp_path / "kept").warnings
    assert "fra-rus-2+2 was retracted by tester" in warning
    assert dialogues(empty) == []


ROW = "d1,A,FRA;RUS,any,any,any,12,9,11,30,2019-01-01,,,,"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ((";RUS", ""), "parties 'FRA': write two parties or more"),
        (("FRA;RUS", "DEU;FRA"), "both parties of the folder fra-rus must be among them"),
        (("FRA;RUS", "FRA;QQQ"), "QQQ is not known"),
        ((",12,", ",0,"), "every_months '0': write a whole number above 0"),
        ((",12,", ",5,"), "every_months '5': a rhythm with usual months"),
        ((",12,", ",x,"), "every_months 'x': write a whole number"),
        ((",9,11,", ",13,,"), "first_month '13': write one of 1, 2"),
        ((",9,11,", ",,11,"), "every_months '12': there is a last usual month and no first"),
        ((",30,", ",,"), "tolerance_days '': is missing"),
        (("2019-01-01,,", "2019-01-01,2018-01-01,"), "to '2018-01-01': lies before the first day"),
        (("2019-01-01,,,", "2019-01-01,,2020,"), "suspended '2020': write when it did not run"),
        (("2019-01-01,,,", "2019-01-01,,2020-02-30/..,"), "suspended '2020-02-30/..': '2020-02-30/..' is no period"),
        (("any,any,any", "pigeon,any,any"), "channel 'pigeon': write one of phone"),
    ],
)
def test_a_wrong_row_is_told_with_its_place(empty: Store, tmp_path: Path, change: tuple[str, str], said: str) -> None:
    declare_dialogue(empty, SINCE_2019)
    export_package(empty, tmp_path / "kept")
    file = tmp_path / "kept/contacts/fra-rus/dialogues.csv"
    file.write_text(f"{file.read_text(encoding='utf-8').splitlines()[0]}\n{ROW.replace(*change, 1)}\n", encoding="utf-8")
    with pytest.raises(RejectedError, match="nothing was imported") as refused:
        import_package(empty, tmp_path / "kept")
    assert any(line.startswith("contacts/fra-rus/dialogues.csv:2: ") and said in line for line in refused.value.details)


def test_a_party_that_a_dialogue_names_stays(empty: Store) -> None:
    declare_dialogue(empty, replace(TALKS, parties=("FRA", "RUS", "ISL")))
    with pytest.raises(RejectedError, match="ISL cannot be taken out: the dialogue shangri-la names it"):
        retract(empty, "ISL", "for a test")


def test_the_check_tells_of_dialogues_without_source_and_of_strange_parties(empty: Store) -> None:
    declare_dialogue(empty, SINCE_2019)
    declare_dialogue(empty, TALKS)
    assert [(one.what, one.where, one.grave) for one in check(empty, day("2026-01-01"))] == [
        ("no source says that it recurs so", "shangri-la", False)
    ]
    empty.write(lambda connection: connection.exec_driver_sql("UPDATE dialogue SET parties = 'FRA;QQQ', every_months = 7"))
    found = [(one.what, one.where, one.grave) for one in check(empty, day("2026-01-01"))]
    assert ("names QQQ, which is no party on record", "fra-rus-2+2", True) in found
    assert any(what.startswith("its rhythm makes no sense") and grave for what, _, grave in found)


def test_a_hash_is_another_with_it(empty: Store) -> None:
    def hashed() -> str:
        with empty.reading() as connection:
            return content_hash(connection)

    before = hashed()
    declare_dialogue(empty, SINCE_2019)
    assert hashed() != before


def test_the_view_says_what_is_public(empty: Store) -> None:
    declare_dialogue(empty, SINCE_2019)
    declare_dialogue(empty, replace(TALKS, restricted=True))
    with empty.reading() as connection:
        [row] = connection.exec_driver_sql("SELECT * FROM v_dialogues").mappings()
    assert {name: row[name] for name in ("dialogue_id", "dyad", "parties", "every_months", "from_date", "to_date")} == {
        "dialogue_id": "fra-rus-2+2", "dyad": "fra-rus", "parties": "FRA;RUS", "every_months": 12, "from_date": "2019-01-01",
        "to_date": None,
    }  # fmt: skip
