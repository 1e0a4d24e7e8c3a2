"""Is it a contact of which a sentence says that it was put off, refused, not answered or denied, or something else?"""

import re

from detente.drafting.language.patterns import Pattern

ABOUT_CONTACT = Pattern(
    r"call|reach|\bmet\b|spoke|\bparlé|gesprochen|говорил|телефон|"
    r"appointment|rendez-vous|Termin\b|Verabredung|travel|reise|déplacement|voyage|поездк|joindre|"
    r"(?<!öst)erreich|"
    r"дозвон|связаться|anruf|anrief|meet|talk|tête-à-tête|session|request|invit|propos|trip|visit|convers|contact|"
    r"engage|phone|face-à-face|receiv(?:e|ing)\b|recevoir|\bl[ae] voir|voir venir|empfangen|"
    r"принять|увидеть|begegnung|audien|аудиенц|"
    r"rencontre|entretien|entrevue|unterredung|\bбесед|appel|demande|visite|sit(?:ting)? down|zusammensetz|"
    r"proposition|treffen|gespräch|besuch|telefon|anfrage|einladung|встреч|разговор|визит|предложени|запрос|переговор|"
    r"консультаци|2\+2|dinner|lunch|breakfast|dîner|déjeuner|Abendessen|Mittagessen|Frühstück|ужин|обед|"
    r"поговор|звон|увиде|при[её]м[еау]? у|гудк|трубк|аппарат|номер|au bout|répondeur|machine|voicemail|"
    r"mailbox|video[- ]?(?:conf|link|konf|schalt)|visioconf|видеоконф|видеосвяз|anderen Ende|line\b|aparté|audien|"
    r"begegnung|escale|créneau|свидани|аудиенц|handshake|échange|bilateral",
    re.IGNORECASE,
)
"""What is said near a word that tells what became of it, if it is a contact."""


def of_something_else(text: str, start: int, end: int) -> bool:
    """Whether what a word from ``start`` to ``end`` says is said of a thing: ``the guns fell silent``."""
    before = text[:start]
    if _THING.search(before) is not None or (_ASKED_A_THING.search(before) is not None and _THERE_WAS_NONE.match(text, start)):
        return True
    return _ABSENT.match(text, start) is not None or (
        _SILENT.search(text[start:end]) is not None and _ON_SUCH.match(text, end) is not None
    )


def of_a_silence(text: str) -> bool:
    """Whether a sentence tells how long there has been no contact: ``The two have not talked since``."""
    return _SINCE.search(text) is not None and _NOT.search(text) is not None


_SINCE = Pattern(r"\b(?:since|depuis|seit|с)\b", re.IGNORECASE)
_NOT = Pattern(r"\b(?:not|never|no|ne|pas|nicht|nie|kein\w*|не)\b|n['’](?:t|a|ont|est|avait)\b", re.IGNORECASE)

_THING = Pattern(
    r"\b(?:guns?|cannons?|artillery|shell(?:s|ing)|weapons|arms|fighters|troops|soldiers|rebels|militants|militias|units|tanks|"
    r"press conference|news conference|briefing|deadline|deliver(?:y|ies)|exercises?|drills?|vote|election|canons?|armes|"
    r"combattants|troupes|soldats|rebelles|blindés|conférence de presse|point de presse|livraisons?|exercices?|manœuvres|"
    r"Waffen|Geschütze|Kanonen|Truppen|Soldaten|Kämpfer|Rebellen|Panzer|Pressekonferenz|Pressetermin|Lieferung(?:en)?|"
    r"Übung(?:en)?|Manöver|Wahl(?:en)?|пушк\w+|орудия|артиллерия|войска|боевик\w+|солдаты|танки|пресс-конференци\w+|"
    r"брифинг\w*|поставк\w+|учени\w+)\s+"
    r"(?:(?:has|have|had|was|were|been|being|is|are|fell|fall|a|ont|avai(?:t|ent)|étée?s?|se sont|s['’]est|est|sont|wurden?|"
    r"wird|werden|ist|sind|war|waren|был[аио]?)\s+){0,3}$",
    re.IGNORECASE,
)
"""Before what became of a thing, or of those who fight, right behind it."""

_ASKED_A_THING = Pattern(
    r"\b(?:Anfragen?|Bitten?|Forderung(?:en)?|requests?|demands?|demandes?|просьб\w*|запрос\w*)\s+"
    r"(?:nach|um|for|de|d['’]|о|об|на)\s*(?![^.;:]{0,60}(?:Treffen|Gespräch|Termin|Besuch|meeting|call|talks|rencontre|entretien|"
    r"встреч|разговор|переговор|визит))[^.;:]{3,60}$",
    re.IGNORECASE,
)
"""A request for a thing."""

_THERE_WAS_NONE = Pattern(
    r"(?:habe|hat|hätte|gab) es (?:\w+ )?nicht\b|(?:there )?(?:was|were|had been) (?:not|none|no)\b|"
    r"n['’](?:a|avait|y)\b|не было",
    re.IGNORECASE,
)

_ABSENT = Pattern(
    r"(?:n['’](?:est|était|a) (?:pas|plus|jamais)|(?:has|had) (?:not|never)|(?:war|ist|kam) (?:\w+ )?nicht|"
    r"не (?:был|приезжал)\w*)\b"
    r"[^.;:]{0,80}?(?:\bdepuis\b|\bsince\b|\bseit\b|\bс(?:о времён| \d{4}| прошлого)\b)",
    re.IGNORECASE,
)
"""Who has not been there since long before."""

_SILENT = Pattern(r"silen|schweig|schwieg|молч", re.IGNORECASE)
_ON_SUCH = Pattern(
    r"\s+(?:on|about|over|regarding|sur|à propos|quant|zu[mr]?|über|о|об|по поводу)\s+"
    r"(?![^.;:,]{0,40}(?:call|request|invitation|offer|proposal|appel|demande|proposition|Anfrage|Einladung|Angebot|Vorschlag|"
    r"просьб|приглашени|предложени|звон))",
    re.IGNORECASE,
)
"""Who says nothing of a matter."""
