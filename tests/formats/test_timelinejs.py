import json
from html.parser import HTMLParser
from typing import Any

from detente.domain.contacts import Contact
from detente.formats.timelinejs import written
from tests.formats.outgoing import HOSTILE_CONTACT, contact, outgoing, says, source


def slide(made: Contact) -> dict[str, Any]:
    (found,) = json.loads(written(outgoing(made)))["events"]
    assert isinstance(found, dict)
    return found


def test_a_call_by_hand() -> None:
    made = contact(
        contact_id="a-call",
        summary="They spoke.",
        sources=(source(),),
        statements=(says("syria", "FRA"), says("libya", "FRA"), says("syria", "FRA"), says("libya", "RUS", "denies")),
    )
    assert slide(made) == {
        "unique_id": "a-call",
        "start_date": {"year": 2024, "month": 4, "day": 3},
        "display_date": "3 April 2024",
        "group": "phone",
        "text": {
            "headline": "France – Russia: phone",
            "text": "<p>They spoke.</p><p>FRA reports: Syria, Libya</p><p>RUS denies: Libya</p>"
            "<p>Sources: The Paper, A title, 2024-04-03, https://example.org/a</p>",
        },
        "autolink": False,
    }


def test_dates_are_as_uncertain_as_they_are() -> None:
    about, month, visit, within = (
        slide(contact(when)) for when in ("2022-03-12~", "2023-05", "2015-12-21/2015-12-23", "[2022-06-01..2022-07-12]")
    )
    assert (about["display_date"], about["start_date"]) == ("about 12 March 2022", {"year": 2022, "month": 3, "day": 12})
    assert (month["display_date"], month["start_date"]) == ("May 2023", {"year": 2023, "month": 5})
    assert visit["end_date"] == {"year": 2015, "month": 12, "day": 23}
    assert visit["display_date"] == "21 December 2015 to 23 December 2015"
    assert within["display_date"] == "between 1 June 2022 and 12 July 2022"


def test_what_was_not_held_says_so() -> None:
    assert slide(contact(status="declined"))["text"]["headline"] == "France – Russia: phone (declined)"


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.add(tag)


def test_hostile_text_is_text() -> None:
    text = written(outgoing(HOSTILE_CONTACT))
    assert "\x00" not in text
    assert "\x1b" not in text
    found = slide(HOSTILE_CONTACT)
    for html in (found["text"]["headline"], found["text"]["text"], found["display_date"]):
        seen = _Tags()
        seen.feed(html)
        assert seen.tags <= {"p"}
    assert "שלום 🎈" in found["text"]["text"]
