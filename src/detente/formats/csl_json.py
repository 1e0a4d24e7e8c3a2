"""How are the sources of the record cited by a reference manager: one item of CSL-JSON for each document?"""

from collections.abc import Sequence
from hashlib import sha256
from urllib.parse import urlsplit

from detente.domain.contacts import Source
from detente.domain.dates import parse
from detente.domain.vocabulary import THIRD_PARTY, THIRD_SIDE
from detente.errors import RejectedError
from detente.formats.edtf_parts import date_parts
from detente.formats.json_text import json_text
from detente.formats.outgoing import Outgoing

Item = dict[str, object]


def written(outgoing: Outgoing) -> str:
    """An array of items by the CSL-JSON schema of citationstyles.org, each document once, in the order of the contacts.

    What is not public is left out whatever was asked for: a list of references is made to be published.
    """
    cited: dict[str, tuple[Source, list[str]]] = {}
    for contact in outgoing.contacts:
        for source in () if contact.restricted else contact.sources:
            if not source.restricted:
                cited.setdefault(source.url, (source, []))[1].append(contact.contact_id)
    return json_text([_item(source, ids) for source, ids in cited.values()]) + "\n"


def item_id(url: str) -> str:
    """An id that a document keeps as long as its address: the first 12 hexadecimal digits of the SHA-256 of it."""
    return f"detente-{sha256(url.encode('utf-8', 'backslashreplace')).hexdigest()[:12]}"


def _item(source: Source, ids: Sequence[str]) -> Item:
    third = source.side in (THIRD_SIDE, THIRD_PARTY)
    item: Item = {
        "id": item_id(source.url),
        "type": "article-newspaper" if third else "webpage",
        "title": source.title,
        "container-title": source.publisher,
        "publisher": source.publisher,
        "issued": None if source.published is None else _date(source.published),
        "accessed": None if source.accessed is None else _date(source.accessed),
        "URL": source.url,
        "archive": _host(source.archived_url),
        "archive_location": source.archived_url,
        "language": source.language,
        "note": _note(source, ids, third),
    }
    return {key: value for key, value in item.items() if value}


def _host(url: str | None) -> str | None:
    try:
        return urlsplit(url).hostname if url else None
    except ValueError:  # it is kept as text, whatever it is
        return None


def _note(source: Source, ids: Sequence[str], third: bool) -> str:
    account = "" if third else f"account of {source.side}; "
    return f"Admiralty grade {source.reliability}{source.credibility}; {account}cited for {', '.join(ids)}"


def _date(text: str) -> Item:
    """Parts as far as they are known, two for a range; ``circa`` where the date is hedged or one day within several."""
    try:
        parts = date_parts(parse(text))
    except RejectedError:
        return {"literal": text}
    ends = [parts.first] if parts.last is None else [parts.first, parts.last]
    told: Item = {"date-parts": [list(end) for end in ends]}
    if parts.season is not None:
        told["season"] = parts.season
    return {**told, "circa": True} if parts.approximate else told
