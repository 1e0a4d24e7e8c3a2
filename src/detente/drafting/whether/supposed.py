"""Does a sentence only say what should have been, what might be, or what a line between two sides ought to be used for?"""

from re import IGNORECASE

from detente.drafting.days.counted import day_words
from detente.drafting.days.dates import dates_in
from detente.drafting.how.manner import media_places
from detente.drafting.language.held import told_as_held
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Told

_ENOUGH = 1.2
_THE = 4
"""Letters of an article before a line."""


def supposed(one: Told, *, said_to_be: bool) -> float:
    """The weight of what says so; ``said_to_be`` where a word tells what became of a contact that was to be."""
    text = one.text
    sides = [actor.start for actor in one.named.actors if actor.party is not None and actor.start >= 0]
    maybe = _MAYBE.search(text)
    if maybe is not None and sides and maybe.end() <= max(sides) and not told_as_held(text[: maybe.start()]):
        return _ENOUGH
    wished = None if day_words(text) or dates_in(text) else _DREAMT.search(text)
    open_still = _NEITHER.search(text)
    if any(hit is not None and sides and hit.end() <= max(sides) for hit in (wished, open_still)):
        return _ENOUGH
    line = _LINE_SHOULD.search(text)
    if line is not None and all(line.start() - _THE <= start < line.end() for _, start in media_places(one)):
        return _ENOUGH
    stands = None if day_words(text) or dates_in(text) else _ON_A_DESK.search(text)
    if stands is not None and not told_as_held(text):
        return _ENOUGH
    missed = None if said_to_be or day_words(text) or dates_in(text) else _SHOULD_HAVE.search(text)
    return _ENOUGH if missed is not None and not told_as_held(text[: missed.start()]) else 0.0


_SHOULD_HAVE = Pattern(
    r"\b(?:should|ought to) (?:\w+ )?have\b|\baurai(?:t|ent) (?:\w+ )?(?:dû|mieux fait|gagné à)\b|"
    r"\bhätten?\b[^.;:]{0,140}\b(?:sollen|müssen)\b|\b(?:следовало|стоило|надо|нужно) (?:было )?бы\b|\bследовало\b",
    IGNORECASE,
)
"""What somebody thinks that a side should have done, and did not: ``aurait dû parler à``."""

_MAYBE = Pattern(
    r"\b(?:can(?: ?not|['’]t)|could not) be (?:ruled out|excluded|discounted) that\b|\bis (?:not in)?conceivable that\b|"
    r"\bn['’](?:est|était) pas (?:exclu|impossible|à exclure) qu|"
    r"\bnicht (?:auszuschließen|ausgeschlossen|unmöglich|undenkbar)\b[^.;:,]{0,30}, dass\b|"
    r"\bне (?:исключен[оа]|исключ[её]нн?о|исключа\w+), что\b",
    IGNORECASE,
)
"""Before what may be, and nobody has planned."""

_DREAMT = Pattern(
    r"\bwould (?:\w+ )?(?:love|like) (?:nothing (?:better|more) than|it if|to see|for)\b|"
    r"\b(?:rêv\w+ de voir|aimerai(?:t|ent) (?:bien |tant )?voir|rêv\w+ que)\b|"
    r"\b(?:würden?|sähen?)\b[^.;:,]{0,40}\b(?:gern\w*|am liebsten)\b[^.;:]{0,120}\b(?:sehen|wenn)\b|\bträum\w+ davon\b|"
    r"\b(?:мечта\w+ (?:увидеть|чтобы|о том)|(?:хотел|желал)\w* бы (?:увидеть|чтобы))\b",
    IGNORECASE,
)
"""What somebody would love to see, and nobody has planned."""

_NEITHER = Pattern(
    r"\b(?:neither|not) (?:to )?(?:confirm\w*|deny|denied) (?:n?or|and) (?:to )?(?:den(?:y|ied)|confirm\w*)\b|"
    r"\bneither confirmed nor|"
    r"\b(?:ni confirm\w+,? ni (?:démenti\w*|infirm\w+)|sans confirmer ni (?:démentir|infirmer))|"
    r"\bweder (?:bestätig\w+ noch (?:dementier\w+|bestr\w+)|dementier\w+ noch bestätig\w+)|"
    r"\bни подтвер\w+,? ни опроверг\w*|\bне подтвер\w+ и не опроверг\w*",
    IGNORECASE,
)
"""Before what somebody neither confirms nor denies."""

_LINE_SHOULD = Pattern(
    r"\b(?:lines?|hotlines?|channels?|contacts?|phone|telephone|lignes?|cana(?:l|ux)|Leitung\w*|Draht|Kan[aä]le?|Kontakte?|"
    r"лини\w+|канал\w*|контакт\w*)\b[^.;:,]{0,90}?\b(?:(?:ought to|should|must|needs? to|deserves? to) (?:\w+ )?be\b|"
    r"(?:devrai(?:t|ent)|doi(?:t|vent)|mériterai(?:t|ent)) (?:\w+ )?être\b|(?:sollten?|müssten?|muss|müssen)\b|"
    r"(?:следует|следовало|стоит|стоило|надо|нужно|должн\w+)\b)",
    IGNORECASE,
)
"""A line between two sides, or their contacts, of which somebody says what should be."""

_ON_A_DESK = Pattern(
    r"\b(?:telephone|phone|receiver)s?\b[^.;:]{0,30}\bon\b[^.;:]{0,30}\bdesks?\b(?! (?:rang|rings))|"
    r"\b(?:téléphone|combiné)s?\b[^.;:]{0,30}\bsur (?:le|les|leur|son) bureaux?\b|"
    r"\b(?:Telefone?|Apparate?|Hörer)\b[^.;:]{0,30}\bauf\b[^.;:]{0,30}tisch(?!\w* klingelt)|"
    r"\bauf\b[^.;:]{0,30}tisch[^.;:]{0,40}\b(?:Telefone?|Apparate?|Hörer)\b|"
    r"\bна\b[^.;:]{0,20}\bстол\w*\b[^.;:]{0,60}\bтелефон|\bтелефон\w*[^.;:]{0,30}\bна\b[^.;:]{0,20}\bстол",
    IGNORECASE,
)
"""A telephone as a thing that stands somewhere: ``There is a telephone on his desk``."""
