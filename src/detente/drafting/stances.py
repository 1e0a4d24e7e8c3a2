"""What does a sentence do with an account: leave something out, deny it, go on with it, or speak for nobody?"""

import re

from detente.drafting.patterns import Pattern


def leaves_out(text: str) -> bool:
    """Whether it only says what an account does not tell, or that a side tells it otherwise."""
    return (_SILENT.search(text) is not None and _AND_SAYS.search(text) is None) or (
        _OTHERWISE.search(text) is not None and len(text.split()) <= _FEW
    )


def of_nobody(text: str) -> bool:
    """Whether somebody speaks who speaks for no side: an analyst, the opposition."""
    return _STRANGER.search(text) is not None


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


def of_who_spoke(text: str) -> bool:
    """Whether it is by the account of whoever spoke before: ``à l'en croire``."""
    return _ITS_ACCOUNT.search(text) is not None


def goes_on(text: str) -> bool:
    """Whether it quotes, or reports speech, and so goes on with whoever spoke before."""
    return _GOES_ON.search(text) is not None


def for_its_part(text: str) -> bool:
    """Whether now the other side speaks."""
    return _FOR_ITS_PART.search(text) is not None


_SILENT = Pattern(
    r"\b(?:(?:made|makes) no mention|(?:did|does) not mention|no mention of|(?:is|was) silent|contained no such|"
    r"declined to comment|no comment|would not comment|neither (?:side|ministry)|n['’]a pas (?:communiqué|commenté|réagi)|"
    r"(?:äußerte|äusserte) sich (?:zunächst )?nicht|не сообщал\w*|nothing (?:about|on|of)|absent from|ne dit (?:rien|mot)|"
    r"ne mentionne|n['’]évoque pas|n[’']y figure|"
    r"passe sous silence|souffle mot|erwähnt\w*\b[^.;]*\bnicht|kein wort|keine rede|verliert kein|nicht erwähnt|"
    r"не упомина\w+|не сказано|ни слова|не комментир\w+|ничего нет|ничего не говорит\w+)\b",
    re.IGNORECASE,
)
_AND_SAYS = Pattern(
    r"\b(?:says|said|indique|précise|affirme|heißt es|erklärt\w*|сообщ\w+|говорится)\b[^.;]{0,20}\b(?:that|que|dass|что)\b",
    re.IGNORECASE,
)
"""Of an account that leaves something out and says something else."""
_OTHERWISE = Pattern(
    r"\b(?:differently|own version|contradict\w*|anders|autrement|tout autre|по-другому|иначе)\b", re.IGNORECASE
)
_FEW = 9
"""Words of a sentence that only says that a side tells it otherwise, at most."""
_STRANGER = Pattern(
    r"\b(?:analysts?|experts?|former|observers?|professor|researchers?|think tank|columnist|in the view of|opposition|"
    r"chercheu\w+|"
    r"analystes?|observateurs?|ancien ministre|éditorialiste|élus?|experte\w*|analyst\w*|beobachter\w*|forscher\w*|"
    r"kommentator\w*|nach ansicht|эксперт\w*|аналитик\w*|наблюдател\w*|политолог\w*|бывш\w+|обозревател\w*|по оценке|"
    r"оппозици\w+)\b",
    re.IGNORECASE,
)
_ALL = Pattern(
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
    r"^\W*[«\"“„]|\b(?:sei|seien|habe|hätten|werde|wolle|könne|müsse|solle|dürfe|sollten|müssten|könnten)\b|"
    r"^(?:also|separately|in addition|il a (?:aussi|également)|также)\b",
    re.IGNORECASE,
)
_FOR_ITS_PART = Pattern(
    r"\b(?:for (?:his|her|its|their) part|in turn|seinerseits|ihrerseits|dagegen|hingegen|de son côté|pour sa part|quant à|"
    r"со своей стороны|в свою очередь)\b",
    re.IGNORECASE,
)
