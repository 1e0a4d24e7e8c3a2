"""What does a sentence do with an account: leave something out, deny it, go on with it, or speak for nobody?"""

import re

from detente.drafting.language.patterns import Pattern


def leaves_out(text: str) -> bool:
    """Whether it only says what an account does not tell, or that a side tells it otherwise."""
    return (_SILENT.search(text) is not None and _AND_SAYS.search(text) is None) or (
        _OTHERWISE.search(text) is not None and len(text.split()) <= _FEW
    )


def of_nobody(text: str) -> bool:
    """Whether it is how somebody sees it who speaks for no side."""
    return _VIEW.search(text) is not None


def of_all(text: str) -> bool:
    """Whether all sides say the same."""
    return _ALL.search(text) is not None


def not_so(text: str) -> bool:
    """Whether something is said not to have been spoken of."""
    return _NOT_SO.search(text) is not None


def rejecting(text: str) -> tuple[int, int] | None:
    """Where a word stands by which an authority denies; of somebody who took part it is what he did there."""
    hit = _REJECTS.search(text)
    return None if hit is None else hit.span()


def denying_reports(text: str) -> tuple[int, int] | None:
    """Where somebody rejects what is reported, whoever he is: ``dismissed a claim that``."""
    hit = _REPORTS.search(text)
    return None if hit is None else hit.span()


_FALSE = (
    r"inaccurate|false|wrong|untrue|baseless|unfounded|premature|exaggerated|falsch\w*|unzutreffend\w*|unwahr\w*|verfrüht\w*|"
    r"übertrieben\w*|faux|fausses?|inexacte?s?|infondée?s?|prématurée?s?|exagérée?s?|неточн\w+|ложн\w+|преждевременн\w+|"
    r"необоснованн\w+|неверн\w+"
)
_REPORTS = Pattern(
    rf"\b(?:call(?:ed|s)|term(?:ed|s)|dubbed|nannte|nennt|bezeichnete|qualifi\w+|juge|a jugé|назвал\w*|"
    rf"называ\w+)\b(?=[^.;]{{0,60}}\b(?:{_FALSE})\b)|"
    r"\b(?:reject(?:ed|s)|dismiss(?:ed|es)|brushed aside|waved away|a (?:rejeté|écarté|balayé)|rejette|écarte|balaie|wies|"
    r"weist|"
    r"widerspr(?:ach|icht)|отвергл?\w*|отрицал\w*|(?:was|is|were) (?:\w+ )?dismissive of)\b(?=[^.;:]{0,40}?\b(?:reports?|"
    r"claims?|rumou?rs?|"
    r"suggestions?|allegations?|assertions?|speculation|informations|affirmations?|rumeurs?|allégations?|version|berichte?n?|"
    r"gerüchte?n?|behauptung\w*|spekulation\w*|darstellung|сообщени\w+|слух\w*|утверждени\w+|информаци\w+)\b)",
    re.IGNORECASE,
)


def of_who_spoke(text: str) -> bool:
    """Whether it is by the account of whoever spoke before: ``à l'en croire``."""
    return _ITS_ACCOUNT.search(text) is not None


def goes_on(text: str) -> bool:
    """Whether it quotes, or reports speech, and so goes on with whoever spoke before."""
    return _GOES_ON.search(text) is not None


def adds(behind: str) -> bool:
    """Whether the words behind somebody say that he adds to what he has told, or makes it clearer."""
    return _ADDS.match(behind) is not None


_ADDS = Pattern(
    r"\s+(?:also\s+|же\s+|a\s+)?(?:add(?:ed|s)|explain(?:ed|s)|ajout[eé]|précis[eé]|expliqu[eé]|fügte|ergänzte|erläuterte|"
    r"добав\w+|уточн\w+|"
    r"поясн\w+)\b",
    re.IGNORECASE,
)


def gives(text: str) -> bool:
    """Whether it is of what one side alone may give: a promise, an offer, an admission."""
    return _GIVES.search(text) is not None


_GIVES = Pattern(
    r"\b(?:promis\w*|pledge\w*|offer\w*|guarantee\w*|commit\w*|concession\w*|concede\w*|admi(?:t\w*|s)|acknowledg\w+|threat\w*|"
    r"apolog\w+|excuse\w*|engagements?|engagé\w*|promesses?|garantie\w*|concédé\w*|reconnu\w*|menac\w+|zusage\w*|zugesagt|"
    r"versprech\w*|versproch\w*|angebot\w*|eingeräumt|droh\w+|обеща\w+|гаранти\w+|уступ\w+|призна\w+|угро[зж]\w+|"
    r"предложени\w+)\b",
    re.IGNORECASE,
)


def agreed(said: str) -> bool:
    """Whether a verb is one of what two do together."""
    return _AGREED.match(said) is not None


_AGREED = Pattern(
    r"agreed|concurred|talk|sp[eo]ke?|discuss|parl|sprach|spricht|говор|обсу|décid|conven|kam überein|договор", re.IGNORECASE
)


def hearsay(text: str) -> int | None:
    """Where the verb of a sentence stands that is told as somebody has said it: ``aurait promis``, ``habe betont``."""
    hit = _HEARSAY.search(text)
    return None if hit is None else hit.start("verb")


def tells_of_himself(text: str, place: int) -> bool:
    """Whether behind ``he`` at ``place`` stands a verb of what he had done before: ``He had shown``, ``Er habe gefragt``."""
    return _HAD.match(text, place) is not None


_HAD = Pattern(r"\s+(?:had|(?:lui\s+|l['’])?avait|habe|hatte)\b", re.IGNORECASE)
_HEARSAY = Pattern(
    r"^[^,;:«„“\"]{0,70}?\b(?P<verb>(?:was|were|is|are) (?:also )?(?:said to|reported to|understood to|quoted as)|"
    r"reportedly|allegedly|soll|"
    r"sollen|якобы|будто|(?:aurai(?:t|ent)|serai(?:t|ent))\s+(?:\w+\s+)?\w+[éisut]e?s?|"
    r"habe|sei|seien|hätten|werde|wolle|müsse|könne|solle|dürfe)\b",
    re.IGNORECASE,
)


def for_its_part(text: str) -> bool:
    """Whether now the other side speaks."""
    return _FOR_ITS_PART.search(text) is not None


def also(text: str) -> bool:
    """Whether somebody goes on: ``The minister also thanked …``."""
    return _ALSO.search(text) is not None


_ALSO = Pattern(
    r"\b(?:also|further(?:more)?|moreover|aussi|également|en outre|auch|ebenfalls|ferner|также|кроме того)\b", re.IGNORECASE
)
_SILENT = Pattern(
    r"\b(?:(?:made|makes) no mention|(?:did|does) not mention|no (?:mention|reference|word) (?:of|to|on)|(?:is|was) silent|"
    r"contained no such|"
    r"declined to comment|no comment|(?:has|have|had) not commented|"
    r"no immediate (?:word|comment|reaction)|would not comment|"
    r"neither (?:side|ministry)|n['’]a pas (?:communiqué|commenté|réagi)|"
    r"(?:äußerte|äusserte) sich (?:zunächst )?nicht|не сообщал\w*|nothing (?:about|on|of)|absent from|ne dit (?:rien|mot)|"
    r"ne mentionne|n['’]évoque pas|n[’']y figure|"
    r"(?:has|have|had) yet to|(?:would|could|did) not (?:immediately )?confirm|declined to confirm|"
    r"n['’]a pas (?:souhaité |voulu )?(?:confirm|comment)\w+|refuse de (?:confirm|comment)\w+|(?:wollte|mochte|"
    r"konnte)\b[^.;]{0,40}\bnicht (?:bestätigen|"
    r"kommentieren)|не (?:стал\w* |захотел\w* )?(?:подтверждать|комментировать)|would not (?:go into|give|elaborate|say)|"
    r"не стал\w* (?:вдаваться|раскрывать)|"
    r"did not (?:return|respond|reply|answer)|n['’](?:a|avait|ont) (?:pas|toujours pas) répondu|"
    r"beantwort\w+\b[^.;]*\bnicht|ignor(?:e|es|iert)\b|omits?|leaves out|omet|tait|übergeht|verschweigt|умалчива\w+|обходит|"
    r"(?:сообщени[йя]|заявлени[йя]|комментари\w+)\b[^.;]{0,40}\b(?:нет|не (?:было|поступ\w+|появ\w+))|rien de tel|"
    r"nothing of the (?:sort|kind) (?:in|appears)|"
    r"no (?:statement|comment|readout|word)\b[^.;]{0,20}\b(?:has|have|had|came|was)|aucun compte[- ]rendu|"
    r"passe sous silence|souffle mot|erwähnt\w*\b[^.;]*\bnicht|kein wort|keine rede(?! sein)|verliert kein|nicht erwähnt|"
    r"не упомина\w+|не сказано|ни слова|не комментир\w+|ничего нет|ничего не говорит\w+)\b",
    re.IGNORECASE,
)
_AND_SAYS = Pattern(
    r"\b(?:says|said|indique|précise|affirme|heißt es|erklärt\w*|сообщ\w+|говорится)\b[^.;]{0,20}\b(?:that|que|dass|что)\b",
    re.IGNORECASE,
)
"""Of an account that leaves something out and says something else."""
_OTHERWISE = Pattern(
    r"\b(?:the (?:opposite|contrary)|le contraire|das gegenteil|обратное|differently|own version|contradict\w*|anders|"
    r"autrement|tout autre|по-другому|иначе)\b",
    re.IGNORECASE,
)
_FEW = 9
"""Words of a sentence that only says that a side tells it otherwise, at most."""
_VIEW = Pattern(r"\b(?:in the view of|nach ansicht|по оценке)\b", re.IGNORECASE)
_ALL = Pattern(
    r"\b(?:according to|selon|d['’]après|laut|nach (?:angaben|darstellung)|по (?:данным|словам|сообщениям))\s+(?:both|"
    r"all three|"
    r"les (?:deux|trois)|beide[rn]?|aller drei|обоих|обеих|всех тр[её]х)\s+(?:sides|delegations|ministries|capitals|"
    r"governments|"
    r"camps|capitales|ministères|délégations|communiqués|seiten|delegationen|ministerien|hauptstädte|сторон|делегаций|"
    r"министерств|ведомств|столиц)|"
    r"\b(?:(?:both|all three) (?:sides|delegations|ministries|capitals|governments|readouts|statements|accounts)|(?:beide|"
    r"alle drei) (?:seiten|delegationen|"
    r"ministerien|hauptstädte|mitteilungen)|les (?:deux|trois) (?:camps|capitales|ministères|communiqués|comptes[- ]rendus)|"
    r"обе (?:стороны|делегации)|в обеих столицах|оба ведомства|все три ведомства)\b[^.;]{0,20}?\b(?:sa(?:y|id)|confirm\w*|"
    r"report\w*|agree that|"
    r"mention\w*|stress\w*|indiqu\w*|dit|assur\w*|erklär\w*|bestätig\w*|meld\w*|betont\w*|сообщ\w*|подтверд\w*|заяв\w*|"
    r"отмет\w*|назва\w*)",
    re.IGNORECASE,
)
_NOT_SO = Pattern(
    r"\b(?:мы|они|стороны|министры) (?:\w+ )?не (?:говорили|обсуждали|касались)|\b(?:we|they) did not (?:talk|discuss|speak)|"
    r"\bnous n['’](?:en )?avons pas (?:parlé|discuté|évoqué)|"
    r"\bnone had been (?:made|given|offered|agreed)|"
    r"\b(?:war|ist|sei) (?:nie|nicht) die rede|n['’](?:a|avait) jamais été question|речи не было|речь не шла|"
    r"(?:^|:\s*|[«“„\"])\W*(?:(?:pure )?(?:invention|fiction|fabrication|nonsense)|(?:frei )?erfunden|unsinn|absurde?|"
    r"выдумка|вымысел|ложь|"
    r"aucune?\b[^,;»]{0,60}\bn['’](?:a|ont|avait|avaient)|никак\w+\b[^,;»]{0,60}\bне (?:был|дава|дал|обсужда|обеща|"
    r"предлага))\w*|"
    r"\bnever (?:once |even )?(?:talked|spoke|discussed|raised|mentioned|promised|agreed|asked|offered)|"
    r"\b(?:was|were|is) not (?:on the (?:agenda|menu|table)|an issue)|n['’](?:est|était|étaient|a) pas (?:été )?(?:au menu|"
    r"à l['’]ordre du jour|"
    r"question|au programme)|\bkeine rede sein|не может быть и речи|не (?:стоял|был)\w* (?:на|в) повестк\w+|"
    r"^\W*(?:there (?:was|were|had been|has been|is) no(?:ne|thing)?\b|(?:not one|not a|no)\b[^,;”\"»]{0,60}\b(?:was|were|"
    r"had been|"
    r"has been)\b|il n['’]y (?:a|avait|a jamais|avait jamais) (?:eu )?(?:aucun|pas|nul|jamais|rien)|(?:aucune?|"
    r"jamais)\b[^,;»]{0,60}\b"
    r"n['’](?:a|ont|avait|avaient)\b|es (?:gab|gibt|habe|hat)\b[^,;“\"]{0,25}\bkein\w*|keine?\w?\b[^,;“\"]{0,60}\b(?:wurde|"
    r"worden|gab)|"
    r"никак\w+\b[^,;»]{0,60}\bне (?:был|дава|дал|обсужда|обеща|предлага|звуча)\w*|ничего подобного)|"
    r"^\W*(?:non|faux|no|nein|falsch|нет|неправда)\b|^\W*(?:he|she|they|we|it) (?:did|had|have|was|were|has) not\b|"
    r"\b(?:(?:had|have|has|was|were) (?:been )?(?:no|not|never|"
    r"neither) (?:\w+ )?(?:discuss\w*|raised|agreed|mentioned|on the agenda|brought)|no discussion|no date and no|"
    r"no such \w+ (?:was|were|had been)|\bno (?:\w+ ){1,3}(?:had been|was|were) (?:discussed|raised|agreed|mentioned|made|"
    r"given)|"
    r"not (?:one|a) \w+ (?:was|had been) (?:discussed|mentioned|raised)|did not come up|is false|untrue|n['’](?:a|avait|ont|"
    r"avaient) (?:pas|jamais) été (?:abordée?s?|évoquée?s?)|c['’]est faux|"
    r"nicht (?:\w+ )?(?:geredet|gesprochen)|nicht (?:gefallen|besprochen|zur sprache|thema)|kein thema|не обсужда\w+|"
    r"речи не шло|не соответству\w+)\b",
    re.IGNORECASE,
)
_REJECTS = Pattern(
    r"\b(?:reject(?:ed|s)|dismiss(?:ed|es)|a rejeté|rejette|lehnte|weist|отвергл\w*|отверга\w+)\b", re.IGNORECASE
)
_ITS_ACCOUNT = Pattern(
    r"\bà (?:l['’]|les )en croire|\b(?:selon|d['’]après) (?:lui|elle|eux)\b|\b(?:ihm|ihr|ihnen) zufolge|\bdemzufolge|\bdemnach|"
    r"\bпо (?:его|е[её]|их) (?:словам|данным|выражению)|\baccording to (?:it|him|her|them)\b|"
    r"(?:^|, )by (?:his|her|its|their) (?:own )?account",
    re.IGNORECASE,
)
_GOES_ON = Pattern(
    r"\b(?:ajoute|précise|indique|dit)-(?:t-)?on\b|"
    r"^\W*[«\"“„]|\b(?:sei|seien|habe|hätten|werde|wolle|könne|müsse|solle|dürfe|sollten|müssten|könnten)\b|"
    r"^(?:also|separately|in addition|il a (?:aussi|également)|также)\b",
    re.IGNORECASE,
)
_FOR_ITS_PART = Pattern(
    r"\b(?:for (?:his|her|its|their) part|in turn|seinerseits|ihrerseits|dagegen|hingegen|de son côté|pour sa part|quant à|"
    r"со своей стороны|в свою очередь)\b",
    re.IGNORECASE,
)
