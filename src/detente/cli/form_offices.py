"""Which office had somebody who took part, where the record knows none: asked for, and put on record if wished."""

from datetime import date
from typing import TYPE_CHECKING

from detente.cli.asking import Offer, Question, agreed, ask

if TYPE_CHECKING:
    from detente.cli.guided import Form
    from detente.domain.vocabulary import Office


def with_office(form: "Form", party: str, name: str) -> str:
    """``PARTY=NAME``, with the role and level where somebody gives them: the record has no office of that day for the name."""
    from detente.domain.officeholders import holder_of
    from detente.domain.tenures import usual_role
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
    return f"{party}={name} | role={role} | level={level}"


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
