"""Did a side propose a contact, and what did the other answer?"""

from re import IGNORECASE

from detente.domain.vocabulary import Status
from detente.drafting.how.manner import media_of
from detente.drafting.how.putting import put_to_them
from detente.drafting.how.verdicts import word_for
from detente.drafting.language.held import told_as_held
from detente.drafting.language.lexicon import Lexicon
from detente.drafting.language.patterns import Pattern
from detente.drafting.proposals import Got, How
from detente.drafting.telling import Occasion, Told

_NEAR = 3
"""Sentences behind a proposal within which it is answered."""


def answered(occasion: Occasion, words: Lexicon) -> tuple[Status, Got] | None:
    """What became of a contact that one of its sentences says was proposed, by a refusal in or behind it.

    None: none of them tells of a proposal, or nobody refused it.
    """
    proposed = [one for one in occasion.told if _PROPOSED.search(one.text) is not None or media_of(one)[:1] == ["letter"]]
    proposed = proposed or [one for one in occasion.told if put_to_them(one)]
    if not proposed or any(_done(one) for one in occasion.told):
        return None
    number = proposed[0].sentence.number
    near = sorted((*occasion.told, *occasion.others), key=lambda one: one.sentence.number)
    after = [one for one in near if -1 <= one.sentence.number - number <= _NEAR and one is not proposed[0]]
    for one in (proposed[0], *after):
        theirs = any(country.party in occasion.parties for country in one.named.countries)
        own = theirs or not (one.named.others or (one.named.countries and not one.named.actors))
        if own and (_REFUSED.search(one.text) is not None or _refuses(one, words)):
            return Status.DECLINED, Got(How.INFERRED, one.text, "it was proposed, and refused")
        owed = "letter" in media_of(proposed[0]) and _OWED.search(one.text) is not None
        if (owed or _SILENT.search(one.text) is not None) and own:
            return Status.UNANSWERED, Got(How.INFERRED, one.text, "it was proposed, and nobody answered")
    return None


def proposes(one: Told) -> bool:
    """Whether all that a sentence tells of a contact is that a side now proposes it, or asks for it."""
    hit = _PROPOSED.search(one.text)
    if hit is None or _done(one) or "letter" in media_of(one):
        return False
    if any(there.search(one.text[: hit.start()]) for there in (_COMES, _CAME, _THERE)) or _INVITED_GOES.search(one.text):
        return False
    return not (_GRANTED.search(one.text) or _AT_REQUEST.search(one.text[: hit.start()]) or _IN_ONE.search(hit[0]))


_GRANTED = Pattern(
    r"\b(?:had|avai(?:t|ent)|hatten?|asked (?:about|whether|if|why)|made the offer|got|obtained|was granted|obtenu\w*|"
    r"bekam|erhielt|получил\w*|добил\w*)\b",
    IGNORECASE,
)
"""What a side had asked for before, or was given."""


def comes_invited(one: Told) -> bool:
    """Whether somebody comes, as of now, where he was invited: ``comes to Paris, where his colleague invited him``."""
    hit = _PROPOSED.search(one.text)
    return hit is not None and _COMES.search(one.text[: hit.start()]) is not None and not _done(one)


_COMES = Pattern(r"\b(?:comes|arrives|pays a|arrive|kommt|приезжает|прибывает|прилетает)\b", IGNORECASE)
_THERE = Pattern(
    r"\b(?:is (?:on an? (?:[\w-]+ ){0,2}visit|visiting|staying)|(?:est|se trouve|séjourne) (?:en visite|à|en|au)|"
    r"(?:hält|halten|hielt) sich\b|befinde[nt]\w* sich|(?:ist|sind|war)\b[^.;:]{0,60}\b(?:eingetroffen|angekommen)|"
    r"находит\w+ (?:в|на|с)|пребывает)\b",
    IGNORECASE,
)
"""Where somebody is already, who was invited."""

_INVITED_GOES = Pattern(
    r"\b(?:invited (?:there )?by|invitée? par|eingeladen von|auf einladung|приглаш[её]нн\w+)\b[^.;:]{3,120}?"
    r"\b(?:visit(?:s|ed)|is visiting|travel(?:s|led)|went|se rend|s['’]est rendu\w*|effectue|a effectué|visite|"
    r"besuch(?:t|te|en|ten)|reis(?:t|te|en|ten)|weil(?:t|te)|посе(?:щает|тил\w*)|побывал\w*|прибыл\w*|приехал\w*)\b",
    IGNORECASE,
)
"""Of a journey on which somebody goes because he was invited: ``Eingeladen von X, besucht Y``."""

_CAME = Pattern(
    r"\b(?:(?:paid|made) (?:an? |his |her )?(?:[\w-]+ ){0,3}visit|visited|arrived|came|a effectué une visite|"
    r"(?:est|sont) (?:arrivé|venu)\w*|kam|weilte?|stattete?|"
    r"приехал\w*|прибыл\w*|прилетел\w*|совершил\w*|посетил\w*)\b",
    IGNORECASE,
)
"""Before the invitation on which somebody comes, or came: ``paid a visit, having been invited by``."""

_AT_REQUEST = Pattern(r"\b(?:at|on|by|after|à|sur|auf|nach|по|после)\s+(?:[\w'’]+\s+){0,3}$", IGNORECASE)
"""Before whose request it was that was met."""

_IN_ONE = Pattern(
    r"\b(?:in|during|at|over|lors d[eu'’]|pendant|bei|beim|während|in einem|в ходе|во время|на)\s+(?:[\w'’]+\s+){0,2}[\w-]+$",
    IGNORECASE,
)
"""What was proposed in a contact: ``made the offer in a phone call``."""


def _refuses(one: Told, words: Lexicon) -> bool:
    """Whether a sentence has a word for a refusal, and does not tell of a contact after all."""
    return word_for(one, words, Status.DECLINED) is not None


def _done(one: Told) -> bool:
    """Whether a sentence tells of a contact that was, besides what was proposed in it."""
    return told_as_held(_PROPOSED.sub(lambda hit: "", one.text))


_PROPOSED = Pattern(
    r"\b(?:(?:offer|propos|suggest|invit|ask|request)(?:ed|ing|al|ation|ion|s)?|sought|seek(?:s|ing)?|approach(?:ed|es)|"
    r"appl(?:y|ies|ied)|put in|enquir\w+|inquir\w+|"
    r"want(?:ed|s))\b[^.;:]{0,110}?\b(?:to (?:be received|meet|discuss|see|"
    r"talk|speak|visit|receive|host|call)|meet|meeting|call|visit|bilateral|talks|conversation|appointment|audience|"
    r"hour|minutes|session|slot)\b|"
    r"\b(?:propos\w+|suggér\w+|offert|offrai(?:t|ent)|invit\w+|demand\w+|sollicit\w+)\b[^.;:]{0,110}?\b(?:se (?:voir|"
    r"rencontrer|"
    r"parler|réunir|retrouver)|rencontr\w+|recevoir|reçoive|entretien|appel|tête-à-tête|visite|audience|rendez-vous|créneau|"
    r"\w*conférence|aparté|échange|liaison|"
    r"heure|minutes)\b|"
    r"\b(?:vorgeschlagen\w*|angeboten\w*|gebeten|angeregt|schlug\b|bot\b|bat\b|Vorschlag|Angebot|Bitte|Ersuchen|Anfrage|"
    r"ersucht\w*|"
    r"anfragen|angefragt|fragt\w*)\b(?:[^.;:]|(?<=\d)\.){0,140}?\b(?:treffen|"
    r"Treffen|"
    r"Gespräch|Telefonat|Besuch|sehen|sprechen|Unterredung|Begegnung|Termin|Stunde|Minuten|empfangen|empfange|anreisen)\b|"
    r"\b(?:would (?:like|welcome|appreciate)|aimerai(?:t|ent)|voudrai(?:t|ent)|souhaiterai(?:t|ent)|(?:hätte|möchte|"
    r"wünscht|sähe)n?|хотел[аи]? бы)\b(?:[^.;:]|(?<=\d)\.){0,80}?\b(?:hour|minutes|meeting|"
    r"call|word|appointment|heure|entretien|rendez-vous|"
    r"Stunde|Gespräch|Termin|Unterredung|empfangen|час|встреч\w+|разговор\w*|беседу)\b|"
    r"\berbeten\w*\s+(?:Treffen|Gespräch|Telefonat|Besuch|Unterredung)|"
    r"\b(?:Treffen|Gespräch|Telefonat|Besuch|Unterredung|Termin)\b[^.;:]{0,60}\b(?:vorgeschlagen|angeboten|angeregt|erbeten|"
    r"angefragt|ersucht|gebeten)\b|"
    r"\b(?:предложи\w+|предлага\w+|предложение\w*|пригласи\w+|попроси\w+|просьб\w+|прос[яи]т\w*|запро[сш]\w+|обрати\w+)\b"
    r"[^.;:]{0,110}?\b(?:встре[тч]\w+|"
    r"поговорить|"
    r"провести|переговор\w+|созвон\w+|увидеться|принять|разговор\w*|аудиенци\w+|уделить|приехать)|"
    r"\bs['’]étai(?:t|ent) proposée?s? (?:pour|de|à)\b|\b(?:invited|convi(?:ée?s?|ait)|(?<!['’])invitée?s?|eingeladen|lud|"
    r"зва(?:л|ла|ли)|позвал\w*|приглашал\w*|пригласил\w*)\b",
    IGNORECASE,
)
"""A side proposed a contact."""

_SILENT = Pattern(
    r"\b(?:never|not|n['’]t) (?:yet )?(?:repl|answer|respond|react|called? back|rung back)\w*|\bno (?:reply|answer|response)\b|"
    r"\byet to (?:(?:reply|respond|react) to|answer (?:an?|the|its|his|her|their)) |"
    r"\bnothing (?:(?:has|had) come|came) back\b|\bno word\b|\brien n['’]est (?:re)?venu\b|\b(?:un|aucun) (?:mot|"
    r"signe) d[eu]\b|"
    r"\bkam nichts\b|"
    r"\bnichts (?:zurück|kam)\b|"
    r"ничего не пришло|"
    r"\bwithout (?:a )?(?:reply|answer|response)\b|\bsans réponse\b|\bn['’]a (?:jamais|pas|toujours pas) (?:répondu|"
    r"rappelé|réagi)|"
    r"\b(?:waiting|waits|wait) for (?:an? |the |any )?(?:answer|reply|response)\b|\battend\w* (?:toujours |encore )?(?:une |"
    r"la |sa )?"
    r"réponse\b|\bwart\w+\b[^.;]{0,60}\bauf (?:eine |die )?Antwort\b|\bжд[её]т ответа\b|"
    r"\b(?:unbeantwortet|kein\w* Antwort|antwortete nicht|nie geantwortet|meldete sich nicht)\b|"
    r"\b(?:не ответил\w*|ответа не|без ответа|не отреагировал\w*|ответ\w* (?:\w+ )?не (?:получ|поступ|приш)\w+|"
    r"ответа\b[^.;]{0,60}\bне (?:поступ|послед|получ|приш)\w+)",
    IGNORECASE,
)

_OWED = Pattern(
    r"\bAntwort\b[^.;]{0,60}\b(?:steht|stand|blieb|bleibt)\b(?! noch| bislang| bisher)[^.;]{0,20}\baus\b", IGNORECASE
)
"""A letter that was not answered."""

_REFUSED = Pattern(
    r"\b(?!(?:declin|refus)\w+ (?:to (?:say|comment|confirm|discuss|be drawn|elaborate)|de (?:dire|commenter|préciser))\b)"
    r"(?:refus\w+|declin\w+|reject\w+|rebuff\w*|spurned|turned (?:it|him|her|that|this|them|the \w+) down|turned down|"
    r"sa(?:id|ys) no|"
    r"écart(?:é|er|e) (?:l['’]idée|l['’]offre|la proposition|cette)|répondu (?:que |par )?(?:non|la négative)|"
    r"schl(?:ä|u)g(?:t|en)?\b(?:[^.;]|(?<=\d)\.){0,160}\baus\b|ausschlägt|ausgeschlagen|ruled (?:it|that) out|no interest|"
    r"would not hear of|décliné\w*|décline|rejeté\w*|rejette|dit non|fin de non-recevoir|"
    r"éconduit\w*|lehnt(?:e|en)?\b[^.;]{0,60}\bab|abgelehnt|abzulehnen|wies\b[^.;]{0,60}\bzurück|zurückgewiesen|sagte nein|"
    r"(?:it|(?:answer|reply|response)\b[^.;]{0,60}) was (?:a )?(?:flat |firm )?no|(?:réponse|ce) (?:a été|fut|est|"
    r"était)\s*:? ?«? ?non|"
    r"(?:Antwort\b[^.;]{0,60} (?:lautete|war)|es war)\s*:?\s*(?:ein )?„?nein|ответ(?:ом)?\b[^.;]{0,30}\b(?:был|"
    r"стал)\w*\s*:?\s*«?(?:нет|"
    r"отказ\w*)|"
    r"winkte\b[^.;]{0,30}\bab|Absage|отказ\w*|отклони\w+|отверг\w*|не согласил\w*)\b",
    IGNORECASE,
)
