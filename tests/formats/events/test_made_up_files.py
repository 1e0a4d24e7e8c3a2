"""Each format's made-up file holds every trap of the field; the contacts in it were listed by hand, from its lines."""

import pytest

from detente.domain.contacts import Contact
from detente.formats.events.reading import Wanted
from tests.formats.events.conftest import MADE_UP, NUMBERS, Extracting

ICEWS = """
fra-rus-2014-03-05-phone-icews|held|minister|-|-|3|Jean-Yves Le Drian, Sergei Shoigu|Call of France and Russia; 3 rows of ICEWS
irn-tur-2014-06-10-in-person-off-icews|held|official|IRN|-|2||Visit of Türkiye to Iran; 2 rows of ICEWS
cod-usa-2015-01-10-other-off-icews|held|official|-|-|1||Consultation of The Democratic Republic of the Congo and United States, mode unknown; 1 row of ICEWS
deu-fra-2016-05-02-other-off-icews|planned|official|-|-|1||Intent of Germany and France to meet or negotiate, mode unknown; 1 row of ICEWS
deu-fra-2016-05-03-in-person-off-icews|held|official|DEU|-|1||Visit of France to Germany; 1 row of ICEWS
rus-usa-2017-01-05-other-off-icews|requested|official|-|USA|1||Request of a meeting between Russia and United States, mode unknown; 1 row of ICEWS
rus-usa-2017-01-06-other-off-icews|declined|official|-|-|1||Proposal of a meeting between Russia and United States rejected, mode unknown; 1 row of ICEWS
rus-usa-2017-01-07-other-off-icews|cancelled|official|-|-|1||Negotiation of Russia and United States halted, mode unknown; 1 row of ICEWS
syr-tur-2018-07-10-in-person-icews|held|minister|-|-|1|Hulusi Akar|Meeting of Syria and Türkiye at a third location; 1 row of ICEWS
rus-tur-2018-07-20-other-off-icews|held|official|-|-|1||Negotiation of Russia and Türkiye, mode unknown; 1 row of ICEWS
"""

QUADRUPLES = """
fra-rus-2014-03-05-phone-icews|held|minister|-|-|4|Sergei Shoigu|Call of France and Russia; 4 rows of ICEWS
cod-usa-2014-04-01-in-person-off-icews|held|official|COD|-|2||Visit of United States to The Democratic Republic of the Congo; 2 rows of ICEWS
rus-usa-2014-05-01-in-person-off-icews|held|official|-|-|1||Meeting of Russia and United States at a third location; 1 row of ICEWS
syr-tur-2014-06-01-other-off-icews|declined|official|-|-|1||Proposal of a meeting between Syria and Türkiye rejected, mode unknown; 1 row of ICEWS
"""

BY_NUMBER = """
fra-rus-2014-03-05-phone-icews|held|minister|-|-|3|Sergei Shoigu|Call of France and Russia; 3 rows of ICEWS
cod-usa-2014-04-01-in-person-off-icews|held|official|COD|-|1||Visit of United States to The Democratic Republic of the Congo; 1 row of ICEWS
"""

GDELT = """
deu-fra-2005-02-18-other-off-gdelt|planned|official|-|-|1||Intent of Germany and France to meet or negotiate, mode unknown; 1 row of GDELT
fra-rus-2013-01-05-phone-off-gdelt|held|official|-|-|3||Call of France and Russia; 3 rows of GDELT
rus-usa-2014-04-03-in-person-off-gdelt|held|official|RUS|-|3||Visit of United States to Russia; 3 rows of GDELT
syr-tur-2015-02-18-other-off-gdelt|held|official|-|-|1||Negotiation of Syria and Türkiye, mode unknown; 1 row of GDELT
rou-rus-2015-03-01-phone-gdelt|held|minister|-|-|1|Sergei Shoigu|Call of Romania and Russia; 1 row of GDELT
"""

POLECAT = """
rus-usa-2023-03-15-phone-polecat|held|minister|-|-|3|Sergei Shoigu, Lloyd Austin|Call of Russia and United States; 3 rows of POLECAT
deu-fra-2023-04-10-in-person-off-polecat|held|official|FRA|-|1||Visit of Germany to France; 1 row of POLECAT
deu-fra-2023-04-20-in-person-off-polecat|held|official|-|-|1||Multilateral meeting with Germany and France; 1 row of POLECAT
deu-fra-2023-04-30-in-person-off-polecat|held|official|-|-|1||Meeting of Germany and France at a third location; 1 row of POLECAT
deu-rus-2023-05-10-other-off-polecat|requested|official|-|DEU|1||Request of a meeting between Germany and Russia, mode unknown; 1 row of POLECAT
deu-rus-2023-05-10-other-off-polecat-2|declined|official|-|-|1||Proposal of a meeting between Germany and Russia rejected, mode unknown; 1 row of POLECAT
syr-tur-2023-05-20-other-off-polecat|planned|official|-|-|1||Intent of Syria and Türkiye to meet or negotiate, mode unknown; 1 row of POLECAT
"""

KEDS_CAMEO = """
fra-rus-1979-04-04-phone-off-keds|held|official|-|-|2||Call of France and Russia; 2 rows of KEDS
rus-usa-2004-04-03-in-person-off-keds|held|official|RUS|-|2||Visit of United States to Russia; 2 rows of KEDS
syr-tur-2005-06-01-other-off-keds|cancelled|official|-|-|1||Negotiation of Syria and Türkiye halted, mode unknown; 1 row of KEDS
"""

KEDS_WEIS = """
fra-rus-1979-04-04-other-off-keds|held|official|-|-|1||Consultation of France and Russia, mode unknown; 1 row of KEDS
syr-tur-1979-05-01-in-person-off-keds|held|official|SYR|-|2||Visit of Türkiye to Syria; 2 rows of KEDS
"""

FILES = {
    "made_up_icews.tab": ("icews", Wanted(), ICEWS),
    "made_up_quadruples.txt": ("icews-names", Wanted(), QUADRUPLES),
    "made_up_numbers": ("icews-ids", NUMBERS, BY_NUMBER),
    "made_up_gdelt.csv": ("gdelt", Wanted(), GDELT),
    "made_up_polecat.txt": ("polecat", Wanted(), POLECAT),
    "made_up_keds_cameo.txt": ("keds", Wanted("cameo"), KEDS_CAMEO),
    "made_up_keds_weis.txt": ("keds", Wanted("weis"), KEDS_WEIS),
}


def line_of(contact: Contact) -> str:
    people = ", ".join(participant.person or "" for participant in contact.participants)
    told = [contact.contact_id, contact.status, contact.level, contact.host or "-", contact.initiator or "-"]
    return "|".join([*told, str(len(contact.sources)), people, contact.summary])


@pytest.mark.parametrize("name", FILES)
def test_the_contacts_are_those_listed_by_hand(name: str, extracting: Extracting) -> None:
    format_, wanted, expected = FILES[name]
    found = extracting(MADE_UP / name, format_, wanted)
    assert [line_of(contact) for contact in found.contacts] == expected.strip().splitlines()


OUTCOMES = {
    # read, of contacts, there twice, of no contact code, no defence actor, unknown country, one country, refused
    "made_up_icews.tab": (26, 14, 1, 2, 3, 2, 1, 4),
    "made_up_quadruples.txt": (16, 8, 0, 1, 1, 4, 0, 2),
    "made_up_numbers": (9, 4, 0, 1, 0, 1, 0, 3),
    "made_up_gdelt.csv": (21, 10, 1, 2, 1, 3, 1, 4),
    "made_up_polecat.txt": (15, 9, 0, 2, 1, 1, 0, 2),
    "made_up_keds_cameo.txt": (12, 5, 0, 1, 1, 2, 1, 2),
    "made_up_keds_weis.txt": (7, 3, 0, 4, 0, 0, 0, 0),
}


@pytest.mark.parametrize("name", OUTCOMES)
def test_every_row_is_accounted_for(name: str, extracting: Extracting) -> None:
    format_, wanted, _ = FILES[name]
    found = extracting(MADE_UP / name, format_, wanted)
    reasons = (
        "no code of a contact",
        "a side is no defence actor",
        "a side is of no country that the record knows",
        "both sides are of one country",
    )
    passed_over = [found.passed_over.get(reason, 0) for reason in reasons]
    refused = sum(found.refused.values())
    assert (found.read, found.kept, found.repeated, *passed_over, refused) == OUTCOMES[name]
    assert found.read == found.kept + sum(passed_over) + refused
    assert sum(len(contact.sources) for contact in found.contacts) == found.kept - found.repeated


REFUSED = {
    "made_up_icews.tab": {
        "made_up_icews.tab:21: has not the 20 columns of an ICEWS file",
        "made_up_icews.tab:22: has no day like 2014-04-03 in its second column",
        "made_up_icews.tab:23: has no CAMEO code",
        "made_up_icews.tab:24: has a code that CAMEO does not have",
    },
    "made_up_numbers": {
        "train.txt:7: names a relation that the map does not have",
        "train.txt:8: names an entity that the map does not have",
        "train.txt:9: has no whole number of hours in its fourth column",
    },
    "made_up_gdelt.csv": {
        "made_up_gdelt.csv:18: has no number in GLOBALEVENTID",
        "made_up_gdelt.csv:19: has no day like 20140403 in SQLDATE",
        "made_up_gdelt.csv:20: has no CAMEO code",
        "made_up_gdelt.csv:21: has not the 57, 58 or 61 columns of a GDELT file",
    },
    "made_up_polecat.txt": {
        "made_up_polecat.txt:15: has no day like 2023-04-03 in Event Date",
        "made_up_polecat.txt:16: has not as many columns as the first line names",
    },
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_line_is_named_with_its_reason(name: str, extracting: Extracting) -> None:
    format_, wanted, _ = FILES[name]
    assert set(extracting(MADE_UP / name, format_, wanted).lines) == REFUSED[name]


def contact_of(extracting: Extracting, name: str, contact_id: str) -> Contact:
    format_, wanted, _ = FILES[name]
    found = extracting(MADE_UP / name, format_, wanted)
    return next(contact for contact in found.contacts if contact.contact_id == contact_id)


def test_every_row_is_a_source_of_its_own_that_nobody_vouches_for(extracting: Extracting) -> None:
    call = contact_of(extracting, "made_up_icews.tab", "fra-rus-2014-03-05-phone-icews")
    page = "https://doi.org/10.7910/DVN/28075"
    assert [source.url for source in call.sources] == [
        f"{page}#101-2014-03-05",
        f"{page}#102-2014-03-05",
        f"{page}#103-2014-03-07",
    ]
    assert {(one.side, one.reliability, one.credibility, one.publisher) for one in call.sources} == {
        ("third", "F", 6, "Made-up Times")
    }
    assert [source.published for source in call.sources] == ["2014-03-05", "2014-03-05", "2014-03-07"]


def test_the_address_of_an_article_is_kept_and_the_event_named_behind_it(extracting: Extracting) -> None:
    visit = contact_of(extracting, "made_up_gdelt.csv", "rus-usa-2014-04-03-in-person-off-gdelt")
    assert [source.url for source in visit.sources] == [
        "https://news.example/a-visit#gdelt-900010",
        "https://news.example/a-visit#gdelt-900011",
        "https://other.example/page#section&gdelt-900012",
    ]
    assert visit.sources[0].publisher == "news.example"


@pytest.mark.parametrize(
    ("contact_id", "url"),
    [
        ("fra-rus-2013-01-05-phone-off-gdelt", "https://www.gdeltproject.org/#gdelt-900001"),  # 57 columns
        ("syr-tur-2015-02-18-other-off-gdelt", "https://www.gdeltproject.org/#gdelt-900013"),  # the name of a service
    ],
)
def test_a_row_without_an_address_is_cited_by_the_page_of_the_data(contact_id: str, url: str, extracting: Extracting) -> None:
    assert contact_of(extracting, "made_up_gdelt.csv", contact_id).sources[0].url == url


def test_keds_rows_are_cited_by_file_and_line(extracting: Extracting) -> None:
    call = contact_of(extracting, "made_up_keds_cameo.txt", "fra-rus-1979-04-04-phone-off-keds")
    assert [source.url.partition("#")[2] for source in call.sources] == [
        "made_up_keds_cameo.txt-line-1",
        "made_up_keds_cameo.txt-line-2",
    ]


def test_a_language_that_the_schema_cannot_hold_is_taken_for_english(extracting: Extracting) -> None:
    call = contact_of(extracting, "made_up_polecat.txt", "rus-usa-2023-03-15-phone-polecat")
    assert {source.url.partition("#")[2]: source.language for source in call.sources} == {
        "polecat-p1": "en",
        "polecat-p2": "ru",
        "polecat-p3": "en",
    }
    assert {source.published for source in call.sources} == {"2023-03-15", "2023-03-16", "2023-03-17"}


def test_an_event_dated_ten_years_before_its_file_is_kept_and_said_to_be(extracting: Extracting) -> None:
    recalled = contact_of(extracting, "made_up_gdelt.csv", "deu-fra-2005-02-18-other-off-gdelt")
    assert recalled.sources[0].published == "2015-02-18"
    assert "added up to 3,652 days after" in (recalled.note or "")  # two leap days: 2008 and 2012


def test_a_visit_that_may_only_have_been_announced_says_so(extracting: Extracting) -> None:
    visit = contact_of(extracting, "made_up_icews.tab", "deu-fra-2016-05-03-in-person-off-icews")
    call = contact_of(extracting, "made_up_icews.tab", "fra-rus-2014-03-05-phone-icews")
    assert "intent to meet" in (visit.note or "")
    assert "intent to meet" not in (call.note or "")


def test_a_channel_that_differs_is_kept_with_its_source(extracting: Extracting) -> None:
    call = contact_of(extracting, "made_up_gdelt.csv", "fra-rus-2013-01-05-phone-off-gdelt")
    assert [(one.field, one.value, one.source_url) for one in call.values] == [
        ("channel", "in-person", "https://www.gdeltproject.org/#gdelt-900003")
    ]
    assert call.host is None
