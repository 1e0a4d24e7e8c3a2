"""Does a sentence beside those of a contact go on about it, so that a day it names may be that of the contact?"""

from re import IGNORECASE

from detente.drafting.days.years import opens_in_a_year
from detente.drafting.language.patterns import Pattern
from detente.drafting.telling import Occasion, Told, parties_of


def refers_to(occasion: Occasion, one: Told, *, alone: bool) -> bool:
    """Whether a sentence names a side of a contact, the contact, or who told of it, and no other side of defence alone.

    ``alone`` where the text tells of no other contact. ``On Wednesday the Security Council discussed the matter`` says nothing
    of when a contact was, wherever it stands.
    """
    sides = set(parties_of(one.named.actors))
    if one.sentence.heading or (one.sentence.number < occasion.told[0].sentence.number and not alone):
        return True  # those that open a series of contacts date all of them
    if sides:
        return bool(sides & set(occasion.parties))
    if opens_in_a_year(one.text) or _CAREER.search(one.text) is not None:
        return False
    states = {country.party for country in one.named.countries} | {place.party for place in one.named.places}
    if states & set(occasion.parties):
        return True
    said = _NO_SIDE.sub(lambda _: "", one.text)
    apart = min(abs(one.sentence.number - own.sentence.number) for own in occasion.told)
    if said != one.text or _OF_NO_SIDE.search(said) is not None:
        return False
    return _REFERS.search(said) is not None or (apart == 1 and _INCIDENT.search(said) is None)


_NO_SIDE = Pattern(
    r"\b(?:(?:prime|foreign|finance|interior|economy) (?:affairs )?ministers?|secretary[- ]general|premiers? ministres?|"
    r"ministres? (?:\w+ )?des Affaires étrangères|secrétaire général\w*|Generalsekretär\w*|Ministerpräsident\w*|"
    r"Außenminister\w*|"
    r"премьер-министр\w*|министр\w* иностранных дел|глав\w+ (?:МИДа?|правительств\w+|государств\w*)|генсек\w*|"
    r"ген(?:еральн\w+ )?секретар\w+)\b",
    IGNORECASE,
)
"""Offices that sound like those of a side of defence, and are none."""

_OF_NO_SIDE = Pattern(
    r"\b(?:ambassadors?|security council|soldiers|troops|ambassadeurs?|ambassadrice|conseil de sécurité|soldats|troupes|"
    r"Botschafter\w*|Sicherheitsrat\w*|Soldaten|Truppen|посол|посл[ауы]|послом|Совет\w* Безопасности|солдат\w*|"
    r"военнослужащ\w+|\d+ военн\w+)\b",
    IGNORECASE,
)
"""Of whom or what a sentence tells that names no side."""


_CAREER = Pattern(
    r"\b(?:(?:was|were|been) (?:appointed|named|elected|born|sworn in|promoted)|took (?:up )?(?:his |her )?office|"
    r"(?:a été|avait été|est) (?:nommée?|élue?|promue?|née?)|(?:a pris|avait pris|prit) ses fonctions|"
    r"wurde\b[^.;:]{0,60}\b(?:ernannt|gewählt|befördert|vereidigt|geboren)|ist (?:seit|erst)\b[^.;:]{0,40}\bim Amt|"
    r"(?:был\w* )?(?:назначен|избран)\w*|занима\w+ (?:свой |эту )?(?:пост|должность)|вступил\w* в должность)\b",
    IGNORECASE,
)
"""What is told of somebody's career, with days of its own."""

_INCIDENT = Pattern(
    r"\b(?:attacks?|attacked|drones?|rockets?|missiles?|shell(?:ing|ed)|explosions?|crash\w*|ships?|vessels?|frigates?|"
    r"warships?|"
    r"elections?|ceasefire|truce|compan(?:y|ies)|tanks?|exercises?|drills?|(?:was|were) (?:hit|damaged|killed|wounded|sunk)|"
    r"attaques?|roquettes?|missiles?|tirs?|bombardements?|explosions?|écras\w+|navires?|frégates?|élections?|"
    r"cessez-le-feu|trêve|"
    r"entreprises?|chars?|exercices?|manœuvres|Angriffs?|Drohnen?|Raketen?|Beschuss|Explosion\w*|abgestürzt|Schiffe?s?|"
    r"Fregatte\w*|"
    r"\w*wahl(?:en)?|Waffenruhe|Unternehmen|Panzer|Übung\w*|Manöver\w*|атак\w*|беспилотник\w*|ракет\w*|обстрел\w*|взрыв\w*|"
    r"кораб\w+|фрегат\w*|выбор\w+|перемири\w*|компани\w*|танк\w*|учени\w+|убит\w*|ранен\w*)\b",
    IGNORECASE,
)
"""What befell, or befalls, somebody or something else beside a contact."""

_REFERS = Pattern(
    r"\b(?:"
    r"he|she|they|him|them|his|her|their|both|the (?:two|sides|pair|parties|former|latter|hosts?|guests?|visitors?)|it|"
    r"ministers?|ministry|secretar(?:y|ies)|counterparts?|colleagues?|generals?|admirals?|chiefs?|delegations?|"
    r"meetings?|met|talks|talked|calls?|conversations?|visits?|visited|encounters?|sessions?|discussions?|trips?|tours?|stay|"
    r"conferences?|forum|dialogue|summit|letters?|phone\w*|telephone\w*|video\w*|VTCs?|teleconferenc\w+|dinner|lunch|reception|sign(?:ed|ing)|"
    r"arriv\w+|statements?|spokes\w+|readout|releases?|announce\w*|reported|tweet\w*|we|two (?:men|women|soldiers)|date|"
    r"invit\w+|requests?|answer\w*|repl(?:y|ied)|response|nobody|no one|propos\w+|planned|scheduled|due|photo\w*|"
    r"picture\w*|in \w+, (?:the )?next day|so began|outcome|upshot|"
    r"ils?|elles?|eux|lui|leurs?|les deux|ministre\w*|ministère|homologues?|collègues?|général\w*|amiral|chefs?|délégations?|"
    r"(?:le|ce) jour|rencontr\w+|entretien\w*|entretenu\w*|entrevue|appels?|visites?|réunions?|échanges?|conversations?|"
    r"déplacements?|voyages?|"
    r"tournée|séjour|conférence|sommet|lettres?|téléphon\w*|visio\w*|audio\w*|dîner|déjeuner|sign[ée]\w*|arriv\w+|communiqué\w*|"
    r"porte-parole|annonc\w+|reçu\w*|accueilli\w*|nous|deux hommes|réponses?|personne|demandes?|prévue?s?|"
    r"er|sie|es|beiden?|ihn|ihm|ihnen|Verteidigungs\w+|Minister\w*|\w*ministerium\w*|Amtskolleg\w+|Kolleg\w+|"
    r"Generals?|Admiral\w*|\w*chefs?|Delegation\w*|\w*treffen\w*|traf\w*|\w*gespräch\w*|\w*telefon\w*|Unterredung\w*|"
    r"Begegnung\w*|"
    r"\w*besuch\w*|\w*reise\w*|\w*konferenz\w*|\w*gipfel\w*|\w*sitzung\w*|Brief\w*|Schreiben|Mitteilung\w*|Erklärung\w*|"
    r"Sprecher\w*|teilte\w*|ankunft|angekommen|eingetroffen|empf(?:ing|angen)\w*|man|wir|zwei Männer|niemand|"
    r"\w*[Aa]nruf\w*|Rückruf\w*|Antwort\w*|Einladung\w*|Anfrage\w*|"
    r"vorgeschlagen|geplant|vorgesehen|angesetzt|Datum|Foto\w*|Aufnahme|"
    r"он|она|они|его|её|их|им|ими|обе|оба|обоих|сторон\w*|министр\w*|ведомств\w*|минобороны|коллег\w*|генерал\w*|"
    r"адмирал\w*|глав\w+|делегаци\w+|встре\w+|переговор\w*|разговор\w*|бесед\w+|звон\w+|созвон\w*|визит\w*|поездк\w+|"
    r"конференци\w+|саммит\w*|заседани\w*|совещани\w*|письм\w*|телефон\w*|сообщ\w+|заявлени\w+|пресс-\w+|прибы\w+|"
    r"прилет\w+|приех\w+|подпис\w+|приня\w+|мы|дата|никто|ответ\w*|приглаш\w+|запрос\w*|обращени\w+|предлож\w+|снимок|"
    r"фото\w*|"
    r"итоги?|было (?:это|дело)|дело (?:было|происходило)"
    r")\b",
    IGNORECASE,
)
"""Those who were in a contact, the contact itself, or who told of it, without their names."""
