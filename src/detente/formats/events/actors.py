"""Which events are between the defence sides of two countries, and whose?"""

from collections.abc import Collection
from typing import Any

import ibis
from ibis.expr.types import Table

from detente.formats.events.engines import Engine
from detente.formats.events.reading import first_of
from detente.formats.events.register import Register, tenures

_IN_BRACKETS = r"\(((?:[^()]|\([^()]*\))*)\)\s*$"
"""What stands in brackets at the end of a label, with brackets in it: the country of ``Military (Congo (Kinshasa))``."""

_DEFENCE_ROLES = ("defense / security ministry", "military")
_DEFENCE_OFFICE = (
    r"\b(?:ministry|department|minister|secretary) (?:of|for) (?:national )?defen[cs]e\b"
    r"|\bdefen[cs]e (?:ministry|minister|secretary)\b|\bministry of (?:the )?armed forces\b"
)

UNKNOWN_COUNTRY = "a side is of no country that the record knows"
ONE_COUNTRY = "both sides are of one country"
NO_DEFENCE = "a side is no defence actor"
NOT_ASKED_FOR = "not of the party asked for"


def judged(events: Table, engine: Engine, register: Register, parties: Collection[str]) -> Table:
    """``events`` with ``a_party``, ``a_holder`` (a place in the register's holders), the same for ``b``, and ``passed_over``.

    ``passed_over`` says why an event is none of defence sides of two different countries, one of ``parties`` (if any are
    named); it is null for those that are kept.
    """
    countries = {"name": list(register.names), "code": list(register.names.values())}
    known = engine.small("countries", countries, {"name": "string", "code": "string"})
    holders = engine.small(
        "holders",
        tenures(register.holders),
        {"name": "string", "party": "string", "first": "date", "last": "date", "holder": "int64", "sole": "boolean"},
    )
    found = events
    for side in ("a", "b"):
        found = _with_holder(_with_country(found, known, side), holders, side)
    return found.mutate(passed_over=_why_not(found, register.ministries(), parties))


def _why_not(found: Table, ministries: list[str], parties: Collection[str]) -> Any:
    reasons = [
        (found["a_party"].isnull() | found["b_party"].isnull(), UNKNOWN_COUNTRY),
        (found["a_party"] == found["b_party"], ONE_COUNTRY),
        (~(_defence(found, "a", ministries) & _defence(found, "b", ministries)), NO_DEFENCE),
    ]
    if parties:
        asked = sorted(parties)
        reasons.append((~(found["a_party"].isin(asked) | found["b_party"].isin(asked)), NOT_ASKED_FOR))
    return first_of(*reasons)


def _with_country(events: Table, known: Table, side: str) -> Table:
    """Adds the actor's ``key``, its name without the country, in small letters, and the code of its country."""
    name: Any = ibis.coalesce(events[f"{side}_name"], "")
    bracketed: Any = ibis.ifelse(name.re_search(_IN_BRACKETS), name.re_extract(_IN_BRACKETS, 1), ibis.null("string"))
    label: Any = ibis.coalesce(events[f"{side}_country"], bracketed)
    keyed = events.mutate(
        **{f"{side}_label": label.strip().lower(), f"{side}_key": name.re_replace(_IN_BRACKETS, "").strip().lower()}
    )
    countries = known.rename({f"{side}_country_name": "name", f"{side}_code": "code"})
    return keyed.left_join(countries, keyed[f"{side}_label"] == countries[f"{side}_country_name"])


def _with_holder(events: Table, holders: Table, side: str) -> Table:
    """Adds who of the register the actor is, and the country: that of the data, else that of the office held."""
    held = holders.rename({f"{side}_of_{name}": name for name in holders.columns})
    code = events[f"{side}_code"]
    says_another = events[f"{side}_label"].notnull() & code.isnull()
    same = [
        events[f"{side}_key"] == held[f"{side}_of_name"],
        events["day"] >= held[f"{side}_of_first"],
        events["day"] <= held[f"{side}_of_last"],
        ibis.coalesce(code, held[f"{side}_of_party"]) == held[f"{side}_of_party"],
        code.notnull() | held[f"{side}_of_sole"],
        ~says_another,
    ]
    found = events.left_join(held, same)
    return found.mutate(
        **{
            f"{side}_party": ibis.coalesce(found[f"{side}_code"], found[f"{side}_of_party"]),
            f"{side}_holder": found[f"{side}_of_holder"],
        }
    )


def _defence(found: Table, side: str, ministries: list[str]) -> Any:
    key: Any = found[f"{side}_key"]
    of_country: Any = key + "|" + ibis.coalesce(found[f"{side}_party"], "")
    return (
        found[f"{side}_defence"]
        | found[f"{side}_holder"].notnull()
        | key.isin(_DEFENCE_ROLES)
        | key.re_search(_DEFENCE_OFFICE)
        | of_country.isin(ministries)
    )
