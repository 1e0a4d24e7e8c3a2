"""Does a sentence only pass to another side's account, go on with a source that was named, or give that of the one before?"""

import re
from collections.abc import Sequence

from detente.drafting.accounts.voices import Kind, Voice
from detente.drafting.language.patterns import Pattern


def turns_to(text: str, voices: Sequence[Voice]) -> Voice | None:
    """The voice whose account a sentence only announces: ``Beijing gave a very different picture``; None: no such sentence.

    It is short, says how something is told, and compares it with another account, or says that it was published.
    """
    rest = text
    for voice in voices:
        rest = rest[: voice.start] + "_" * (voice.end - voice.start) + rest[voice.end :]
    new = _COMPARED.search(rest) is not None or any(words.search(text) for words in (_PUBLISHED, _RETOLD))
    new = (new and _TELLING.search(text) is not None) or _MORE_SO.search(text) is not None
    if len(text.split()) > _MOST or _CONTENT.search(text) or not new:
        return None
    named = [v for v in voices if v.party is not None and (v.publishes or v.kind in (Kind.SIDE, Kind.TITLE, Kind.PRONOUN))]
    return named[0] if named and len({v.party for v in named}) == 1 else None


_MOST = 13
_CONTENT = Pattern(r"[“”\"«»„:]|\b(?:that|dass|que|qu['’]|что)\b", re.IGNORECASE)
"""What a sentence with something to say has."""
_PUBLISHED = Pattern(
    r"\b(?:published|issued|released|put out|publié\w*|diffusé\w*|veröffentlicht\w*|verbreitete|опубликовал\w*|выпустил\w*|"
    r"распространил\w*)\b",
    re.IGNORECASE,
)
_MORE_SO = Pattern(
    r"\b(?:more|less|plus|moins)\s+[\w-]+[.\s]*$|\b(?:was|were|is|put it|sounded|war|waren|zeigte sich|gab sich|"
    r"klang)\s+(?-i:[a-zäöü]{3,}er)[.\s]*$|"
    r"(?-i:\b[а-яё]{3,}(?:ее|че))[.\s]*$",
    re.IGNORECASE,
)
"""At the end of a sentence that says how somebody is disposed, beside another."""
_RETOLD = Pattern(
    r"\b(?:retold|painted|summed up|décri\w+|schildert\w*|beschr(?:ieb|eibt)\w*|описа\w+|описыва\w+|изложил\w*|пересказ\w+)\b",
    re.IGNORECASE,
)
_TELLING = Pattern(
    r"\b(?:messages?|visits?|visites?|choses?|things|besuchs?|визит\w*|lines|words|lignes|zeilen|post|accounts?|versions?|"
    r"readouts?|summary|pictures?|story|stories|tales?|"
    r"notes?|tones?|emphasis|light|statements?|"
    r"conversation|talks|call|meeting|récits?|tons?|comptes?[- ]rendus?|communiqués?|discours|lecture|accent|entretien|échange|"
    r"rencontre|\w*akzente?|schwerpunkte?|\w*ton|darstellung|mitteilung|lesart|version|gespräch|treffen|telefonat|klang|"
    r"klingt|schildert\w*|stell(?:t|te) (?:es|das)|bild|верси\w+|тон\w*|акцент\w*|картин\w+|бесед\w+|разговор\w*|встреч\w+|"
    r"переговор\w*|сообщени\w+|звуч\w+)\b",
    re.IGNORECASE,
)
_COMPARED = Pattern(
    r"\b(?:(?:differ\w*|another|other|own|opposite|less|more)|(?!over|under|after|never|ever|other|minister|however|her)"
    r"(?-i:[a-z]{3,}er)|tout(?:e)? autre|autres?|autrement|plus|moins|différemment|différente?s?|anders|ander(?:e[nrms]?)|"
    r"eigene[nrms]?|"
    r"(?-i:[a-zäöü]{3,}er(?:e[nrms]?)?)|иначе|по-другому|по-своему|друг\w+|куда|(?-i:[а-яё]{3,}(?:ее|че|ше|же)))\b",
    re.IGNORECASE,
)


def same_source(text: str) -> bool:
    """Whether it names as its source no more than the one before: ``selon cette source``, ``On y lit``, ``там же``."""
    return _SAME.search(text) is not None


_SOURCE = (
    r"(?:sources?|documents?|texte?s?|statement|readout|account|release|officials?|compte[- ]rendu|communiqué|conseiller|"
    r"responsable|diplomate|officier|quelle\w*|erklärung|mitteilung|papier|bericht|angaben|beamte\w*|источник\w*|документ\w*|"
    r"сообщени\w+|текст\w*|данны[мх]|сведения[мх])"
)
_BY_IT = r"(?:^\W*|\b(?:according to|in|from|by|citing|selon|d['’]après|dans|laut|nach|aus|по|из|в)\s+)"
_SAME = Pattern(
    rf"{_BY_IT}(?:this|that|ce(?:t|tte)?|dieser?|diesem|этот|этого|этому|этим)\s+{_SOURCE}|"
    rf"\b(?:the same|ce(?:t|tte)? même|l[ae] même|mêmes?|d(?:er|as|ie|em)selben?|т(?:от|ого|ому|ом|ем|ой|ех|а|"
    rf"е)\s+же)\s+{_SOURCE}|"
    r"\b(?:de|aus) même source|\bon y \w+|\by (?:lit|lire|est(?: \w+)? (?:dit|écrit|indiqué|précisé)|figure|apprend)|"
    r"(?:^|[,—–]\s*)\W*(?:(?:le|la) même (?:\w+e)\b|там же|оттуда же)|\bиз него (?:же )?(?:следует|явствует)|\bebendort|"
    r"\baus (?:seinem|ihrem) haus\b",
    re.IGNORECASE,
)


def points_back(text: str) -> bool:
    """Whether it says no more than who said the sentence before: ``Das teilte das Ministerium mit``."""
    return _BACK.search(text) is not None


_BACK = Pattern(
    r"^\W*(?:(?:das|dies)\s+(?:teilte\w*|berichte\w*|sagte\w*|erklärte\w*|meldete\w*|schrieb\w*|gab|geht aus|verlautete|"
    r"bestätigte\w*|hieß)\b|"
    r"(?:this|that|so)\s+(?:is what|was|is|has been)\s+(?:\w+\s+){0,4}(?:sa(?:id|ys)|told|reported|announced|stated|"
    r"disclosed|according|"
    r"confirmed|from)\b|(?:that|this) (?:is )?according to\b|c['’]est (?:du moins )?ce qu(?:e|['’])|об этом\s+(?:\w+\s+){0,3}?"
    r"(?:сообщи|рассказа|заяви|говор|написа|пиш|сообща|переда)\w+|так\w*\s+(?:данные|сведения)\s+прив[её]л)",
    re.IGNORECASE,
)
