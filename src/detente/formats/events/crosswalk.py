"""Which codes of CAMEO, WEIS and PLOVER mean a contact, which kind of contact, and which codes are there at all?

The crosswalk follows the event texts of the CAMEO codebook (Schrodt 2012), of WEIS (McClelland 1978, as KEDS codes it) and
of PLOVER (Halterman et al. 2023).
"""

from dataclasses import dataclass
from enum import StrEnum

from detente.domain.vocabulary import Channel, Setting, Status


class Codebook(StrEnum):
    """A list of event codes."""

    CAMEO = "cameo"
    WEIS = "weis"
    PLOVER = "plover"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a code says of a contact.

    ``host`` is the role of the party in whose country it took place: ``source``, ``target``, or empty where the code does
    not say. ``words`` tell a person what was coded, with the names of the two parties in place of ``{pair}``.
    """

    status: Status
    channel: Channel
    words: str
    host: str = ""
    setting: Setting = Setting.BILATERAL
    initiator: bool = False


_CALL = Meaning(Status.HELD, Channel.PHONE, "Call of {pair}")
_VISIT = Meaning(Status.HELD, Channel.IN_PERSON, "Visit between {pair}", host="target")
_HOSTED = Meaning(Status.HELD, Channel.IN_PERSON, "Visit between {pair}", host="source")
_ELSEWHERE = Meaning(Status.HELD, Channel.IN_PERSON, "Meeting of {pair} at a third location")
_CONSULTED = Meaning(Status.HELD, Channel.OTHER, "Consultation of {pair}, mode unknown")
_NEGOTIATED = Meaning(Status.HELD, Channel.OTHER, "Negotiation of {pair}, mode unknown")
_PLANNED = Meaning(Status.PLANNED, Channel.OTHER, "Intent of {pair} to meet or negotiate, mode unknown")
_REQUESTED = Meaning(Status.REQUESTED, Channel.OTHER, "Request of a meeting between {pair}, mode unknown", initiator=True)
_DECLINED = Meaning(Status.DECLINED, Channel.OTHER, "Proposal of a meeting between {pair} rejected, mode unknown")
_HALTED = Meaning(Status.CANCELLED, Channel.OTHER, "Negotiation of {pair} halted, mode unknown")
_MULTILATERAL = Meaning(Status.HELD, Channel.IN_PERSON, "Multilateral meeting with {pair}", setting=Setting.MULTILATERAL)

CAMEO = {
    "026": _REQUESTED,
    "036": _PLANNED,
    "040": _CONSULTED,
    "041": _CALL,
    "042": _VISIT,
    "043": _HOSTED,
    "044": _ELSEWHERE,
    "046": _NEGOTIATED,
    "106": _REQUESTED,
    "125": _DECLINED,
    "164": _HALTED,
}
"""045 is left out: a mediator's dealings with a party of somebody else's conflict."""

WEIS = {"031": _CONSULTED, "032": _VISIT, "033": _HOSTED}
"""WEIS 031 is a meeting or the sending of a note, so its mode is not known."""

PLOVER = {
    "CONSULT": _CONSULTED,
    "CONSULT/phone": _CALL,
    "CONSULT/visit": _VISIT,
    "CONSULT/third-party": _ELSEWHERE,
    "CONSULT/multilateral": _MULTILATERAL,
    "AGREE/meet": _PLANNED,
    "REQUEST/meet": _REQUESTED,
    "REJECT/meet": _DECLINED,
}
"""Type and mode. REJECT / meet also covers what was called off, which the code does not tell apart."""

MEANINGS = {Codebook.CAMEO: CAMEO, Codebook.WEIS: WEIS, Codebook.PLOVER: PLOVER}

EVENT_TEXTS = {
    "appeal to others to meet or negotiate": "026",
    "express intent to meet or negotiate": "036",
    "consult": "040",
    "consult, not specified below": "040",
    "discuss by telephone": "041",
    "make a visit": "042",
    "host a visit": "043",
    "meet at a 'third' location": "044",
    "engage in negotiation": "046",
    "demand meeting, negotiation": "106",
    "demand that target meets, negotiates": "106",
    "reject proposal to meet, discuss, or negotiate": "125",
    "halt negotiations": "164",
}
"""The texts by which ICEWS names those codes, in small letters."""


def _coded(last_of_root: dict[int, int], *four_digits: str) -> frozenset[str]:
    """Roots, their codes of three digits from 0 to the last, and the four-digit codes below those named."""
    roots = {f"{root:02d}" for root in last_of_root}
    three = {f"{root:02d}{digit}" for root, last in last_of_root.items() for digit in range(last + 1)}
    four = {f"{stem}{digit}" for named in four_digits for stem, last in [named.split(":")] for digit in range(1, int(last) + 1)}
    return frozenset(roots | three | four)


_LAST_OF_CAMEO = {
    1: 9, 2: 8, 3: 9, 4: 6, 5: 7, 6: 4, 7: 5, 8: 7, 9: 4, 10: 8, 11: 6, 12: 9, 13: 9, 14: 5, 15: 5, 16: 6, 17: 6, 18: 6, 19: 6,
    20: 4,
}  # fmt: skip
_BELOW_CAMEO = (
    "021:4", "023:4", "024:4", "025:6", "031:4", "033:4", "034:4", "035:6", "080:0", "081:4", "083:4", "084:2", "087:4",
    "101:4", "103:4", "104:4", "105:6", "112:5", "121:3", "122:4", "123:4", "124:6", "131:3", "132:4", "138:5", "141:4",
    "142:4", "143:4", "144:4", "145:4", "162:3", "166:3", "171:2", "172:4", "182:3", "183:4", "195:2", "204:2",
)  # fmt: skip
_LAST_OF_WEIS = {
    1: 5, 2: 6, 3: 3, 4: 2, 5: 4, 6: 6, 7: 3, 8: 4, 9: 7, 10: 4, 11: 3, 12: 3, 13: 2, 14: 2, 15: 2, 16: 3, 17: 5, 18: 2, 19: 6,
    20: 3, 21: 5, 22: 4,
}  # fmt: skip

POSSIBLE = {
    Codebook.CAMEO: _coded(_LAST_OF_CAMEO, *_BELOW_CAMEO),
    Codebook.WEIS: _coded(_LAST_OF_WEIS),
}
"""Every code that the codebook has; PLOVER's types are words, judged by ``PLOVER_TYPES``."""

PLOVER_TYPES = frozenset({
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "RETREAT", "YIELD", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST",
    "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "DISAPPROVE", "INVESTIGATE",
})  # fmt: skip
