"""Which tables hold the record. Changes are made by a revision in migrations/, never here alone.

Ids are texts, days are integers (``detente.domain.days.Day``), vocabularies are VARCHAR with a named CHECK: the same
on every engine. Nothing is deleted in cascade.
"""

from sqlalchemy import (
    CheckConstraint,
    Column,
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
from detente.store.columns import DateColumns, DialogueColumns, KindColumns, ReferenceColumns, VersionedColumns, one_of, word
from detente.store.detail_columns import DifferingValueColumns, ParticipantColumns, SourceColumns, StatementColumns

REVISIONS = ("0001", "0002", "0003", "0004")
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


class _RevisionColumns(TypedColumns):
    """One command that changed the record. Numbers follow each other in the order of the commits."""

    number: Named[int] = Column(primary_key=True, autoincrement=False)
    recorded_at: Named[str] = Column(String(25))  # UTC, ISO, to the second; never before that of an earlier revision
    author: Named[str] = Column(Text)
    command: Named[str] = Column(String(20))
    about: Named[str] = Column(Text)
    why: Named[str | None] = Column(Text)
    undoes: Named[int | None] = Column(ForeignKey("revision.number"))


class _SupersededColumns(TypedColumns):
    """What a record said from ``revision`` on and until ``until``, which changed or withdrew it; never changed itself."""

    kind: Named[str] = Column(String(20), primary_key=True)
    record: Named[str] = Column(Text, primary_key=True)
    revision: Named[int] = Column(ForeignKey("revision.number"), primary_key=True, autoincrement=False)
    until: Named[int] = Column(ForeignKey("revision.number"), index=True)
    first_revision: Named[int]
    content: Named[str] = Column(Text)  # JSON: table → rows, as detente.store.records writes them


class _SettingColumns(TypedColumns):
    name: Named[str] = Column(String(40), primary_key=True)
    value: Named[str] = Column(Text)


class _PartyColumns(ReferenceColumns):
    code: Named[str] = Column(String(8), primary_key=True)
    name: Named[str] = Column(Text)
    kind: Named[words.PartyKind] = Column(word(words.PartyKind, "kind"))
    ministry: Named[str | None] = Column(Text)
    ministry_native: Named[str | None] = Column(Text)


class _PartyNameColumns(TypedColumns):
    name: Named[str] = Column(String(200), primary_key=True)  # case-folded
    party: Named[str] = Column(String(8), ForeignKey("party.code"))


class _TopicColumns(ReferenceColumns):
    topic: Named[str] = Column(String(80), primary_key=True)
    label: Named[str] = Column(Text)
    definition: Named[str] = Column(Text)
    broader: Named[str | None] = Column(String(80), ForeignKey("topic.topic"))
    plover_context: Named[str] = Column(String(40))
    position: Named[int]


class _OfficeholderColumns(ReferenceColumns):
    person: Named[str] = Column(String(200), primary_key=True)
    party: Named[str] = Column(String(8), ForeignKey("party.code"), primary_key=True)
    office: Named[words.Office] = Column(word(words.Office, "office"), primary_key=True)
    from_date: Named[str] = Column(String(10), primary_key=True)  # ISO day; '' where none is verified
    to_date: Named[str | None] = Column(String(10))
    title: Named[str] = Column(Text)
    source_url: Named[str] = Column(Text)


class _FolderColumns(VersionedColumns):
    slug: Named[str] = Column(String(20), primary_key=True)
    party_a: Named[str] = Column(String(8), ForeignKey("party.code"))
    party_b: Named[str] = Column(String(8), ForeignKey("party.code"))
    notes: Named[str | None] = Column(Text)


class _ContactColumns(DateColumns, KindColumns, VersionedColumns):
    contact_id: Named[str] = Column(String(120), primary_key=True)
    folder: Named[str] = Column(String(20), ForeignKey("folder.slug"))
    initiator: Named[str | None] = Column(String(8), ForeignKey("party.code"))
    host: Named[str | None] = Column(String(8), ForeignKey("party.code"))
    place: Named[str | None] = Column(Text)
    country: Named[str | None] = Column(String(3))
    duration_minutes: Named[int | None]
    summary: Named[str] = Column(Text)
    note: Named[str | None] = Column(Text)


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


class _ContactPairColumns(DateColumns, KindColumns, _SeriesColumns):
    """All that a gap query reads, copied from the contact.

    The key's columns come first: some releases of SQLite misread a table WITHOUT ROWID in their integrity check otherwise.
    """

    first_day: Named[int]
    start_latest: Named[int]


class _ClaimColumns(VersionedColumns):
    claim_id: Named[str] = Column(String(120), primary_key=True)
    folder: Named[str] = Column(String(20), ForeignKey("folder.slug"))
    contact_id: Named[str | None] = Column(String(120), ForeignKey("contact.contact_id"), index=True)
    asserted_on: Named[str] = Column(String(80))
    kind: Named[words.ClaimKind] = Column(word(words.ClaimKind, "kind"))
    claim: Named[str] = Column(Text)
    since: Named[str | None] = Column(String(80))
    anchor: Named[words.Anchor | None] = Column(word(words.Anchor, "anchor"))
    months: Named[float | None]
    qualifier: Named[words.Qualifier | None] = Column(word(words.Qualifier, "qualifier"))
    channel: Named[str] = Column(String(20))
    level: Named[str] = Column(String(20))
    setting: Named[words.Setting | None] = Column(word(words.Setting, "setting"))
    by: Named[words.By] = Column(word(words.By, "by"))
    substance: Named[str] = Column(String(20))
    source_url: Named[str | None] = Column(Text)
    restricted: Named[bool]


class _CoverageColumns(VersionedColumns):
    party_a: Named[str] = Column(String(8), ForeignKey("party.code"), primary_key=True)
    party_b: Named[str] = Column(String(8), ForeignKey("party.code"), primary_key=True)
    level: Named[str] = Column(String(20), primary_key=True)
    channel: Named[str] = Column(String(20), primary_key=True)
    from_date: Named[str] = Column(String(10), primary_key=True)
    to_date: Named[str] = Column(String(10))
    completeness: Named[words.Completeness] = Column(word(words.Completeness, "completeness"))
    basis: Named[str] = Column(Text)
    folder: Named[str] = Column(String(20), ForeignKey("folder.slug"))
    position: Named[int]


class _JudgementColumns(VersionedColumns):
    """What was judged of two contacts. Where they are the same, the other one is on record no more: no key refers to it."""

    contact_id: Named[str] = Column(String(120), primary_key=True)
    other_id: Named[str] = Column(String(120), primary_key=True, index=True)
    verdict: Named[words.Sameness] = Column(word(words.Sameness, "verdict"))
    why: Named[str | None] = Column(Text)
    folder: Named[str] = Column(String(20), ForeignKey("folder.slug"))


setting = Table("setting", metadata, _SettingColumns)
revision = Table("revision", metadata, _RevisionColumns)
superseded = Table("superseded", metadata, _SupersededColumns)
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
participant = Table("participant", metadata, ParticipantColumns)
source = Table("source", metadata, SourceColumns, CheckConstraint("credibility BETWEEN 1 AND 6", name="credibility"))
statement = Table(
    "statement",
    metadata,
    StatementColumns,
    ForeignKeyConstraint(["contact_id", "source_url"], ["source.contact_id", "source.url"]),
)
differing_value = Table("differing_value", metadata, DifferingValueColumns)
claim = Table(
    "claim",
    metadata,
    _ClaimColumns,
    one_of("channel", words.Channel, also=(words.ANY,)),
    one_of("level", words.Level, also=(words.ANY,)),
    one_of("substance", words.Substance, also=(words.ANY,)),
)
coverage = Table(
    "coverage",
    metadata,
    _CoverageColumns,
    one_of("channel", words.Channel, also=(words.ANY,)),
    one_of("level", words.Level, also=(words.ANY,)),
)
judgement = Table("judgement", metadata, _JudgementColumns)
dialogue = Table(
    "dialogue",
    metadata,
    DialogueColumns,
    one_of("channel", words.Channel, also=(words.ANY,)),
    one_of("setting", words.Setting, also=(words.ANY,)),
    one_of("level", words.Level, also=(words.ANY,)),
    CheckConstraint("every_months > 0", name="every_months"),
    CheckConstraint("first_month BETWEEN 1 AND 12", name="first_month"),
    CheckConstraint("last_month BETWEEN 1 AND 12", name="last_month"),
    CheckConstraint("tolerance_days > 0", name="tolerance_days"),
)
