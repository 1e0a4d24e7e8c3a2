"""How is the overview of all pairs put together: every section of it, once for the whole selection and once for each choice."""

from collections.abc import Iterator
from dataclasses import replace

from detente.analysis.survey import Survey, Surveyed
from detente.report.choices import Choices, Shown, choices_among
from detente.report.document import Chosen, Page, Parts, Section, rendered
from detente.report.method import DEFINITIONS, method_data, release
from detente.report.naming import counted
from detente.report.overview_enclosed import overview_enclosed
from detente.report.overview_headline import contact_files, overview_headline
from detente.report.overview_naming import overview_lead, overview_title, overview_who
from detente.report.overview_panels import overview_charts


def render_overview(surveyed: Surveyed, linked: frozenset[str] = frozenset()) -> str:
    """The page; the same record gives the same text. ``linked`` are the slugs of the pairs whose own page lies beside it.

    Of each choice no more is kept than what the page shows.
    """
    whole = replace(surveyed.whole, linked=linked)
    offered = overview_choices(whole)
    parts = Parts((), {})
    page = Page(
        title=overview_title(whole),
        lead=overview_lead(whole),
        sections=tuple(_sections(whole, whole, parts)),
        choices=offered,
        chosen=dict(_chosen(surveyed, whole, offered, parts)),
        definitions=DEFINITIONS,
        cited=overview_enclosed(surveyed, release()) if whole.dyads else None,
        restricted=whole.totals.restricted,
        left_out=whole.left_out,
    )
    return rendered(page, parts)


def overview_choices(whole: Survey) -> Choices:
    """What can be chosen on the overview."""
    totals = whole.totals
    return choices_among(whole.selection, Shown(totals.channels, totals.levels, totals.contacts, totals.first))


def _sections(survey: Survey, whole: Survey, parts: Parts) -> Iterator[Section]:
    parts.leads_to(contact_files(survey, whole))
    yield parts.section("headline", "", "headline_body", overview_headline(survey))
    yield from map(parts.chart, overview_charts(survey))
    method = method_data(survey.selection, overview_who(survey), {}, survey.known.tolerance, release())
    yield parts.section("method", "Method", "method_body", method)


def _chosen(surveyed: Surveyed, whole: Survey, offered: Choices, parts: Parts) -> Iterator[tuple[str, Chosen]]:
    """The same sections of each narrower selection, by the key of its choice."""
    narrower = list(offered.narrower())
    for choice, found in zip(narrower, surveyed.narrower([choice.selection for choice in narrower]), strict=True):
        survey = replace(found, linked=whole.linked)
        totals = survey.totals
        told = f"{counted(totals.contacts, 'contact')} of {counted(len(survey.dyads), 'pair')}, {totals.held:,} held"
        yield choice.key, Chosen(f"{offered.in_words(choice)}: {told}", tuple(_sections(survey, whole, parts)), ())
