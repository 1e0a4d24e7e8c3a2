"""What does a claim say in words?"""

from collections.abc import Sequence

from detente.domain.contacts import Claim
from detente.domain.dates import parse
from detente.domain.sides import sides_in_words
from detente.domain.vocabulary import ANY, CALL_CHANNELS, Anchor, By, Channel, ClaimKind, Level, Setting
from detente.domain.words import claimed_length_in_words, date_in_words, series_kind_in_words


def claim_in_words(claim: Claim, names: Sequence[str]) -> str:
    """The claim as a sentence: ``First call between the defence ministers of France and Russia in about 18 months.``"""
    level = None if claim.level == ANY else Level(claim.level)
    between = f"{_kind(claim)} between {sides_in_words(level, names)}"
    if claim.by is By.PERSON:
        between += ", by the same two people,"
    if claim.kind is ClaimKind.FIRST_EVER:
        return f"First ever {between.rstrip(',')}."
    first, length = ("No", "for") if claim.kind is ClaimKind.SILENCE else ("First", "in")
    said = [] if claim.months is None else [f"{length} {claimed_length_in_words(claim.months, claim.qualifier)}"]
    if claim.since is not None:
        event = "an event of " if claim.anchor is Anchor.EVENT else ""
        said.append(f"since {event}{date_in_words(parse(claim.since))}")
    return f"{first} {between} {', '.join(said)}".rstrip(", ") + "."


def _kind(claim: Claim) -> str:
    channels: frozenset[Channel] = frozenset()
    if claim.channel != ANY:
        channels = CALL_CHANNELS if claim.channel in CALL_CHANNELS else frozenset({Channel(claim.channel)})
    kind = series_kind_in_words(channels, frozenset() if claim.setting is None else frozenset({claim.setting}))
    prefix = {Setting.BILATERAL: "bilateral ", Setting.SIDELINES: "sideline ", Setting.MULTILATERAL: "multilateral "}
    return f"{prefix.get(claim.setting, '') if claim.setting else ''}{kind}"
