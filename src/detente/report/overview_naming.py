"""What are pairs called in the overview, and which page tells more of each."""

from datetime import date

from detente.analysis.pair_record import PairRecord
from detente.analysis.survey import Survey
from detente.domain.parties import Dyad
from detente.domain.sides import name_in_sentence
from detente.domain.words import and_list, day_in_words
from detente.report.chart import Cell
from detente.report.naming import counted, period_in_words

_LONGEST_NAME = 14


def between(survey: Survey, pair: Dyad) -> str:
    """As it stands in a sentence: ``Russia and the United States``."""
    return and_list([name_in_sentence(name) for name in survey.sides(pair)])


def pair_label(survey: Survey, pair: Dyad) -> str:
    """As it stands alone: ``Russia – United States``."""
    return " – ".join(survey.sides(pair))


def short_label(survey: Survey, pair: Dyad) -> str:
    """As it stands beside a row of a figure: ``Russia – UN``, with the code of a party whose name is long."""
    names = zip(pair.parties, survey.sides(pair), strict=True)
    return " – ".join(name if len(name) <= _LONGEST_NAME else code for code, name in names)


def pair_cell(survey: Survey, record: PairRecord) -> Cell:
    """The pair in a table, leading to its own page where that lies beside this one."""
    return Cell(pair_label(survey, record.pair), file=survey.file_of(record))


def overview_title(survey: Survey) -> str:
    """``Who talks to whom``; of the pairs of one party, ``France and its counterparts``."""
    named = [survey.names.get(code, code) for code in survey.selection.parties]
    return f"{named[0]} and its counterparts" if named else "Who talks to whom"


def overview_who(survey: Survey) -> str:
    """Whose contacts are selected: ``all pairs``, ``the pairs of France``."""
    named = [name_in_sentence(survey.names.get(code, code)) for code in survey.selection.parties]
    return f"The pairs of {named[0]}" if named else "All pairs"


def overview_lead(survey: Survey) -> str:
    """``15 pairs on record, as of 31 December 2025``; with the period where one is selected."""
    there = f"{counted(len(survey.dyads), 'pair')} on record, as of {day_in_words(date.fromordinal(survey.as_of))}"
    return f"{there}{period_in_words(survey.selection)}"
