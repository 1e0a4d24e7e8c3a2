"""What is a record package made of: its tables, their columns, and what each of them says?"""

from enum import StrEnum

from detente.domain import vocabulary as words
from detente.domain.tabular import Column, Kind, Table


def _words(vocabulary: type[StrEnum], *more: str) -> tuple[str, ...]:
    return (*(member.value for member in vocabulary), *more)


def _word(name: str, vocabulary: type[StrEnum], *more: str, required: bool = True, description: str = "") -> Column:
    return Column(name, Kind.WORD, required, _words(vocabulary, *more), description=description)


def _id(name: str, description: str) -> Column:
    return Column(name, Kind.CODE, True, pattern=_ID, description=description, most=MOST_OF_ID)


_PARTY_CODE = r"[A-Z]{2,4}"
_ID = r"[a-z0-9]+(-[a-z0-9+]+)*"
MOST_OF_ID, MOST_OF_TOPIC, MOST_OF_NAME = 120, 80, 200
"""Characters of an id, of a topic, and of a name by which somebody is looked up: what the keys of a database hold."""
_CONTACT_ID = Column("contact_id", Kind.CONTACT, required=True)
_RESTRICTED = Column("restricted", Kind.FLAG, optional=True, description="true: not public, left out of what is passed on")

PARTIES = Table(
    "parties",
    "Parties",
    (
        Column("code", Kind.CODE, True, pattern=_PARTY_CODE, description="ISO 3166-1 alpha-3, or an organisation's short form"),
        Column("name", required=True, description="English short name", most=MOST_OF_NAME),
        _word("kind", words.PartyKind),
        Column("ministry", description="English name of the defence ministry, current"),
        Column("ministry_native", description="its name in the national language"),
    ),
    unique=("code",),
    per_dyad=False,
)

TOPICS = Table(
    "topics",
    "Topics, two levels",
    (
        Column(
            "topic", Kind.CODE, True, pattern=r"[a-z0-9-]+", description="small letters, digits and hyphens", most=MOST_OF_TOPIC
        ),
        Column("label", required=True),
        Column("definition", required=True),
        Column("broader", Kind.TOPIC, description="the broad topic above, empty at the top"),
        Column("plover_context", Kind.WORD, True, words.PLOVER_CONTEXTS, description="nearest general context of PLOVER"),
    ),
    unique=("topic",),
    per_dyad=False,
)

OFFICEHOLDERS = Table(
    "officeholders",
    "Holders of office",
    (
        Column("person", required=True, most=MOST_OF_NAME),
        Column("party", Kind.PARTY, True),
        _word("office", words.Office),
        Column("title", required=True, description="the office in words; acting, and what is not verified, is noted here"),
        Column("from", Kind.DAY, description="first day in office; empty: not verified"),
        Column("to", Kind.DAY, description="last day in office; empty: in office, or not verified"),
        Column("source_url", Kind.URL, True),
    ),
    unique=("person", "party", "office", "from"),
    per_dyad=False,
)

CONTACTS = Table(
    "contacts",
    "contacts",
    (
        _id("contact_id", "dyad, date and channel; -cod, -dep, -off by level"),
        Column("date", Kind.EDTF, True, description="A/B lasted, [A..B] one day within, ~ approximate"),
        _word("channel", words.Channel),
        _word("setting", words.Setting),
        _word("level", words.Level, description="highest participant of the defence side"),
        _word("substance", words.Substance, description="talks, or courtesy: a greeting or handshake without talks"),
        _word("status", words.Status),
        Column("parties", Kind.PARTIES, True, description="codes of parties, alphabetical"),
        Column("initiator", Kind.PARTY, description="party that asked for it"),
        Column("host", Kind.PARTY, description="party in whose country it took or was to take place"),
        Column("place"),
        Column("country", Kind.CODE, pattern=r"[A-Z]{3}", description="ISO 3166-1 alpha-3 of the place"),
        Column("duration_minutes", Kind.COUNT),
        Column("summary", required=True),
        Column("note"),
        _RESTRICTED,
    ),
    unique=("contact_id",),
)

PARTICIPANTS = Table(
    "participants",
    "participants",
    (
        _CONTACT_ID,
        Column("party", Kind.PARTY, True),
        Column("person", description="empty where the sources name nobody", most=MOST_OF_NAME),
        Column("role", required=True, description="the office held on that date"),
        _word("level", words.Office),
    ),
    unique=("contact_id", "party", "person", "role"),
)

STATEMENTS = Table(
    "statements",
    "what was said",
    (
        _CONTACT_ID,
        Column("topic", Kind.TOPIC, True),
        Column("raised_by", Kind.PARTY, words=(words.BOTH,), description="empty: the account does not say"),
        Column("reported_by", Kind.PARTY, True, words=(words.THIRD_PARTY,), description="whose account; media: no side's own"),
        _word("stance", words.Stance),
        Column("paraphrase"),
        Column("source_url", Kind.URL, description="a source of the same contact"),
        _RESTRICTED,
    ),
    unique=("contact_id", "topic", "raised_by", "reported_by", "stance", "paraphrase", "source_url"),
)

SOURCES = Table(
    "sources",
    "sources",
    (
        _CONTACT_ID,
        Column("url", Kind.URL, True),
        Column("publisher", required=True),
        Column("published", Kind.EDTF),
        Column("title", description="square brackets: rebuilt from the address"),
        Column("language", Kind.CODE, True, pattern=r"[a-z]{2}", description="ISO 639-1"),
        Column("side", Kind.PARTY, True, words=(words.THIRD_SIDE,), description="party whose account it relays, or third"),
        _word("reliability", words.Reliability, description="Admiralty grade of the carrier"),
        Column("credibility", Kind.WORD, True, ("1", "2", "3", "4", "5", "6"), description="Admiralty grade of what it says"),
        Column("archived_url", Kind.URL, optional=True),
        Column("accessed", Kind.DAY, optional=True),
        _RESTRICTED,
    ),
    unique=("contact_id", "url"),
)

VALUES = Table(
    "values",
    "values that differ per source",
    (
        _CONTACT_ID,
        Column("field", Kind.WORD, True, tuple(c.name for c in CONTACTS.columns if c.name not in ("contact_id", "restricted"))),
        Column("value", required=True, description="what the source gives instead of the value adopted"),
        Column("source_url", Kind.URL),
    ),
    unique=("contact_id", "field", "value", "source_url"),
    optional=True,
)

CLAIMS = Table(
    "claims",
    "published claims about gaps",
    (
        Column("claim_id", Kind.CODE, True, pattern=_ID, most=MOST_OF_ID),
        Column("contact_id", Kind.CONTACT),
        Column("asserted_on", Kind.EDTF, True),
        _word("kind", words.ClaimKind),
        Column("claim", required=True),
        Column("since", Kind.EDTF),
        _word("anchor", words.Anchor, required=False, description="whether since names the last contact itself, or an event"),
        Column("months", Kind.NUMBER),
        _word("qualifier", words.Qualifier, required=False),
        _word("channel", words.Channel, words.ANY),
        _word("level", words.Level, words.ANY),
        _word("setting", words.Setting, required=False, description="empty for any setting"),
        _word("by", words.By),
        Column("substance", Kind.WORD, True, ("talks", words.ANY), description="talks: greetings and handshakes do not count"),
        Column("source_url", Kind.URL),
        _RESTRICTED,
    ),
    unique=("claim_id",),
)

COVERAGE = Table(
    "coverage",
    "completeness",
    (
        Column("parties", Kind.PARTIES, True),
        _word("level", words.Level, words.ANY),
        _word("channel", words.Channel, words.ANY),
        Column("from", Kind.DAY, True, description="first day, inclusive"),
        Column("to", Kind.DAY, True, description="last day, inclusive"),
        _word("completeness", words.Completeness),
        Column("basis", required=True, description="why it is judged so"),
    ),
    unique=("parties", "level", "channel", "from"),
)

JUDGEMENTS = Table(
    "judgements",
    "contacts judged to be one, or two",
    (
        _id("contact_id", "id of a contact; of the two that are the same, the one that stays"),
        _id("other_id", "id of the other; of the two that are the same, the one that is in the record no more"),
        _word("verdict", words.Sameness),
        Column("why"),
    ),
    unique=("contact_id", "other_id"),
    optional=True,
)

_PERIODS = r"\d{4}-\d{2}-\d{2}/(\d{4}-\d{2}-\d{2}|\.\.)(;\d{4}-\d{2}-\d{2}/(\d{4}-\d{2}-\d{2}|\.\.))*"

DIALOGUES = Table(
    "dialogues",
    "recurring dialogues",
    (
        _id("dialogue_id", "small letters, digits and hyphens"),
        Column("name", required=True),
        Column("parties", Kind.PARTIES, True, description="codes of parties, alphabetical; of several: each pair among them"),
        _word("channel", words.Channel, words.ANY, description="what its meetings are on record as"),
        _word("setting", words.Setting, words.ANY),
        _word("level", words.Level, words.ANY),
        Column("every_months", Kind.COUNT, True, description="the rhythm: one occasion in so many months"),
        Column("first_month", Kind.WORD, words=words.MONTHS, description="first usual month, 1 to 12; empty: at any time"),
        Column("last_month", Kind.WORD, words=words.MONTHS, description="last usual month; empty: the first is the only one"),
        Column("tolerance_days", Kind.COUNT, True, description="days before and after, within which an occasion is still kept"),
        Column("from", Kind.DAY, True, description="first day of the dialogue"),
        Column("to", Kind.DAY, description="last day of the dialogue; empty: it goes on"),
        Column("suspended", Kind.CODE, pattern=_PERIODS, description="when it did not run: A/B periods, C/.. while it lasts"),
        Column("source_url", Kind.URL),
        Column("note"),
        _RESTRICTED,
    ),
    unique=("dialogue_id",),
    optional=True,
)

REFERENCE = (PARTIES, TOPICS, OFFICEHOLDERS)
PER_DYAD = (CONTACTS, PARTICIPANTS, STATEMENTS, SOURCES, VALUES, CLAIMS, COVERAGE, JUDGEMENTS, DIALOGUES)
TABLES = (*REFERENCE, *PER_DYAD)
