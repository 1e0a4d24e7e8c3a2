import json

import pytest

from detente.domain.vocabulary import (
    ANY,
    Anchor,
    By,
    Channel,
    ClaimKind,
    Completeness,
    Level,
    Office,
    PartyKind,
    Qualifier,
    Reliability,
    Setting,
    Stance,
    Status,
    Substance,
    channels_named,
)
from detente.shipped import data_folder

VOCABULARIES = {
    ("contacts", "channel"): Channel,
    ("contacts", "setting"): Setting,
    ("contacts", "level"): Level,
    ("contacts", "substance"): Substance,
    ("contacts", "status"): Status,
    ("participants", "level"): Office,
    ("statements", "stance"): Stance,
    ("sources", "reliability"): Reliability,
    ("claims", "kind"): ClaimKind,
    ("claims", "anchor"): Anchor,
    ("claims", "qualifier"): Qualifier,
    ("claims", "setting"): Setting,
    ("claims", "by"): By,
    ("coverage", "completeness"): Completeness,
    ("parties", "kind"): PartyKind,
    ("officeholders", "office"): Office,
}


@pytest.mark.parametrize(("table", "column"), VOCABULARIES)
def test_the_words_are_those_of_the_record_package(table: str, column: str) -> None:
    package = json.loads((data_folder() / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        if resource["path"].endswith(f"/{table}.csv"):
            field = next(field for field in resource["schema"]["fields"] if field["name"] == column)
            assert set(field["constraints"]["enum"]) == {word.value for word in VOCABULARIES[table, column]}


def test_call_stands_for_phone_video_and_hotline() -> None:
    assert channels_named(["call"]) == {Channel.PHONE, Channel.VIDEO, Channel.HOTLINE}
    assert channels_named(["call", "in-person"]) == {Channel.PHONE, Channel.VIDEO, Channel.HOTLINE, Channel.IN_PERSON}
    assert channels_named(["phone"]) == {Channel.PHONE}
    assert channels_named([]) == frozenset()


@pytest.mark.parametrize("name", ["fax", ANY, "", "Phone"])
def test_other_words_are_no_channel(name: str) -> None:
    with pytest.raises(ValueError, match="is not a valid Channel"):
        channels_named([name])
