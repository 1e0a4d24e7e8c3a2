"""What does the overview carry to download and to cite: a line for each contact, and the gaps of every pair?"""

from datetime import date

from detente.analysis.survey import Survey
from detente.domain.days import iso
from detente.domain.silences import summary
from detente.formats.items import Item, contact_item, lasting_selection_item, silence_item, summary_item
from detente.formats.json_text import SCHEMA
from detente.report.command import command_line
from detente.report.enclosed import Enclosure, enclosure


def overview_enclosed(survey: Survey, version: str) -> Enclosure:
    """The files of the overview; ``version`` is that of the program. The same survey gives the same texts."""
    named = [survey.names.get(code, code) for code in survey.selection.parties]
    return enclosure(
        lambda: _answer(survey),
        survey.contacts,
        title=f"Contacts between defence ministries{f', {named[0]}' if named else ''}",
        keywords=tuple(named),
        slug="-".join(["overview", *survey.selection.parties]),
        as_of=date.fromordinal(survey.as_of),
        version=version,
        command=command_line(survey.selection, {}),
    )


def _answer(survey: Survey) -> Item:
    """With the keys that the terminal prints: ``items`` as ``list``, ``gaps`` and ``summary`` as ``gaps``, pair by pair."""
    silences = [silence for record in survey.dyads for silence in record.silences]
    return {
        "schema": SCHEMA,
        "command": "report",
        "as_of": iso(survey.as_of),
        "selection": lasting_selection_item(survey.selection),
        "items": [contact_item(contact) for contact in survey.contacts],
        "gaps": [silence_item(silence) for silence in silences],
        "summary": summary_item(summary(silence.gap for silence in silences)),
    }
