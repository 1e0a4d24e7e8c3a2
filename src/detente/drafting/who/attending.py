"""Does a sentence say nothing of somebody but that he was there too?"""

from re import IGNORECASE

from detente.drafting.language.patterns import Pattern

ATTENDED = Pattern(
    r"\b(?:(?:was|were) (?:also )?attended by|(?:^|(?<=[.;:] ))present (?:also |too )?at the \w+ (?:was|were)|"
    r"en présence d(?:e|u|es)\b|im Beisein|в присутствии|(?:was|were) (?:also )?(?:present|in attendance|at the table|"
    r"in the room)|also (?:took part|attended|joined|"
    r"present)|"
    r"(?:also|too) (?:present|in the room|at the table|there|in attendance),? (?:was|were)|"
    r"(?:également|aussi) (?:présente?s?|dans la salle|autour de la table)|(?:mit|ebenfalls|auch) (?:am Tisch|im Raum|dabei) "
    r"(?:war|waren|saß|saßen)|(?:там|здесь|за столом) (?:же |также |тоже )?(?:был|сидел|присутствовал)\w*|"
    r"(?:those|others) (?:attending|present|at the)|(?:was|were) at the (?:meeting|talks)|\bas (?:was|were)\b|with \w+ came|"
    r"accompanying|delegation with (?:him|her|them)|(?:in|in the) [^.;]{0,40}delegation\b[^.;]{0,40} (?:are|is|were|was)|"
    r"(?:present|attending|in attendance)(?: at the (?:meeting|talks|visit|ceremony|occasion|audience))? (?:was|were)|"
    r"assistai(?:t|ent)|(?:a|ont) assisté|zur Delegation\b[^.;]{0,40}\bgehör(?:t|en|te|ten)|mit dabei|"
    r"(?:composed|made up) of|(?:includes|included|comprised|comprises)|(?:anwesend|zugegen) (?:war|waren)|"
    r"took part(?: too| as well)|attended(?: too| as well)|accompanied (?:by|him|her|them)|"
    r"(?:a|ont) (?:également|aussi) (?:participé|assisté|pris part)|étai(?:t|ent) (?:également |aussi )?présente?s?|"
    r"accompagnée? (?:du|de|par)|(?:nahm|nahmen)\b[^.;]{0,50}\bteil|(?:war|waren) (?:auch |ebenfalls )?(?:dabei|"
    r"anwesend|zugegen)|"
    r"begleitet (?:von|vom)|присутствовал\w*|(?:также|тоже) (?:участвовал|принял)\w*|сопровождал\w*)\b",
    IGNORECASE,
)
"""Of those who were there too."""
