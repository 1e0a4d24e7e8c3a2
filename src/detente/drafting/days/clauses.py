"""Does a sentence tell of what was, and behind an *and* of what is to come on another day?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from detente.drafting.days.counted import day_words
from detente.drafting.days.dates import dates_in, earlier_this_month, months_named
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.language.sentences import Sentence


def with_plans_apart(text: Sequence[Sentence], words: Lexicon) -> tuple[Sentence, ...]:
    """The sentences of a text, a plan that stands in the same one as what was held made one of its own.

    So are that in whose place it was, and what was called off, put off, refused or asked for.
    """
    parts = [part for one in text for part in _parts(one, words)]
    return tuple(replace(one, number=number) for number, one in enumerate(parts))


def _parts(one: Sentence, words: Lexicon) -> Iterator[Sentence]:
    place = INSTEAD_OF.match(one.text)
    if place is not None:
        yield replace(one, text=one.text[: place.end()].rstrip(" ,"))
        yield replace(one, text=one.text[place.end() :])
        return
    for hit in (*_AND_WILL.finditer(one.text), *_HE_WILL.finditer(one.text), *_THEY_AGREED.finditer(one.text)):
        held, plan = one.text[: hit.start()], one.text[hit.start() :].lstrip(" ,;:")
        when = _dated(held) or bool(months_named(held)) or earlier_this_month(held)
        ahead = (_dated(plan) or bool(months_named(plan))) and _CONTACT.search(plan) is not None
        if told_as_held(held) and when and ahead and not told_as_held(_THEY_AGREED.sub(lambda hit: "", f"; {plan}")):
            yield replace(one, text=held)
            yield replace(one, text=plan)
            return
    yield from _undone_apart(one, words)


def _undone_apart(one: Sentence, words: Lexicon) -> Iterator[Sentence]:
    """A sentence, or its two clauses, where one tells of what was and the other of what is to be, or was to be, on its day."""
    cuts = list(_NEXT_CLAUSE.finditer(one.text))
    for hit in cuts if cuts and len(day_words(one.text)) + len(dates_in(one.text)) >= _TWO else ():
        clauses = one.text[: hit.start()], one.text[hit.end() :]
        if not all(map(_dated, clauses)):
            continue
        other = [(clause, cue) for clause in clauses if (cue := words.cues["status"].first(clause)) is not None]
        if len(other) != 1:
            continue
        (clause, cue), *_ = other
        if _SAYS_THAT.search(clauses[0]) or _ANSWER.search(one.text) or (clause == clauses[0] and not told_as_held(clauses[1])):
            continue
        if cue.means != "unanswered" and not told_as_held(clause[: cue.start] + clause[cue.end :]):
            yield from (replace(one, text=part) for part in clauses)
            return
    yield one


_TWO = 2
_NEXT_CLAUSE = Pattern(
    r"\s?;\s+|,\s+(?=(?:and|but|while|whereas|et|mais|tandis que|alors que|und|aber|während|и|но|а|тогда как)\s)", re.IGNORECASE
)
"""Where the next clause of a sentence begins."""

_SAYS_THAT = Pattern(
    r"\b(?:said|confirmed|announced|added|noted|told \w+),? that\b|\b(?:dit|confirmé|annoncé|ajouté|assuré|indiqué) qu|"
    r",\s(?:dass|что)\b",
    re.IGNORECASE,
)
"""Somebody's words, which may go on in the next clause."""

_ANSWER = Pattern(r"\b(?:answer|repl(?:y|ied)|réponse|répondu|Antwort|geantwortet|ответ)", re.IGNORECASE)
"""Of a request and what came of it, which is one contact."""


INSTEAD_OF = Pattern(
    r"(?:instead of|in place of|au lieu (?:de|d['’])|à la place (?:de|d['’])|en lieu et place (?:de|d['’])|statt|anstatt|"
    r"anstelle|"
    r"вместо)\s?(?:[^,.;:\s]+\s+){0,6}?(?:visit|trip|journey|meeting|visite|déplacement|voyage|rencontre|\w*besuchs?|\w*reise|"
    r"Treffens?|визита|поездки|встречи|переговоров)(?:\s+(?:to|in|nach|à|en|au|в|на)\s+[\w'’-]+|,)?,?\s+",
    re.IGNORECASE,
)
"""How a sentence begins that says in whose place something was: ``Вместо отменённого визита в Ташкент``."""


def _dated(text: str) -> bool:
    return bool(day_words(text) or dates_in(text))


def goes_on_to_plan(text: str) -> bool:
    """Whether a sentence is the second half of one, of what those whom the first half names are to have next."""
    second = _AND_WILL.match(text) is not None or _THEY_AGREED.match(f"; {text}") is not None
    return second and _CONTACT.search(text) is not None


_AND_WILL = Pattern(
    r"(?:,?\s+|^)(?:and|et|und|и)\s+(?:(?:they |the two |ils |sie |они )?(?:will|(?:is|are) (?:to|due)|plans? to|intends? to|"
    r"se \w{2,}(?:ra|ront)|\w{3,}(?:era|eront|ira|iront|evra|evront)|(?:doit|doivent)\s|(?:am [^.;,]{3,40}? )?(?:wird|"
    r"werden|will|wollen))\b|"
    r"(?:\d{1,2} \w+ |в(?:о)? \w+ |на следующей неделе )?(?:посетит|встретится|встретятся|приедет|прилетит|примет|проведут|"
    r"увидятся)\b)",
    re.IGNORECASE,
)

_HE_WILL = Pattern(
    r"[;:]\s+(?:he|she|il|elle|celui-ci|celle-ci|er|sie|dieser|diese|он|она|тот|та)\s+(?:will|(?:is|are) (?:to|due to)|"
    r"(?:se |y |s['’]y )?\w{3,}(?:era|ira|evra|dra)|kommt|wird|will|приедет|прилетит|посетит|встретится|примет|поедет)\b",
    re.IGNORECASE,
)
"""Behind a colon, what one of the two is to do next."""

_THEY_AGREED = Pattern(
    r"[;:]\s+(?:they|the two|both|ils|elles|tous deux|sie|beide|die beiden|они|оба)\s+(?:(?:have|had) )?(?:agreed to|"
    r"(?:sont|étaient) convenue?s de|ont (?:convenu|décidé) de|vereinbarten|verabredeten|haben (?:vereinbart|verabredet)|"
    r"(?:договорил|условил)ись)\b",
    re.IGNORECASE,
)
"""Behind a semicolon, that the two agreed on what is to be next."""

_CONTACT = Pattern(
    r"\b(?:meet|visit|receive|host|come|viendra|kommt|kommen|welcome|see|call|speak|talk|travel|go|se voir|"
    r"(?:se )?(?:rend|recev|"
    r"accueill|rencontr|retrouv|"
    r"rever|parle)\w+|"
    r"treffen|besuchen|empfangen|begrüßen|sprechen|telefonieren|reisen|wiedersehen|посет\w+|встрет\w+|прим\w+|приед\w+|"
    r"прилет\w+|"
    r"увид\w+|провед\w+)\b",
    re.IGNORECASE,
)
