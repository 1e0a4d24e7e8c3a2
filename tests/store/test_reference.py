"""Names of parties, topics and people, and what is said of a name that is not known."""

import pytest

from detente.domain.parties import Party
from detente.domain.topics import Topic
from detente.errors import NotFoundError, RejectedError
from detente.store.contacts import contact, contacts
from detente.store.opening import Store
from detente.store.reference import add_party, add_topic, find_party, find_person, find_topic, officeholders, parties, topics
from tests.store.test_series import FRA_RUS


@pytest.mark.parametrize(
    ("text", "code"),
    [("FRA", "FRA"), ("fr", "FRA"), ("france", "FRA"), ("Russian Federation", "RUS"), ("russia", "RUS"), ("Turkey", "TUR"),
     ("türkiye", "TUR"), ("TURKIYE", "TUR"), ("us", "USA"), ("United Kingdom", "GBR"), ("uk", "GBR"), ("south korea", "KOR"),
     ("nato", "NATO"), ("European Union", "EU"), ("côte d'ivoire", "CIV"), (" united   states ", "USA"), ("Iran", "IRN")],
)  # fmt: skip
def test_a_party_by_any_of_its_names(empty: Store, text: str, code: str) -> None:
    assert find_party(empty, text).code == code


def test_a_misspelt_name_brings_the_nearest(empty: Store) -> None:
    with pytest.raises(NotFoundError, match=r"no party 'Frnace'; did you mean France \(FRA\)"):
        find_party(empty, "Frnace")
    with pytest.raises(NotFoundError, match=r"no topic 'ukrain-war'; did you mean ukraine-war"):
        find_topic(empty, "ukrain-war")
    with pytest.raises(NotFoundError, match=r"did you mean Sébastien Lecornu\?"):
        find_person(empty, "Sebastien Lecornou")
    with pytest.raises(NotFoundError, match=r"no party 'Qqqq'; run: detente vocab list parties"):
        find_party(empty, "Qqqq")


@pytest.mark.parametrize(
    ("text", "code"),
    [("Russland", "RUS"), ("Frankreich", "FRA"), ("Россия", "RUS"), ("Allemagne", "DEU"), ("Weissrussland", "BLR"),
     ("Vereinigte Staaten", "USA"), ("états-unis", "USA"), ("Türkei", "TUR"), ("Niger", "NER"), ("Oman", "OMN")],
)  # fmt: skip
def test_a_state_by_its_name_in_other_languages(empty: Store, text: str, code: str) -> None:
    assert find_party(empty, text).code == code


@pytest.mark.parametrize(
    ("text", "mend"),
    [("Paris", "did you mean France (FRA)?"), ("Moskow", "did you mean Russia (RUS)?"), ("Riga", "did you mean Latvia (LVA)?"),
     ("Sweeden", "did you mean Sweden (SWE)?"), ("Russell", "did you mean Russia (RUS)?"),
     ("Wonder land", "run: detente vocab list parties, or add it: detente vocab add party CODE 'Wonder land'"),
     ("XQZ", "run: detente vocab list parties, or add it: detente vocab add party XQZ NAME")],
)  # fmt: skip
def test_a_suggestion_is_near_or_is_not_made(empty: Store, text: str, mend: str) -> None:
    with pytest.raises(NotFoundError) as raised:
        find_party(empty, text)
    assert raised.value.mend == mend


def test_a_state_that_the_store_does_not_know_is_not_suggested(empty: Store) -> None:
    """Its list of names is that of the program; a party may have been taken out of this record."""
    from detente.store.retracting import retract

    retract(empty, "ISL", "a test")
    with pytest.raises(NotFoundError, match="run: detente vocab list parties"):
        find_party(empty, "Reykjavik")
    with pytest.raises(NotFoundError):
        find_party(empty, "Islande")


def test_a_topic_by_the_beginning_of_its_id(empty: Store) -> None:
    assert find_topic(empty, "european-sec").topic == "european-security"
    with pytest.raises(
        NotFoundError, match="'nucl' is the beginning of several topics; which of nuclear-weapons, nuclear-safety"
    ):
        find_topic(empty, "nucl")
    with pytest.raises(NotFoundError, match=r"did you mean ukraine-war\?"):
        find_topic(empty, "ukr-war")
    with pytest.raises(NotFoundError):
        find_topic(empty, "")


def test_an_id_that_is_not_there(shipped: Store) -> None:
    with pytest.raises(NotFoundError, match=r"no contact 'fra-rus-2024-04-03-phon'; did you mean fra-rus-2024-04-03-phone"):
        contact(shipped, "fra-rus-2024-04-03-phon")


def test_topics_by_id_and_label(empty: Store) -> None:
    assert find_topic(empty, "War in Ukraine").topic == "ukraine-war"
    assert find_topic(empty, "UKRAINE-WAR").topic == "ukraine-war"
    assert len(topics(empty)) == 71


def test_a_person_without_accents(empty: Store) -> None:
    assert find_person(empty, "sebastien lecornu") == "Sébastien Lecornu"
    assert {holder.person for holder in officeholders(empty, "FRA") if holder.from_date is None} == set()


def test_the_vocabulary_grows(empty: Store) -> None:
    add_party(empty, Party("ECW", "Economic Community of West African States"))
    assert find_party(empty, "economic community of west african states").code == "ECW"
    assert "ECW" in parties(empty)
    with pytest.raises(RejectedError, match="exists"):
        add_party(empty, Party("ECW", "Other"))
    with pytest.raises(RejectedError, match="exists"):
        add_party(empty, Party("FRX", "France"))
    add_topic(empty, Topic("drones", "Drones", "Unmanned aircraft.", "military-risk", "military"))
    assert list(topics(empty))[-1] == "drones"
    with pytest.raises(RejectedError, match="exists"):
        add_topic(empty, Topic("drones", "Drones", "Again.", None, "military"))
    with pytest.raises(RejectedError, match="is no broad topic"):
        add_topic(empty, Topic("swarms", "Swarms", "Many.", "drones", "military"))


@pytest.mark.parametrize(("text", "count"), [("wagner", 1), ("WAGNER", 1), ("лекорню", 0), ("100%", 0), ("lecornu", 3)])
def test_search_knows_no_case_and_no_wildcards(shipped: Store, text: str, count: int) -> None:
    assert len(contacts(shipped, FRA_RUS, search=text)) == count
