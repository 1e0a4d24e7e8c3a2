"""How is the overview of all pairs put together: every section of it, once for the whole selection and once for each choice."""

from collections.abc import Iterator

from detente.analysis.survey import Survey, narrowed
from detente.report.choices import Choice, Choices, choices
from detente.report.document import Chosen, Page, Parts, Section, rendered
from detente.report.headline import HeadlineData
from detente.report.method import DEFINITIONS, method_data, release
from detente.report.naming import counted
from detente.report.overview_enclosed import overview_enclosed
from detente.report.overview_headline import contact_files, overview_headline
from detente.report.overview_naming import overview_lead, overview_title, overview_who
from detente.report.overview_panels import overview_charts


def render_overview(survey: Survey) -> str:
    """The page; the same survey gives the same text."""
    offered = choices(survey.selection, survey.contacts)
    headline = overview_headline(survey)
    parts = Parts((), contact_files(survey))
    page = Page(
        title=overview_title(survey),
        lead=overview_lead(survey),
        sections=tuple(_sections(survey, parts, headline)),
        choices=offered,
        chosen={choice.key: _chosen(survey, choice, offered, parts) for choice in offered.narrower()},
        definitions=DEFINITIONS,
        cited=overview_enclosed(survey, release()) if survey.dyads else None,
        restricted=survey.restricted,
        left_out=survey.left_out,
    )
    return rendered(page, parts)


def _sections(survey: Survey, parts: Parts, headline: HeadlineData) -> Iterator[Section]:
    yield parts.section("headline", "", "headline_body", headline)
    yield from map(parts.chart, overview_charts(survey))
    method = method_data(survey.selection, overview_who(survey), {}, survey.tolerance, release())
    yield parts.section("method", "Method", "method_body", method)


def _chosen(whole: Survey, choice: Choice, offered: Choices, parts: Parts) -> Chosen:
    """The same sections of the narrower selection."""
    survey = narrowed(whole, choice.selection)
    contacts = survey.contacts
    held = sum(contact.held for contact in contacts)
    told = f"{counted(len(contacts), 'contact')} of {counted(len(survey.dyads), 'pair')}, {held:,} held"
    return Chosen(f"{offered.in_words(choice)}: {told}", tuple(_sections(survey, parts, overview_headline(survey))), ())
