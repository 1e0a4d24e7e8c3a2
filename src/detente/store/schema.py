"""Which tables hold the record. Changes are made by a revision in migrations/, never here alone.

Ids are texts, days are integers (``detente.domain.days.Day``), vocabularies are VARCHAR with a named CHECK: the same
on every engine. Nothing is deleted in cascade.
"""

from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    Enum,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    MetaData,
    Named,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    TypedColumns,
)

from detente.domain import vocabulary as words

REVISIONS = ("0001",)
"""Every schema revision, oldest first; the last is the one this version reads and writes."""

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _word(vocabulary: type[StrEnum], name: str) -> Enum:
    """A word of a closed vocabulary, stored as it is spelt; the CHECK is called ``ck_<table>_<name>``."""
    return Enum(
        vocabulary,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=20,
        values_callable=lambda members: [member.value for member in members],
    )


def _one_of(column: str, *vocabularies: type[StrEnum], also: tuple[str, ...] = ()) -> CheckConstraint:
    """A CHECK for a column that takes vocabulary words and a few more."""
    allowed = [member.value for vocabulary in vocabularies for member in vocabulary] + list(also)
    listed = ", ".join(f"'{word}'" for word in allowed)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


class _SettingColumns(TypedColumns):
    name: Named[str] = Column(String(40), primary_key=True)
    value: Named[str] = Column(Text)


class _PartyColumns(TypedColumns):
    code: Named[str] = Column(String(8), primary_key=True)
    name: Named[str] = Column(Text)
    kind: Named[words.PartyKind] = Column(_word(words.PartyKind, "kind"))
    ministry: Named[str | None] = Column(Text)
    ministry_native: Named[str | None] = Column(Text)
    seeded: Named[bool]  # came with the store and was not imported since: exported only where used


class _PartyNameColumns(TypedColumns):
    name: Named[str] = Column(String(200), primary_key=True)  # case-folded
    party: Named[str] = Column(String(8), ForeignKey("party.code"))


class _TopicColumns(TypedColumns):
    topic: Named[str] = Column(String(80), primary_key=True)
    label: Named[str] = Column(Text)
    definition: Named[str] = Column(Text)
    broader: Named[str | None] = Column(String(80), ForeignKey("topic.topic"))
    plover_context: Named[str] = Column(String(40))
    seeded: Named[bool]
    position: Named[int]


class _OfficeholderColumns(TypedColumns):
    person: Named[str] = Column(String(200), primary_key=True)
    party: Named[str] = Column(String(8), ForeignKey("party.code"), primary_key=True)
    office: Named[words.Office] = Column(_word(words.Office, "office"), primary_key=True)
    from_date: Named[str] = Column(String(10), primary_key=True)  # ISO day; '' where none is verified
    to_date: Named[str | None] = Column(String(10))
    title: Named[str] = Column(Text)
    source_url: Named[str] = Column(Text)
    seeded: Named[bool]


class _FolderColumns(TypedColumns):
    slug: Named[str] = Column(String(20), primary_key=True)
    party_a: Named[str] = Column(String(8), ForeignKey("party.code"))
    party_b: Named[str] = Column(String(8), ForeignKey("party.code"))
    notes: Named[str | None] = Column(Text)


class _DateColumns(TypedColumns):
    """A date as written and what it allows; see ``detente.domain.dates.UncertainDate``."""

    date: Named[str] = Column(String(80))
    first_day: Named[int]
    start_earliest: Named[int]
    start_latest: Named[int]
    end_earliest: Named[int]
    end_latest: Named[int]


class _KindColumns(TypedColumns):
    """What selections choose by."""

    channel: Named[words.Channel] = Column(_word(words.Channel, "channel"))
    setting: Named[words.Setting] = Column(_word(words.Setting, "setting"))
    level: Named[words.Level] = Column(_word(words.Level, "level"))
    substance: Named[words.Substance] = Column(_word(words.Substance, "substance"))
    status: Named[words.Status] = Column(_word(words.Status, "status"))
    restricted: Named[bool]


class _ContactColumns(_DateColumns, _KindColumns):
    contact_id: Named[str] = Column(String(120), primary_key=True)
    folder: Named[str] = Column(String(20), ForeignKey("folder.slug"))
    initiator: Named[str | None] = Column(String(8), ForeignKey("party.code"))
    host: Named[str | None] = Column(String(8), ForeignKey("party.code"))
    place: Named[str | None] = Column(Text)
    country: Named[str | None] = Column(String(3))
    duration_minutes: Named[int | None]
    summary: Named[str] = Column(Text)
    note: Named[str | None] = Column(Text)
    recorded_at: Named[str] = Column(String(25))  # UTC, ISO, to the second; never exported


class _ContactPartyColumns(TypedColumns):
    contact_id: Named[str] = Column(String(120), ForeignKey("contact.contact_id"), primary_key=True)
    party: Named[str] = Column(String(8), ForeignKey("party.code"), primary_key=True)


class _SeriesColumns(TypedColumns):
    """The place of a contact in the series of one pair of its parties, in series order."""

    party_a: Named[str] = Column(String(8))
    party_b: Named[str] = Column(String(8))
    first_day: Named[int]
    start_latest: Named[int]
    contact_id: Named[str] = Column(String(120), ForeignKey("contact.contact_id"))


class _ContactPairColumns(_DateColumns, _KindColumns, _SeriesColumns):
    """All that a gap query reads, copied from the contact.

    The key's columns come first: some releases of SQLite misread a table WITHOUT ROWID in their integrity check otherwise.
    """

    first_day: Named[int]
    start_latest: Named[int]


class _DetailColumns(TypedColumns):
    """A row told of a contact, in the order in which it was recorded."""

    contact_id: Named[str] = Column(String(120), ForeignKey("contact.contact_id"), primary_key=True)
    position: Named[int] = Column(primary_key=True, autoincrement=False)


class _ParticipantColumns(_DetailColumns):
    party: Named[str] = Column(String(8), ForeignKey("party.code"))
    person: Named[str | None] = Column(String(200))
    role: Named[str] = Column(Text)
    level: Named[words.Office] = Column(_word(words.Office, "level"))


class _StatementColumns(_DetailColumns):
    topic: Named[str] = Column(String(80), ForeignKey("topic.topic"))
    raised_by: Named[str | None] = Column(String(8))
    reported_by: Named[str] = Column(String(8))
    stance: Named[words.Stance] = Column(_word(words.Stance, "stance"))
    paraphrase: Named[str | None] = Column(Text)
    source_url: Named[str | None] = Column(Text)
    restricted: Named[bool]


class _SourceColumns(TypedColumns):
    contact_id: Named[str] = Column(String(120), ForeignKey("contact.contact_id"), primary_key=True)
    url: Named[str] = Column(Text, primary_key=True)
    position: Named[int]
    publisher: Named[str] = Column(Text)
    published: Named[str | None] = Column(String(80))
    title: Named[str | None] = Column(Text)
    language: Named[str] = Column(String(2))
    side: Named[str] = Column(String(8))
    reliability: Named[words.Reliability] = Column(_word(words.Reliability, "reliability"))
    credibility: Named[int]
    archived_url: Named[str | None] = Column(Text)
    accessed: Named[str | None] = Column(String(10))
    restricted: Named[bool]


class _DifferingValueColumns(_DetailColumns):
    field: Named[str] = Column(String(40))
    value: Named[str] = Column(Text)
    source_url: Named[str | None] = Column(Text)


class _ClaimColumns(TypedColumns):
    claim_id: Named[str] = Column(String(120), primary_key=True)
    folder: Named[str] = Column(String(20), ForeignKey("folder.slug"))
    contact_id: Named[str | None] = Column(String(120), ForeignKey("contact.contact_id"), index=True)
    asserted_on: Named[str] = Column(String(80))
    kind: Named[words.ClaimKind] = Column(_word(words.ClaimKind, "kind"))
    claim: Named[str] = Column(Text)
    since: Named[str | None] = Column(String(80))
    anchor: Named[words.Anchor | None] = Column(_word(words.Anchor, "anchor"))
    months: Named[float | None]
    qualifier: Named[words.Qualifier | None] = Column(_word(words.Qualifier, "qualifier"))
    channel: Named[str] = Column(String(20))
    level: Named[str] = Column(String(20))
    setting: Named[words.Setting | None] = Column(_word(words.Setting, "setting"))
    by: Named[words.By] = Column(_word(words.By, "by"))
    substance: Named[str] = Column(String(20))
    source_url: Named[str | None] = Column(Text)
    restricted: Named[bool]


class _CoverageColumns(TypedColumns):
    party_a: Named[str] = Column(String(8), ForeignKey("party.code"), primary_key=True)
    party_b: Named[str] = Column(String(8), ForeignKey("party.code"), primary_key=True)
    level: Named[str] = Column(String(20), primary_key=True)
    channel: Named[str] = Column(String(20), primary_key=True)
    from_date: Named[str] = Column(String(10), primary_key=True)
    to_date: Named[str] = Column(String(10))
    completeness: Named[words.Completeness] = Column(_word(words.Completeness, "completeness"))
    basis: Named[str] = Column(Text)
    folder: Named[str] = Column(String(20), ForeignKey("folder.slug"))
    position: Named[int]
    recorded_at: Named[str] = Column(String(25))


setting = Table("setting", metadata, _SettingColumns)
party = Table("party", metadata, _PartyColumns)
party_name = Table("party_name", metadata, _PartyNameColumns)
topic = Table("topic", metadata, _TopicColumns)
officeholder = Table("officeholder", metadata, _OfficeholderColumns)
folder = Table("folder", metadata, _FolderColumns)
contact = Table("contact", metadata, _ContactColumns, Index(None, "first_day"))
contact_party = Table("contact_party", metadata, _ContactPartyColumns, Index(None, "party"))
contact_pair = Table(
    "contact_pair",
    metadata,
    _ContactPairColumns,
    # Series order, so that one dyad is one seek and LEAD needs no sort; on SQLite the key is the table itself.
    PrimaryKeyConstraint("party_a", "party_b", "first_day", "start_latest", "contact_id"),
    sqlite_with_rowid=False,
)
participant = Table("participant", metadata, _ParticipantColumns)
source = Table("source", metadata, _SourceColumns, CheckConstraint("credibility BETWEEN 1 AND 6", name="credibility"))
statement = Table(
    "statement",
    metadata,
    _StatementColumns,
    ForeignKeyConstraint(["contact_id", "source_url"], ["source.contact_id", "source.url"]),
)
differing_value = Table("differing_value", metadata, _DifferingValueColumns)
claim = Table(
    "claim",
    metadata,
    _ClaimColumns,
    _one_of("channel", words.Channel, also=(words.ANY,)),
    _one_of("level", words.Level, also=(words.ANY,)),
    _one_of("substance", words.Substance, also=(words.ANY,)),
)
coverage = Table(
    "coverage",
    metadata,
    _CoverageColumns,
    _one_of("channel", words.Channel, also=(words.ANY,)),
    _one_of("level", words.Level, also=(words.ANY,)),
)
