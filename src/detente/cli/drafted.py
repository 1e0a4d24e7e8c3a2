"""How is a proposed contact written as JSON, and what does the record say of the claims in its text?"""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from detente.errors import DetenteError

if TYPE_CHECKING:
    from detente.cli.article import Article
    from detente.domain.contacts import Contact
    from detente.domain.drafts import Draft
    from detente.domain.grounds import Ground
    from detente.domain.judging import Judgement
    from detente.drafting.proposals import Claimed, Proposal, Reading
    from detente.store.opening import Store

Item = dict[str, object]

DRAFT_KEYS = ("date", "channel", "status", "level", "setting", "parties", "initiator", "host", "topics")
"""The plain values of a proposed contact."""

_UNRECORDED = "this text"
"""What stands for the id of a contact that is proposed and not on record."""


def items(store: "Store", found: "Reading", text: "Article", today: int) -> list[Item]:
    """Every proposal as plain values like those of ``show``, with how each was got."""
    return [_item(store, proposal, text, today) for proposal in found.proposals]


def _item(store: "Store", proposal: "Proposal", text: "Article", today: int) -> Item:
    record = beside(store, proposal, today)
    return {
        "date": proposal.date,
        "channel": proposal.channel,
        "setting": proposal.setting,
        "level": proposal.level,
        "status": proposal.status,
        "parties": sorted(proposal.parties),
        "initiator": proposal.initiator,
        "host": proposal.host,
        "participants": [
            {
                "party": one.party,
                "person": one.person,
                "role": one.role,
                "level": one.level,
                "written": one.written,
                "on_record": one.on_record,
            }
            for one in proposal.participants
        ],
        "topics": list(proposal.topics),
        "topics_named": proposal.named,
        "statements": [
            {
                "topic": one.topic,
                "raised_by": one.raised_by,
                "reported_by": one.reported_by,
                "stance": one.stance,
                "paraphrase": None,
                "source_url": text.url,
                "sentence": one.sentence,
                "how": one.got.how,
            }
            for one in proposal.statements
        ],
        "claims": [_claim(record, proposal, claimed) for claimed in proposal.claims],
        "how": {field: got.how for field, got in proposal.how.items()},
        "because": {field: {"sentence": got.sentence, "why": got.why or None} for field, got in proposal.how.items()},
        "doubts": list(proposal.doubts),
        "look_alikes": [known.contact_id for known in record.alike] if record else [],
    }


def _claim(record: "Beside | None", proposal: "Proposal", claimed: "Claimed") -> Item:
    from detente.formats.items import claim_item, judged_item

    if record is None:
        return {**claim_item(claimed.claim), "claim_id": None, "verdict": None, "sentence": claimed.sentence}
    judgement = record.judged(claimed)
    item = judged_item(judgement, sorted(proposal.parties[:2]))
    on_record = judgement.claim.contact_id != _UNRECORDED
    return {**item, "contact_id": judgement.claim.contact_id if on_record else None, "sentence": claimed.sentence}


def draft_of(proposal: "Proposal") -> "Draft":
    """The proposal as ``log`` would be told of it, without statements and sources; its date must be known."""
    from detente.domain.drafts import Draft
    from detente.domain.told import NOT_STATED, person_with
    from detente.domain.vocabulary import Channel

    assert proposal.date is not None
    return Draft(
        date=proposal.date,
        channel=proposal.channel or Channel.OTHER,
        parties=proposal.parties,
        level=proposal.level,
        setting=proposal.setting,
        status=proposal.status,
        initiator=proposal.initiator,
        host=proposal.host,
        persons=tuple(
            f"{one.party}={one.person}" if one.role == NOT_STATED else person_with(one.party, one.person, one.role, one.level)
            for one in proposal.participants
        ),
        anew=True,
    )


def _as_contact(store: "Store", proposal: "Proposal", today: int) -> "Contact | None":
    """The contact that the proposal would be on record; None where it cannot be one yet."""
    from detente.cli.commands.log import StoreReference
    from detente.domain.drafts import complete

    if proposal.date is None:
        return None
    try:
        completed = complete(draft_of(proposal), StoreReference(store), today=today, tolerance=store.tolerance)
    except DetenteError:
        return None
    return replace(completed.contact, contact_id=_UNRECORDED)


@dataclass(frozen=True, slots=True)
class Beside:
    """A proposal as the contact that it would be, and what is on record between its parties: ``alike`` may be the same."""

    contact: "Contact"
    ground: "Ground"
    alike: "tuple[Contact, ...]"

    def judged(self, claimed: "Claimed") -> "Judgement":
        """The claim judged by the record, with the proposed contact in it unless one is there that may be the same."""
        from detente.domain.judging import judge

        about = self.alike[0] if self.alike else self.contact
        whole = self.ground if self.alike else replace(self.ground, contacts=[*self.ground.contacts, self.contact])
        return judge(replace(claimed.claim, contact_id=about.contact_id), whole)


def beside(store: "Store", proposal: "Proposal", today: int) -> Beside | None:
    """The proposal beside the record; None where it cannot be a contact yet: its day or a party is not known."""
    from detente.domain.parties import dyad
    from detente.domain.resemblance import resembles
    from detente.store.grounds import ground

    contact = _as_contact(store, proposal, today)
    if contact is None:
        return None
    known = ground(store, dyad(*proposal.parties[:2]))
    return Beside(contact, known, tuple(one for one in known.contacts if resembles(contact, one)))
