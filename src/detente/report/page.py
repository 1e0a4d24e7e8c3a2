"""How is the report of two parties put together: every section of it, once for the whole selection and once for each choice."""

from collections.abc import Iterator
from pathlib import Path

from detente.analysis.dossier import Dossier, narrowed
from detente.report.chart import MOST_ROWS, MOST_SINGLE
from detente.report.choices import Choice, Choices, choices
from detente.report.contact_cards import cards_data, contacts_table
from detente.report.document import Chosen, Page, Parts, Section, rendered, write_text
from detente.report.enclosed import enclosed
from detente.report.headline import HeadlineData, headline_data
from detente.report.method import DEFINITIONS, method_data, release
from detente.report.naming import between, capital, counted, lead
from detente.report.panels import charts


def write_report(dossier: Dossier, path: Path) -> None:
    """Writes the page to ``path``, whose folder must exist: the whole of it, or nothing. Raises OSError."""
    write_text(render(dossier), path)


def render(dossier: Dossier) -> str:
    """The page; the same dossier gives the same text."""
    headline = headline_data(dossier)
    cards, cards_note = cards_data(dossier, {target for sentence in headline.sentences for target in sentence.rests_on})
    parts = Parts(card.contact_id for card in cards)
    offered = choices(dossier.selection, dossier.contacts)
    places = {card.contact_id: place for place, card in enumerate(cards)}
    page = Page(
        title=capital(between(dossier)),
        lead=lead(dossier),
        sections=tuple(_sections(dossier, parts, headline)),
        choices=offered,
        chosen={choice.key: _chosen(dossier, choice, offered, parts, places) for choice in offered.narrower()},
        definitions=DEFINITIONS,
        cards=cards,
        cards_note=cards_note,
        cited=enclosed(dossier, release()) if dossier.contacts else None,
        restricted=dossier.restricted,
        left_out=dossier.left_out,
    )
    return rendered(page, parts)


def _sections(dossier: Dossier, parts: Parts, headline: HeadlineData, most: int = MOST_ROWS) -> Iterator[Section]:
    """``most`` contacts are listed one by one."""
    yield parts.section("headline", "", "headline_body", headline)
    yield from map(parts.chart, charts(dossier))
    if dossier.contacts:
        yield parts.section("contacts", "Contacts", "contacts_body", contacts_table(dossier, most))
    method = method_data(dossier.selection, capital(between(dossier)), dossier.topics, dossier.ground.tolerance, release())
    yield parts.section("method", "Method", "method_body", method)


def _chosen(whole: Dossier, choice: Choice, offered: Choices, parts: Parts, places: dict[str, int]) -> Chosen:
    """The same sections of the narrower selection, and which of the cards belong to it."""
    dossier = narrowed(whole, choice.selection)
    sections = _sections(dossier, parts, headline_data(dossier), MOST_SINGLE)
    shown = (places[contact.contact_id] for contact in dossier.contacts if contact.contact_id in places)
    said = f"{offered.in_words(choice)}: {counted(len(dossier.contacts), 'contact')}, {len(dossier.held):,} held"
    return Chosen(said, tuple(sections), tuple(shown))
