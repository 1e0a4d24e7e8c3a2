"""Is a state, or somebody, that a sentence names only what is spoken of in it?"""

from collections.abc import Sequence
from re import IGNORECASE

from detente.drafting.language.lexicon import Country, Cue
from detente.drafting.language.patterns import Pattern
from detente.drafting.who.actors import Named


def no_items(text: str, countries: Sequence[Country]) -> list[Country]:
    """The states of a sentence but those of which it says that they were what was spoken of: ``the main item``."""
    return [one for one in countries if not _an_item(text, one)]


def foreign(text: str, named: Named, own: Sequence[str]) -> list[Country]:
    """Those of other parties that are not what is spoken of, towns first: where one travels to."""
    every = [c for c in named.countries if not (spoken_of(text, c) or of_another_office(text, c, named.others))]
    there = [country for country in (*every, *named.cities) if country.party not in own]
    return sorted(there, key=lambda country: not country.place)


def spoken_of(text: str, country: Country) -> bool:
    """Whether a state is what a sentence tells that somebody spoke of: ``on Iran's activity``."""
    own = not country.place and _OF_ITS_OWN.match(text, country.end) is not None
    before = text[: country.start]
    return own or any(pattern.search(before) is not None for pattern in (_ABOUT, _DEALT_WITH)) or _an_item(text, country)


def _an_item(text: str, country: Country) -> bool:
    return _ITEM.match(text, country.end) is not None or _ITEM_BEFORE.search(text[: country.start]) is not None


def of_another_office(text: str, country: Country, others: Sequence[Cue]) -> bool:
    """Whether it is a state whose foreign minister, ambassador or the like a sentence names: ``China's Foreign Minister``."""
    return any(
        x.start <= country.start < x.end
        or _ITS.fullmatch(text[country.end : x.start])
        or _OF_ITS.fullmatch(text[x.end : country.start])
        for x in others
    )


_ITS = Pattern(r"(?:['’]s?)?\s+(?:(?:and|et|und|и)\s+[\w-]+\s+)?(?:[\w-]+\s+)?", IGNORECASE)
_OF_ITS = Pattern(
    r"(?:\s+(?:(?:of|de|du|des|von|der)\s+)?(?:the\s+|la\s+|l['’])?|\s+(?:de l|d)['’])"
    r"(?:(?-i:[A-ZÀ-ÝА-ЯЁ])[\w-]+(?:,\s+|,?\s+(?:and|et|und|и)\s+)(?:(?:of|de|du|des|von|der)\s+)?(?:the\s+|la\s+|l['’]|"
    r"de l['’]|d['’])?){0,4}",
    IGNORECASE,
)
"""Between an office and the state of which it is, or one of several: ``the foreign ministers of Peru and Bolivia``."""


def shared_with(text: str, country: Country) -> bool:
    """Whether a state is only named for what another has in common with it: ``the border with``, ``illegal crossings to``."""
    return _SHARED.search(text[: country.start]) is not None


def qualifies(text: str, country: Country) -> bool:
    """Whether a word for a people only says whose some things are: ``zwischen griechischen und türkischen Schiffen``."""
    return (
        not country.place
        and text[country.start].islower()
        and _ADJECTIVE.fullmatch(text[country.start : country.end]) is not None
    )


def of_forces(text: str, start: int, end: int) -> bool:
    """Whether whoever is named from ``start`` to ``end`` is named for the forces that are his: ``the troops of``."""
    return _FORCES_OF.search(text[:start]) is not None or _ITS_FORCES.match(text, end) is not None


def strikes(text: str, start: int, end: int) -> bool:
    """Whether an army, or a state, named from ``start`` to ``end`` is named for what it did to somebody: ``attack by``."""
    return _STRUCK_BY.search(text[:start]) is not None or _STRUCK.match(text, end) is not None


_ABOUT = Pattern(
    r"\b(?:about|over|regarding|concerning|against|(?<!call )(?<!called )on|sur|contre|concernant|au sujet d[eu]s?|"
    r"à propos d[eu]s?|(?:informée?|avertie?|prévenue?) d[eu]s?|über|gegen|gegenüber|vor|wegen|о|об|против|относительно|"
    r"насчёт|насчет|по поводу|из-за)\s+"
    r"(?:[\w’'-]+\s+){0,3}?(?:(?:by|of|in|from|d[eu]s?|en|in|von|aus|в|из)\s+)?(?:the\s+|la\s+|le\s+|les\s+|der\s+|die\s+)?"
    r"(?:l['’]|d['’])?$",
    IGNORECASE,
)
"""Right before what somebody speaks of."""

_DEALT_WITH = Pattern(
    r"\b(?:dealt|deals|dealing|concerned|had to do|befass\w+|beschäftig\w+)\b[^.;:]{0,90}\b(?:with|mit)\s+(?:the\s+|der\s+|"
    r"dem\s+)?$|"
    r"\b(?:ging|geht|drehte|drehten)\b[^.;:]{0,60}\bum\s+(?:die\s+|den\s+|das\s+)?$|"
    r"\b(?:traité|été question)\b[^.;:]{0,60}\b(?:d[eu]s?\s+(?:la\s+|l['’])?|d['’])$|"
    r"\b(?:речь шла|говорили)\b[^.;:]{0,40}\b(?:о|об|про)\s+(?:\w+\s+){0,3}$|"
    r"\b(?:о ходе|о состоянии|(?:progress|course|state|status) of|(?:l['’]avancement|l['’]état|le déroulement) d(?:e|es|u)|"
    r"(?:Stand|Verlauf|Gang) (?:der|des|von))\b[^.;:,]{0,40}\b(?:с|со|with|avec|mit)\s+(?:the\s+|les?\s+|l['’]|de[nmr]\s+)?$",
    IGNORECASE,
)
"""The same, farther before it: ``dealt with attachés, with Syria``."""

_OF_ITS_OWN = Pattern(
    r"['’]s?\s+(?!(?:[\w-]+\s+){0,2}?(?:minist|secretar|chief|defen[cs]e|deputy|general|admiral|army|armed|military|side|"
    r"officials?|officers?|delegation|request|invitation|offer|proposal|initiative|counterpart|colleague|host|guest|visitor|"
    r"embassy|envoy|commander|[A-ZÀ-Ý]))[a-z]",
)
"""Behind a state of which something is spoken of: ``Iran's activity``."""

_ADJECTIVE = Pattern(r"[a-zà-ÿ-]+|\w+[сц]к(?:ий|ого|ому|им|ом|ая|ой|ую|ие|их|ими|ое)", IGNORECASE)

_NOUN = (
    r"(?:main |chief |central |principal |first |only |(?:au )?(?:principal|premier) )?"
    r"(?:item|subject|topic|theme|concern|issue|sujet|thème|Thema|Hauptthema|темой|предметом)"
)
_ITEM = Pattern(
    r"(?:['’]s?\s+[\w-]+)?\s+(?:was|were|had been|has been|a été|ont été|wurde|kam|kamen)\s+(?:\w+\s+)?(?:discussed|"
    r"mentioned|raised|"
    rf"brought up|évoquée?s?|abordée?s?|mentionnée?s?|besprochen|erwähnt|zur Sprache)\b|"
    rf"\s+(?:was|is|will be|were|remains?|dominated|topped|came up|était|a été|sera|est|a dominé|war|ist|stand|bestimmte|"
    rf"был\w*|стал\w*)\s+(?:[\w’'-]+\s+){{0,3}}?(?:{_NOUN}\b|agenda\b|(?:what|worüber|ce dont)\b|(?:au|im) (?:cœur|centre|"
    rf"Mittelpunkt|Zentrum)\b|в центре\b)|"
    rf"[^.;:]{{0,60}}?(?:\bamong (?:the|other|their|its)|,? (?:étaient )?parmi les|,? (?:waren )?unter den|в числе)\s+"
    rf"(?:[\w-]+\s+)?(?:issues|topics|subjects|themes|matters|questions|items|sujets|thèmes|questions|dossiers|Themen|"
    rf"тем|вопросов)\b",
    IGNORECASE,
)
"""Behind the state of which a sentence says that it was what was spoken of."""

_ITEM_BEFORE = Pattern(
    rf"\b{_NOUN}\b[^.;:,]{{0,30}}?(?:\s(?:was|is|were|remained|était|est|fut|war|ist|был\w*|стал\w*)|\s?[:—–-])\s+(?:the\s+|"
    rf"la\s+|le\s+|l['’]|die\s+|der\s+)?(?:[\w-]+\s+)?$",
    IGNORECASE,
)
"""Before it: ``the main topic was North Korea``."""

_SHARED = Pattern(
    r"\b(?:cooperation|ties|relations|relationship|partnership|alliance|coopération|liens|relations|partenariat|"
    r"\w*[Zz]usammenarbeit|Beziehungen|Partnerschaft|Verhältnis\w*|сотрудничеств\w*|отношени\w+|связ\w+|партн[её]рств\w*|"
    r"borders?|frontiers?|crossings?|crossing points?|checkpoints?|trade|war|conflict|dispute|quarrel|row|"
    r"frontières?|passages?|points? de passage|postes?|commerce|guerre|conflit|différend|contentieux|"
    r"\w*grenz\w*|\w*übergäng\w*|Handel|Krieg|Konflikt|\w*streit|границ\w+|рубеж\w*|переход\w*|пункт\w+ пропуска|торговл\w+|"
    r"войн\w+|конфликт\w*|спор\w*)\s+(?:[\w-]+(?:aux|els|ux|al|e|es|s|en|er|х)\s+)?"
    r"(?:with|to|into|from|of|against|avec|vers|de|du|depuis|contre|mit|zu|zur|zum|nach|gegen|с|со|в|против)\s+"
    r"(?:the\s+|la\s+|le\s+|l['’]|der\s+|dem\s+|die\s+)?(?:[^\W\d_a-zа-яё]\w+\s+(?:and|et|und|и)\s+)?$",
    IGNORECASE,
)
"""Before the state on the other side of a border, or of a quarrel."""

_FORCES = (
    r"(?:forces|troops|fighters|militia|rebels|regime|troupes|combattants|milices?|rebelles|régime|Truppen|"
    r"Streitkräfte\w*|Kämpfer\w*|Miliz\w*|Rebellen)"
)
_FORCES_OF = Pattern(
    rf"\b{_FORCES}\s+(?:(?:loyal|allied|fidèles?|alliée?s?)\s+)?(?:of|to|under|led by|commanded by|d[eu]s?|à|aux?|von|des)"
    r"\s+(?:(?:the\s+|le\s+)?(?:general|marshal|field marshal|colonel|warlord|général|maréchal|General\w*|Feldmarschall\w*|"
    r"Oberst)\s+)?$|\bпротив\s+(?:\w+\s+)?(?:войск|сил|отрядов|боевиков|сторонников|армии)\s+(?:\w*маршала\s+|генерала\s+)?$",
    IGNORECASE,
)
_ITS_FORCES = Pattern(rf"['’]s?\s+(?:[\w-]+\s+){{0,2}}?{_FORCES}\b", IGNORECASE)

_STRUCK_BY = Pattern(
    r"\b(?:provocations?|attacks?|aggression|offensives?|incursions?|invasion|shelling|strikes?|raids?|fire|violations?|"
    r"attaques?|agression|bombardements?|frappes?|tirs|invasion|"
    r"Angriffe?n?s?|Aggression|Offensiven?|Beschuss|Überfalls?|Einmarsch\w*|Provokation\w*|Vorstoß\w*|"
    r"провокаци\w+|нападени\w+|агресси\w+|наступлени\w+|обстрел\w*|удар\w*|атак\w*|вторжени\w+)\s+"
    r"(?:(?:by|of|from|on the part of|par|d[eu]s?|von|durch|seitens|со стороны|из|от)\s+)?"
    r"(?:the\s+|la\s+|l['’]|le\s+|les\s+|der\s+|die\s+)?(?:(?:units|unités|Einheiten|подразделени\w+)\s+"
    r"(?:of the|d[eu]s?(?: la| l['’])?|der|von)?\s*)?$",
    IGNORECASE,
)
"""Before an army that is named for what it did to somebody: ``the provocation by Azerbaijan's Armed Forces``."""

_STRUCK = Pattern(
    r"(?:['’]s)?(?:\s+(?:armed|military|forces|army|troops|armées|Streitkräfte|Armee|Truppen))*\s+"
    r"(?:have |had |has |ont |avaient |a |haben |hatten )?(?:invaded|attacked|shelled|violated|bombed|fired (?:on|at)|"
    r"opened fire|advanced|"
    r"envahi|attaqué|bombardé|violé|ouvert le feu|вторгл\w+|напал\w*|обстрел\w+|атаковал\w*|нарушил\w*|открыл\w* огонь)\b",
    IGNORECASE,
)
"""The same, behind it."""
