"""Who took part, and in which office where the record knows none: asked for, and put on record if wished."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from detente.cli.asking import Offer, Question, agreed, answers, ask
from detente.errors import NotFoundError

if TYPE_CHECKING:
    from detente.cli.guided import Form
    from detente.domain.vocabulary import Office


def people(form: "Form") -> None:
    """Who took part, party by party: those in office on that day first."""
    form.said["person"], form.offices = [], []
    for party in form.parties:
        offers = list(_people_of(form, party))
        names = Question(f"Who took part for {party}", offers, meaning=partial(_office, form, offers))
        found: list[str] = []
        for said in answers(names):
            name, bar, office = said.partition("|")
            name = _meant(form, offers, name.strip())
            if name and name not in found:
                found.append(name)
                form.said["person"].append(f"{party}={name} |{office}" if bar else with_office(form, party, name))


def _people_of(form: "Form", party: str) -> Iterator[Offer]:
    from detente.domain.officeholders import RANK
    from detente.domain.told import role_of
    from detente.store.offering import offered_people

    own = [holder for holder in form.known.holders() if holder.party == party and holder.may_hold_on(form.when)]
    in_office = {holder.person: role_of(holder) for holder in sorted(own, key=lambda holder: RANK[holder.office])}
    yield from (Offer(person, role) for person, role in in_office.items())
    yield from (Offer(person) for person in offered_people(form.store, party) if person not in in_office)


def _office(form: "Form", offers: Sequence[Offer], text: str) -> str:
    """The office that a name stands for on the day; raises RejectedError."""
    from detente.domain.told import person_said
    from detente.store.names import name_key

    known = {name_key(offer.value): offer for offer in offers}
    found = known.get(name_key(person_said(text)[0]))
    if found is None:
        return "not on record for this party"
    return found.meaning or "on record; in no office known for that day"


def _meant(form: "Form", offers: Sequence[Offer], name: str) -> str:
    """The name that is to stand: the nearest of the party for one that only resembles it; empty: neither, it is asked again."""
    from detente.store.names import nearest

    try:
        form.known.person(name)
    except NotFoundError as error:
        if not error.mend:
            return name
        for other in nearest(name, [offer.value for offer in offers], most=1):
            if agreed(f"Nobody called '{name}' is on record. Take {other}?", default=True):
                return other
        if not agreed(f"Is '{name}' somebody who is not on record yet?", default=False):
            return ""
        form.said["also"] = True
    return name


def with_office(form: "Form", party: str, name: str) -> str:
    """``PARTY=NAME``, with the role and level where somebody gives them: the record has no office of that day for the name."""
    from detente.domain.officeholders import holder_of
    from detente.domain.tenures import usual_role
    from detente.domain.told import person_with
    from detente.domain.vocabulary import Office

    if holder_of(name, party, form.when, form.known.holders()) is not None:
        return f"{party}={name}"
    levels = [Offer(office.value) for office in Office]
    hint = f"no office of {name} is on record for that day; Enter: not known"
    level = ask(Question(f"Level of {name}", levels, only_offers=True, hint=hint))
    if not level:
        return f"{party}={name}"
    office = Office(level)
    usual = usual_role(party, office, form.known.holders()) or ""
    role = ask(Question(f"Role of {name}", meaning=_role, default=usual, needed=True, hint="the office in words"))
    if agreed(f"Put it on record that {name} holds this office?", default=False):
        _put_on_record(form, party, name, office, role)
    return person_with(party, name, role, office)


def _role(text: str) -> str:
    from detente.errors import RejectedError

    if "|" in text:
        raise RejectedError("a role has no | in it", mend="write the office in words")
    return ""


def _put_on_record(form: "Form", party: str, name: str, office: "Office", role: str) -> None:
    """Asks for what else belongs to a tenure: since when, and what says so."""
    from detente.cli.failure import note
    from detente.domain.officeholders import Officeholder
    from detente.domain.tenures import record_of

    since = ask(Question("In office since", meaning=_day, hint="the first day: 2024-05-14; Enter: not known"))
    hint = "https://…: what says who holds the office"
    url = ask(Question("Address that says so", meaning=_address, needed=True, hint=hint))
    first = date.fromisoformat(since) if since else None
    new = Officeholder(name, party, office, role, first, None, url)
    if record_of(new) in map(record_of, form.known.holders()):
        note(f"on record already, and ended before that day: {record_of(new)}; see: detente offices")
    else:
        form.offices.append(new)


def _day(text: str) -> str:
    from detente.domain.asked import day

    return f"{date.fromordinal(day('the day', text)):%A}"


def _address(text: str) -> str:
    from detente.domain.cited import source_at

    return source_at(text, "third").publisher
