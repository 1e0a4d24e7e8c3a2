"""Is a silence seen in whichever words of four languages it is told, and nothing else taken for one?

A claim is told in short: ``ever`` (the first between the two), ``event`` (the first since something that is no date),
a length in months, or the date since which; what is expected was written down before the rules were.
"""

from datetime import date

import pytest

from detente.domain.vocabulary import Channel, ClaimKind, Level
from detente.drafting.claims.silences import claimed

CLAIMS: dict[str, list[tuple[str, str | float]]] = {
    "never before": [
        ("No Indian defence minister had ever been to the kingdom before.", "ever"),
        ("Never before has a Canadian defence minister come to Nairobi.", "ever"),
        ("The two chiefs of defence had never before talked by video.", "ever"),
        ("The ministers had never met.", "ever"),
        ("It was the first time that a Belgian minister of defence came here.", "ever"),
        ("Jamais un ministre français des Armées ne s'était rendu à Oulan-Bator.", "ever"),
        ("Les deux ministres ne s'étaient jamais parlé.", "ever"),
        ("Aucun ministre espagnol de la Défense n'était encore venu à Praia.", "ever"),
        ("C'est la première fois qu'une ministre de la Défense belge se rend au Rwanda.", "ever"),
        ("Noch nie hatte ein deutscher Verteidigungsminister das Land besucht.", "ever"),
        ("Nie zuvor war eine österreichische Ministerin in Nairobi zu Gast.", "ever"),
        ("Die beiden Minister hatten bis dahin noch nie miteinander gesprochen.", "ever"),
        ("Прежде министры ни разу не встречались.", "ever"),
        ("До этого им общаться не доводилось.", "ever"),
        ("Ни один министр обороны Португалии до сих пор не бывал в Улан-Баторе.", "ever"),
        ("Никогда прежде главы двух ведомств не разговаривали.", "ever"),
    ],
    "none since": [
        ("No chief of the defence staff had gone there for ten years.", 120.0),
        ("No minister of defence from Oslo had come here on an official visit since 2011.", "2011"),
        ("The two ministries have had no direct contact since the raid.", "event"),
        ("There had been no contact between the ministries in eight months.", 8.0),
        ("Nobody from the ministry had been to Lomé since the coup.", "event"),
        ("Oslo has not picked up on the military line since April 2023.", "2023-04"),
        ("The ministers haven't talked for three years.", 36.0),
        ("Aucun contact n'avait eu lieu entre les deux ministères depuis 2019.", "2019"),
        ("Cela faisait deux ans que les ministres ne s'étaient pas vus.", 24.0),
        ("Plus un seul ministre belge n'était venu ici depuis quatre ans.", 48.0),
        ("Seit vier Jahren war kein österreichischer Verteidigungsminister mehr nach Belgrad gekommen.", 48.0),
        ("Seit 2018 hatte es zwischen den Ministern keinen Kontakt gegeben.", "2018"),
        ("Drei Jahre lang hatten die Minister nicht miteinander gesprochen.", 36.0),
        ("Главы оборонных ведомств двух стран не разговаривали друг с другом больше трех лет.", 36.0),
        ("Контактов между министрами не было с 2019 года.", "2019"),
        ("Министры не общались почти два года.", 24.0),
    ],
    "the first after": [
        ("It was the first call between holders of the two posts in more than a decade.", 120.0),
        ("It was the first meeting of the ministers after the border clashes.", "event"),
        ("Their last meeting was in March 2021.", "2021-03"),
        ("C'est leur premier entretien après le putsch.", "event"),
        ("La première rencontre des deux ministres en treize ans s'est tenue à Oslo.", 156.0),
        ("Es war das erste Treffen der Minister nach dem Putsch.", "event"),
        ("Das erste Gespräch seit einem Jahrzehnt dauerte eine Stunde.", 120.0),
        ("Министр обороны Норвегии приехал сюда впервые за двенадцать лет.", 144.0),
        ("Он позвонил коллеге впервые с тех пор, как тот занял пост.", "event"),
        ("По его словам, это первый телефонный разговор двух министров с весны.", "event"),
        ("Это первая их встреча после боев на границе.", "event"),
        ("Это первая очная встреча министров.", "ever"),
    ],
    "the last time": [
        ("The two defence ministers had last spoken in March.", "2024-03"),
        ("It is ten months since the two ministers last spoke.", 10.0),
        ("Eighteen months had passed since the last conversation between the ministers.", 18.0),
        ("It had been more than two years since a Greek defence minister visited Ankara.", 24.0),
        ("The last Turkish defence minister to come here was Hulusi Akar, in 2019.", "2019"),
        ("Les deux ministres s'étaient vus pour la dernière fois en mars 2022.", "2022-03"),
        ("Leur dernier échange remontait à octobre.", "2023-10"),
        ("Leur dernière rencontre datait de 2019.", "2019"),
        ("Ihr letztes Treffen lag drei Jahre zurück.", 36.0),
        ("Das letzte Gespräch der Minister war im Oktober 2022.", "2022-10"),
        ("Предыдущий разговор состоялся 23 октября 2022 года.", "2022-10-23"),
        ("Прошло полтора года с их последнего разговора.", 18.0),
    ],
    "the first of an office": [
        ("Akar became the first Turkish defence minister to visit Athens in 14 years.", 168.0),
        ("Not for six years had a Serbian minister been received in Zagreb.", 72.0),
        ("The meeting is the first at ministerial level in three years.", 36.0),
        ("Personne, au ministère, n'avait fait le voyage de Bamako depuis 2021.", "2021"),
        ("Une première depuis sept ans.", 84.0),
        ("Erstmals seit sieben Jahren reiste ein serbischer Verteidigungsminister nach Zagreb.", 84.0),
        ("Seit elf Jahren war kein türkischer Minister mehr in Kairo gewesen.", 132.0),
        ("Mehr als ein Jahr lang herrschte Funkstille.", 12.0),
        ("С февраля прошлого года контактов между ведомствами не было.", "2023-02"),
        ("С 2018 года ни один министр обороны Сербии не приезжал в Загреб.", "2018"),
        ("Contacts between the ministries had been frozen since 2020.", "2020"),
        ("Sans contact direct depuis seize mois, les deux ministres se sont téléphoné.", 16.0),
    ],
    "seen last": [
        ("No Estonian minister of defence had been received in Baku before.", "ever"),
        ("It is a first: the two ministers have never held talks alone.", "ever"),
        ("Leur précédente conversation datait du 12 mars.", "2024-03-12"),
        ("Le précédent entretien des ministres remonte à mai 2023.", "2023-05"),
        ("Aucun échange direct n'avait été signalé depuis janvier.", "2024-01"),
        ("Zuletzt war 2016 ein griechischer Generalstabschef in Tirana gewesen.", "2016"),
        ("Das vorige Gespräch hatten die Minister im März geführt.", "2024-03"),
        ("Die Minister hatten seit dem Gipfel von Madrid keinen Kontakt mehr.", "event"),
        ("Neun Monate hatten die beiden nicht miteinander gesprochen.", 9.0),
        ("Seit neun Monaten hatten die Minister kein Wort gewechselt.", 9.0),
        ("Последний визит греческого министра состоялся в 2016 году.", "2016"),
        ("Министры не встречались с мадридского саммита.", "event"),
        ("Прежний разговор министров был в марте.", "2024-03"),
        ("Девять месяцев министры не разговаривали.", 9.0),
        ("Это первая поездка эстонского министра обороны в Баку.", "ever"),
    ],
    "a break": [
        ("After a silence of ten months the ministers spoke by phone.", 10.0),
        ("The call ended a two-year silence between the ministries.", 24.0),
        ("The ministers met again after a break of three years.", 36.0),
        ("Les ministres se sont parlé après dix-huit mois de silence.", 18.0),
        ("L'appel met fin à un silence de deux ans entre les ministres.", 24.0),
        ("Après une interruption de trois ans, les ministres se sont revus.", 36.0),
        ("Nach einer Pause von drei Jahren trafen sich die Minister wieder.", 36.0),
        ("Nach zwei Jahren Funkstille telefonierten die Minister.", 24.0),
        ("Nach zweijähriger Funkstille telefonierten die Minister.", 24.0),
        ("После трехлетнего перерыва министры встретились.", 36.0),
        ("Министры созвонились после перерыва в восемь месяцев.", 8.0),
        ("После десяти месяцев молчания министры поговорили.", 10.0),
    ],
    "unsaid how long": [
        ("It was the first meeting of the defence ministers in years.", "event"),
        ("The ministers had not spoken for months.", "event"),
        ("Les ministres ne se sont pas parlé depuis des mois.", "event"),
        ("Es war das erste Treffen der Minister seit Jahren.", "event"),
        ("Это первая за многие годы встреча министров.", "event"),
    ],
}


@pytest.mark.parametrize(("sentence", "told"), [case for cases in CLAIMS.values() for case in cases])
def test_a_silence_is_seen(sentence: str, told: str | float) -> None:
    found = claimed(sentence, on=date(2024, 5, 16), channel=Channel.IN_PERSON, level=Level.MINISTER, published=None)
    assert found is not None
    claim = found.claim
    kinds = {"ever": ClaimKind.FIRST_EVER, "event": ClaimKind.STATEMENT}
    assert claim.kind is kinds.get(str(told), ClaimKind.FIRST_SINCE)
    assert claim.months == (told if isinstance(told, float) else None)
    assert claim.since == (told if isinstance(told, str) and told not in kinds else None)


NONE = [
    "The ministers had not spoken to reporters for a week.",
    "He is the first civilian to head the ministry since 1998.",
    "The last exercise was held in 2019, and the ministers agreed at the talks to repeat it.",
    "Ce contrat est le premier depuis 2015.",
    "La ministre, première femme à ce poste depuis 2007, a reçu son homologue.",
    "Der Vertrag ist der erste seit 2015.",
    "Это первый контракт за пять лет.",
    "The city marked 75 years since the end of the blockade, the minister said at the meeting.",
    "Первая такая встреча состоялась в декабре.",
    "The first meeting of the two ministers took place in Oslo.",
    "The ministers have not spoken about the missiles since the call.",
    "The first meeting of the working group is to take place in two months.",
    "It is the first time that Norway has sent soldiers to Mali.",
    "The last visit lasted two hours.",
    "The soldiers had not seen their families for six months.",
    "Le premier entretien a eu lieu à Paris, le second à Berlin en 2024.",
    "L'exercice n'avait pas eu lieu depuis 2018.",
    "Erstmals nahmen deutsche Soldaten an der Übung teil, hieß es nach dem Gespräch.",
    "Das Manöver findet erstmals seit 2019 wieder statt, sagte der Minister beim Treffen.",
    "Первые переговоры о покупке начались в 2022 году.",
    "На встрече министр впервые рассказал о ракете.",
    "Its first chief executive is to come from Japan after the meeting.",
    "President Macron's first visit to Armenia came in May.",
    "The two leaders have not spoken for seven weeks.",
    "The president last met his guest in 2019.",
    "The foreign ministers met for the first time since 2021.",
    "His first trip abroad took the minister to Lima.",
    "The first drone flew in 2023, after talks with the maker.",
    "The first battalion has been on duty since the call of May.",
    "The ministers will not meet before October.",
    "He has never met his spending target since 2019.",
    "The ministers have not agreed on a text since Monday.",
    "Israel has been bombing since Friday, and no reason was given at the meeting.",
    "The ministers spoke after a break of ten minutes.",
    "The minister had never flown in a helicopter before.",
    "Le président n'avait jamais reçu son homologue.",
    "Le premier drone vole depuis mars, a dit le ministre après la rencontre.",
    "C'est le premier déplacement à l'étranger de la ministre.",
    "Le premier groupe est à pied d'œuvre depuis l'été.",
    "Le Premier ministre a reçu le ministre en 2021.",
    "Le ministre n'a jamais donné suite à l'idée d'une rencontre.",
    "Après une pause de dix minutes, les ministres se sont revus.",
    "Der Außenminister ist zu seinem ersten Besuch in der Ukraine eingetroffen.",
    "Der Kanzler hatte Kiew seit 2022 nicht mehr besucht.",
    "Das erste Boot fährt seit März, sagte der Minister nach dem Treffen.",
    "Die erste Auslandsreise führte die Ministerin nach Oslo.",
    "Der Minister hat seit Montag keinen Termin mehr frei, das Gespräch fällt aus.",
    "Канцлер позвонил президенту впервые почти за два года.",
    "Президент посетил Багдад впервые за тринадцать лет.",
    "Документ появляется в отношениях двух стран впервые, отметил министр в начале переговоров.",
    "Первый беспилотник прилетел в 2023 году.",
    "Министры не встретятся раньше октября.",
    "Первый зарубежный визит министра прошел в Минске.",
]


@pytest.mark.parametrize("sentence", NONE)
def test_what_is_no_silence_between_ministries_claims_nothing(sentence: str) -> None:
    found = claimed(sentence, on=date(2024, 5, 16), channel=Channel.IN_PERSON, level=Level.MINISTER, published=None)
    assert found is None
