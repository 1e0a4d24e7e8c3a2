"""Who is called by his people alone: ``the Frenchman``, ``Der Franzose``, ``Сириец``?"""

from collections.abc import Iterator, Sequence
from functools import cache

from detente.drafting.language.lexicon import rows
from detente.drafting.language.patterns import Pattern

_BEFORE = {"en": r"\bthe\s+", "fr": r"\b(?:l(?:e|a|es)\s+|l['’])", "de": r"\b(?:der|die|dem|den|des|ein|eine)\s+", "ru": r"\b"}
_BEHIND = {
    "en": r"(?=,|\s+(?:who|ha[ds]|have|is|was|were|could|did|also|then|(?!armed|combined)[a-z]+ed|said|told|spoke|gave)\b)",
    "fr": r"\b",
    "de": r"\b(?!-)",
    "ru": r"\b",
}
_FRENCH, _GERMAN, _RUSSIAN = "*", "isch*", "ск*"


def mentioned_by_people(text: str, language: str, parties: Sequence[str]) -> Iterator[tuple[str, int, int]]:
    """Each party of which somebody, or several, stand in a sentence as no more than its people; from where to where."""
    for party in parties:
        if (pattern := _pattern(party, language)) is not None:
            hits = [hit for hit in pattern.finditer(text) if hit["people"][0].isupper() or language == "ru"]
            yield from ((party, hit.start(), hit.end()) for hit in hits)


@cache
def _pattern(party: str, language: str) -> Pattern | None:
    row = next((row for row in rows("countries") if row["party"] == party), None)
    forms = [] if row is None else [form for form in row[language].split("|") if form.strip("*").isalpha()]
    said = dict.fromkeys(one for form in forms for one in _people(form, language, forms))
    if not said:
        return None
    return Pattern(rf"(?i:{_BEFORE[language]})(?P<people>{'|'.join(said)}){_BEHIND[language]}")


def _people(form: str, language: str, forms: Sequence[str]) -> Iterator[str]:
    """What people are called of whom a list has the adjective, or the people; names of states are none."""
    stem = form.strip("*")
    capital = stem.capitalize()
    if language == "en" and not stem.endswith("s") and (f"{stem}s" in forms or _ADJECTIVE.search(stem)):
        yield rf"{stem}(?:m[ae]n|wom[ae]n)?s?"
    elif language == "fr" and form.endswith(_FRENCH) and stem.islower() and capital not in forms:
        yield rf"{capital}\w{{0,3}}"
    elif language == "de" and form.endswith(_GERMAN) and stem.islower():
        yield rf"{stem.removesuffix('isch').capitalize()}(?:er|e|en|ern|s|erin|in{'|' if stem.endswith('arisch') else ''})"
    elif language == "de" and _GERMANS.search(stem):
        yield rf"{stem.removesuffix('n')}\w{{0,3}}"
    elif language == "ru" and form.endswith(_RUSSIAN) and stem.islower():
        if _BARE.search(stem):
            yield rf"(?i:{stem.removesuffix('ск')}(?:а|у|ом|и|ов|ам)?)"
        yield rf"(?i:{stem.removesuffix('ск').removesuffix('й')}(?:ец|й?ц(?:ы|а|ев|ем|у|ам)))"
    elif language == "ru" and form.endswith("ц*"):
        yield rf"(?i:{stem[:-1]}(?:ец|ц(?:ы|а|ев|ем|у|ам)))"
    elif language == "ru" and _RUSSIANS.search(stem):
        yield rf"(?i:{stem}(?:а|у|ом|и|ы|ов|е|ин\w{{0,2}})?)"


_ADJECTIVE = Pattern(r"(?:an|i|sh|ch|ese|man|men|k)$")
_BARE = Pattern(r"(?:ик|ек|ах|из|ын|рузин|серб|орват|овак)ск$")
_GERMANS = Pattern(r"(?:sche|ose|ole|ner|ier|länder)$")
_RUSSIANS = Pattern(r"(?:^[а-я]+(?:уз|ак|ек|як|ян))$")
