"""How is a row of event data cited, so that anybody can find it again?"""

import re
from typing import TYPE_CHECKING
from urllib.parse import quote

from detente.domain.cited import source_at
from detente.domain.contacts import Source
from detente.domain.vocabulary import THIRD_SIDE, Reliability
from detente.errors import RejectedError

if TYPE_CHECKING:
    from detente.formats.events.telling import Row

NAMES = {"icews": "ICEWS", "gdelt": "GDELT", "polecat": "POLECAT", "keds": "KEDS"}
"""How a dataset is called in sentences, by the word for it in an id."""

PAGES = {
    "icews": "https://doi.org/10.7910/DVN/28075",
    "gdelt": "https://www.gdeltproject.org/",
    "polecat": "https://doi.org/10.7910/DVN/AJGVIT",
    "keds": "https://eventdata.parusanalytics.com/data.html",
}
"""Where a dataset is published: cited, with what names the row, where the row has no address of its own."""

_MOST_OF_ADDRESS = 2_000
_ADDRESS = re.compile(r"https?://\S+")


def source_of(row: "Row", dataset: str) -> Source:
    """The row as a source: third party's, reliability and credibility unknown (F6).

    ``published`` is the day on which the data say they took it up, else that of the event.
    """
    named = _article(row)
    url = f"{named.url}{'&' if '#' in named.url else '#'}" if named else f"{PAGES[dataset]}#"
    return Source(
        url=url + _fragment(row, dataset, named is not None),
        publisher=row.publisher or (named.publisher if named else NAMES[dataset]),
        published=(row.published or row.day).isoformat(),
        title=_title(row, dataset),
        language=row.language or (named.language if named else "en"),
        side=THIRD_SIDE,
        reliability=Reliability.F,
        credibility=6,
    )


def _article(row: "Row") -> Source | None:
    """What the address of the row says; None where there is no web address, but the name of a service or a long text."""
    url = row.url or ""
    if len(url) > _MOST_OF_ADDRESS or _ADDRESS.fullmatch(url) is None:
        return None
    try:
        return source_at(url, THIRD_SIDE)
    except RejectedError:
        return None


def _fragment(row: "Row", dataset: str, has_address: bool) -> str:
    """What names the row: its id (of ICEWS with its date, without which it is not unique), else its file and line."""
    if row.event_id is None:
        return f"{quote(row.file, safe='')}-line-{row.line}"
    id_ = quote(row.event_id, safe="")
    if dataset == "icews":
        return f"{id_}-{row.day.isoformat()}"
    return f"{dataset}-{id_}"


def _title(row: "Row", dataset: str) -> str:
    said = f"{row.a_name or row.a_party} → {row.b_name or row.b_party}"
    return f"{NAMES[dataset]} event of {row.day.isoformat()}, code {row.code}: {said}"
