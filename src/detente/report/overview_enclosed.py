"""What does the overview carry to download and to cite: a line for each contact, and the gaps of every pair?"""

from collections.abc import Iterable
from datetime import date

from detente.analysis.survey import Surveyed
from detente.domain.contacts import Contact
from detente.domain.days import iso
from detente.domain.silences import summary
from detente.formats.items import Item, contact_item, lasting_selection_item, silence_item, summary_item
from detente.formats.json_text import SCHEMA
from detente.report.command import command_line
from detente.report.enclosed import Enclosure, enclosure


def overview_enclosed(surveyed: Surveyed, version: str) -> Enclosure:
    """The files of the overview; ``version`` is that of the program. The same record gives the same texts."""
    whole = surveyed.whole
    named = [whole.names.get(code, code) for code in whole.selection.parties]
    return enclosure(
        lambda contacts: _answer(surveyed, contacts),
        surveyed.contacts(),
        count=whole.totals.contacts,
        title=f"Contacts between defence ministries{f', {named[0]}' if named else ''}",
        keywords=tuple(named),
        slug="-".join(["overview", *whole.selection.parties]),
        as_of=date.fromordinal(whole.as_of),
        version=version,
        command=command_line(whole.selection, {}),
    )


def _answer(surveyed: Surveyed, contacts: Iterable[Contact]) -> Item:
    """With the keys that the terminal prints: ``items`` as ``list``, ``gaps`` and ``summary`` as ``gaps``, pair by pair."""
    silences = surveyed.silences()
    return {
        "schema": SCHEMA,
        "command": "report",
        "as_of": iso(surveyed.whole.as_of),
        "selection": lasting_selection_item(surveyed.whole.selection),
        "items": [contact_item(contact) for contact in contacts],
        "gaps": [silence_item(silence) for silence in silences],
        "summary": summary_item(summary(silence.gap for silence in silences)),
    }
