"""Which columns have the tables of what is told of a contact: who took part, what was said, by which sources?"""

from sqlalchemy import Column, ForeignKey, Named, String, Text, TypedColumns

from detente.domain import vocabulary as words
from detente.store.columns import word


class DetailColumns(TypedColumns):
    """A row told of a contact, in the order in which it was recorded."""

    contact_id: Named[str] = Column(String(120), ForeignKey("contact.contact_id"), primary_key=True)
    position: Named[int] = Column(primary_key=True, autoincrement=False)


class ParticipantColumns(DetailColumns):
    """Who took part, for which party, in which office."""

    party: Named[str] = Column(String(8), ForeignKey("party.code"))
    person: Named[str | None] = Column(String(200))
    role: Named[str] = Column(Text)
    level: Named[words.Office] = Column(word(words.Office, "level"))


class StatementColumns(DetailColumns):
    """One topic in one side's readout."""

    topic: Named[str] = Column(String(80), ForeignKey("topic.topic"))
    raised_by: Named[str | None] = Column(String(8))
    reported_by: Named[str] = Column(String(8))
    stance: Named[words.Stance] = Column(word(words.Stance, "stance"))
    paraphrase: Named[str | None] = Column(Text)
    source_url: Named[str | None] = Column(Text)
    restricted: Named[bool]


class SourceColumns(TypedColumns):
    """A published document that tells of the contact."""

    contact_id: Named[str] = Column(String(120), ForeignKey("contact.contact_id"), primary_key=True)
    url: Named[str] = Column(Text, primary_key=True)
    position: Named[int]
    publisher: Named[str] = Column(Text)
    published: Named[str | None] = Column(String(80))
    title: Named[str | None] = Column(Text)
    language: Named[str] = Column(String(2))
    side: Named[str] = Column(String(8))
    reliability: Named[words.Reliability] = Column(word(words.Reliability, "reliability"))
    credibility: Named[int]
    archived_url: Named[str | None] = Column(Text)
    accessed: Named[str | None] = Column(String(10))
    restricted: Named[bool]


class DifferingValueColumns(DetailColumns):
    """A value that a source gives otherwise than the record."""

    field: Named[str] = Column(String(40))
    value: Named[str] = Column(Text)
    source_url: Named[str | None] = Column(Text)
