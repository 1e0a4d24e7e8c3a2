"""What the columns of several tables have in common: words, dates, kinds, and the revision that wrote a row."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, Column, Enum, ForeignKey, Named, String, Text, TypedColumns

from detente.domain import vocabulary as words


def word(vocabulary: type[StrEnum], name: str) -> Enum:
    """A word of a closed vocabulary, stored as it is spelt; the CHECK is called ``ck_<table>_<name>``."""
    return Enum(
        vocabulary,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=20,
        values_callable=lambda members: [member.value for member in members],
    )


def one_of(column: str, *vocabularies: type[StrEnum], also: tuple[str, ...] = ()) -> CheckConstraint:
    """A CHECK for a column that takes vocabulary words and a few more."""
    allowed = [member.value for vocabulary in vocabularies for member in vocabulary] + list(also)
    listed = ", ".join(f"'{word}'" for word in allowed)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class VersionedColumns(TypedColumns):
    """By which revision a record came to be, and by which it says what it says; see ``detente.store.records``."""

    first_revision: Named[int] = Column(ForeignKey("revision.number"))
    revision: Named[int] = Column(ForeignKey("revision.number"))


class ReferenceColumns(VersionedColumns):
    """A row that a store has from the start, or that was added; ``imported`` is the revision that brought it in a
    package or added it, NULL for one that came with the store and is exported only where it is used."""

    imported: Named[int | None] = Column(ForeignKey("revision.number"))


class DateColumns(TypedColumns):
    """A date as written and what it allows; see ``detente.domain.dates.UncertainDate``."""

    date: Named[str] = Column(String(80))
    first_day: Named[int]
    start_earliest: Named[int]
    start_latest: Named[int]
    end_earliest: Named[int]
    end_latest: Named[int]


class KindColumns(TypedColumns):
    """What selections choose by."""

    channel: Named[words.Channel] = Column(word(words.Channel, "channel"))
    setting: Named[words.Setting] = Column(word(words.Setting, "setting"))
    level: Named[words.Level] = Column(word(words.Level, "level"))
    substance: Named[words.Substance] = Column(word(words.Substance, "substance"))
    status: Named[words.Status] = Column(word(words.Status, "status"))
    restricted: Named[bool]


class DialogueColumns(VersionedColumns):
    """A recurring dialogue. Its parties are one text, codes in alphabetical order: they are read whole, and never chosen by."""

    dialogue_id: Named[str] = Column(String(120), primary_key=True)
    folder: Named[str] = Column(String(20), ForeignKey("folder.slug"))
    name: Named[str] = Column(Text)
    parties: Named[str] = Column(Text)
    channel: Named[str] = Column(String(20))
    setting: Named[str] = Column(String(20))
    level: Named[str] = Column(String(20))
    every_months: Named[int]
    first_month: Named[int | None]
    last_month: Named[int | None]
    tolerance_days: Named[int]
    from_date: Named[str] = Column(String(10))
    to_date: Named[str | None] = Column(String(10))
    suspended: Named[str | None] = Column(Text)  # A/B;C/.. as detente.domain.dialogues reads it
    source_url: Named[str | None] = Column(Text)
    note: Named[str | None] = Column(Text)
    restricted: Named[bool]
