"""How does a report read as Markdown, on GitHub, in notes and in a terminal alike: sentences and tables, no charts."""

from collections.abc import Iterable, Iterator, Sequence

from detente.analysis.dossier import Dossier
from detente.analysis.survey import Survey
from detente.report.chart import Chart
from detente.report.claims import JudgedClaim
from detente.report.contact_cards import Account, Card, GivenValue, Told, cards_data, contacts_table
from detente.report.headline import HeadlineData, headline_data
from detente.report.markdown_text import Links, code, escaped, table
from detente.report.method import MethodData, method_data, release
from detente.report.naming import between, capital, lead
from detente.report.overview_headline import overview_headline
from detente.report.overview_naming import overview_lead, overview_title, overview_who
from detente.report.overview_panels import overview_charts
from detente.report.panels import charts, with_those_below
from detente.report.sourcing import GradedSource, Link

_FOR_LOOKING = "Periods"
"""A switch whose first view suffices: the others tell the same in finer steps."""

_SUBJECT = "contacts between defence ministries"
_CONTACTS = "Contacts"
_WITHOUT_CHARTS = "The charts are in the HTML report; here are the sentences and tables that go with them."


def render_markdown(dossier: Dossier) -> str:
    """The report of two parties as GitHub-flavoured Markdown; the same dossier gives the same text."""
    headline = headline_data(dossier)
    cards, note = cards_data(dossier, {target for sentence in headline.sentences for target in sentence.rests_on})
    drawn = list(with_those_below(charts(dossier)))
    title = f"{capital(between(dossier))}: {_SUBJECT}"
    links = Links([title, *(chart.title for chart in drawn), _CONTACTS], [card.contact_id for card in cards])
    method = method_data(dossier.selection, capital(between(dossier)), dossier.topics, dossier.ground.tolerance, release())
    parts = [
        [*_top(title, lead(dossier), dossier.restricted, dossier.left_out), *_headline(headline, links), _WITHOUT_CHARTS],
        *(_chart(chart, links) for chart in drawn),
        _contacts(dossier, note, links),
        *(_card(card, links) for card in cards),
        _method(method),
    ]
    return _together(parts, links)


def render_overview_markdown(survey: Survey) -> str:
    """The overview of all pairs as GitHub-flavoured Markdown; the same survey gives the same text."""
    links = Links([], [])
    title = f"{overview_title(survey)}: {_SUBJECT}"
    method = method_data(survey.selection, overview_who(survey), {}, survey.known.tolerance, release())
    parts = [
        [
            *_top(title, overview_lead(survey), survey.totals.restricted, survey.left_out),
            *_headline(overview_headline(survey), links),
            _WITHOUT_CHARTS,
        ],
        *(_chart(chart, links) for chart in overview_charts(survey)),
        _method(method),
    ]
    return _together(parts, links)


def _together(parts: Iterable[Iterable[str]], links: Links) -> str:
    sections = [*map(links.section, parts)]
    return "\n\n".join(filter(None, [*sections, links.to_contacts()])) + "\n"


def _top(title: str, told: str, restricted: bool, left_out: bool) -> Iterator[str]:
    yield f"# {escaped(title)}"
    yield f"{told}."
    if restricted:
        yield "> **Not public.** This report contains records, statements, sources or claims that are marked restricted."
    elif left_out:
        yield "> Records marked restricted have been left out."


def _headline(headline: HeadlineData, links: Links) -> Iterator[str]:
    yield "\n".join(
        f"- **{escaped(f'{item.figure} {item.unit}')}** {links.contact(item.label, item.target)}" for item in headline.figures
    )
    for sentence in headline.sentences:
        records = ", ".join(links.contact(record, record) for record in sentence.rests_on)
        yield f"{escaped(sentence.text)} ({records})" if records else escaped(sentence.text)


def _chart(chart: Chart, links: Links) -> Iterator[str]:
    yield f"## {escaped(chart.title)}"
    views = chart.views[:1] if chart.switch == _FOR_LOOKING else chart.views
    for place, view in enumerate(views):
        yield escaped(view.sentence)
        if place == 0:
            yield f"> {escaped(chart.about)}"
        for shown in view.tables:
            yield from table(shown, links)


def _contacts(dossier: Dossier, note: str, links: Links) -> Iterator[str]:
    if not dossier.contacts:
        return
    yield f"## {_CONTACTS}"
    yield (
        "> Every record of the selection, whatever became of it. A date leads to the contact’s own section: both sides’ "
        "accounts, the sources with their grades, and what was published about the gap before it, judged."
    )
    yield from table(contacts_table(dossier), links)
    yield escaped(note)


def _card(card: Card, links: Links) -> Iterator[str]:
    yield f"### {escaped(card.contact_id)}"
    became = "" if card.held else f", **{escaped(card.status)}**"
    yield f"**{escaped(card.when)}**: {escaped(card.what)}{became}{_restricted(card.restricted)}"
    yield escaped(card.summary)
    facts = [f"Date: {code(card.edtf)}", *(escaped(f"{name}: {value}") for name, value in card.facts)]
    yield " · ".join(facts)
    for account in card.accounts:
        yield from _account(account, links)
    yield from _listed("Values that sources give differently", [_given(value, links) for value in card.differing])
    yield from _listed("Published about the gap", [_claim(claim, links) for claim in card.claims])
    yield from _listed("Sources", [_source(source, links) for source in card.sources])
    yield escaped(f"Note: {card.note}") if card.note else ""


def _listed(heading: str, items: Sequence[str]) -> Iterator[str]:
    if items:
        yield f"**{heading}**"
        yield "\n".join(f"- {item}" for item in items)


def _account(account: Account, links: Links) -> Iterator[str]:
    people = f": {escaped('; '.join(account.people))}" if account.people else ""
    yield f"**{escaped(account.side)}**{people}"
    yield "\n".join(f"- {_told(told, links)}" for told in account.told) or "No account on record."


def _told(told: Told, links: Links) -> str:
    denies = "**denies** " if told.stance == "denies" else ""
    raised = f" (raised by {escaped(told.raised_by)})" if told.raised_by else ""
    words = f": {escaped(told.paraphrase)}" if told.paraphrase else ""
    return f"{denies}{escaped(told.topic)}{raised}{_restricted(told.restricted)}{words}{_from(told.source, links)}"


def _given(given: GivenValue, links: Links) -> str:
    adopted = ", adopted" if given.adopted else ""
    return f"{escaped(f'{given.field}: {given.value}')}{adopted}{_from(given.source, links)}"


def _claim(claim: JudgedClaim, links: Links) -> str:
    where = "" if claim.source is None else f"{links.web(claim.source)}, "
    told = f"**{claim.verdict}**, {escaped(claim.why)}: {escaped(claim.sentence)}{_restricted(claim.restricted)}"
    return f"{told} ({where}{escaped(claim.asserted_on)})"


def _source(source: GradedSource, links: Links) -> str:
    """One without a title is named after its publisher."""
    untitled = bool(source.publisher) and source.link.text == source.link.url
    named = Link(source.publisher, source.link.url) if untitled else source.link
    about = [*([] if untitled else [source.publisher]), source.published, source.language]
    grade = f"{', '.join(about)}; {source.side}; {source.grade_words}"
    archived = _from(source.archived, links)
    return f"{source.grade} {links.web(named)}, {escaped(grade)}{_restricted(source.restricted)}{archived}"


def _from(source: Link | None, links: Links) -> str:
    return "" if source is None else f" ({links.web(source)})"


def _restricted(marked: bool) -> str:
    return " (restricted)" if marked else ""


def _method(method: MethodData) -> Iterator[str]:
    yield "## Method"
    yield "\n".join(
        f"- {escaped(name)}: {code(f'{value} --format md') if name == 'Command' else escaped(value)}"
        for name, value in method.facts
    )
    yield from _listed("Definitions", [f"{escaped(name)}: {escaped(words)}" for name, words in method.definitions])
