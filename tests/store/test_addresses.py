"""How stores are addressed, and what of an address is shown."""

import pytest

from detente.errors import StoreError
from detente.store.addresses import read_url, servers_of, shown
from detente.store.opening import open_store

READ = [
    ("postgresql://reader:hush@db.example/record", "postgresql://reader:***@db.example/record"),
    ("postgres://reader:hush@db.example:5433/record", "postgresql://reader:***@db.example:5433/record"),
    ("postgresql+psycopg://db.example/record", "postgresql://db.example/record"),
    ("postgresql://db.example/record?user=reader&password=hush", "postgresql://reader:***@db.example/record"),
    ("postgresql://db.example/record?sslpassword=hush", "postgresql://db.example/record?sslpassword=***"),
    ("postgresql://u:hu%40sh%2F@h/r", "postgresql://u:***@h/r"),
    ("postgresql://u:hu@sh@h/r", "postgresql://u:***@h/r"),
    ("postgresql://u%40x@h/r%C3%A9cord", "postgresql://u%40x@h/r%C3%A9cord"),
    ("postgresql://h1:5432,h2:5433/r?target_session_attrs=any", "postgresql://h1:5432,h2:5433/r?target_session_attrs=any"),
    ("postgresql://u:hush@h1,h2:5433/r", "postgresql://u:***@h1,h2:5433/r"),
    ("postgresql://u:hush@/r?host=h1:5432&host=h2:5433", "postgresql://u:***@h1:5432,h2:5433/r"),
    ("postgresql://u@/r?host=h1,h2&port=5432,5433", "postgresql://u@h1:5432,h2:5433/r"),
    ("postgresql://u@/r?host=h1,h2&port=5433", "postgresql://u@h1:5433,h2:5433/r"),
    ("postgresql://[::1]:5433,[fe80::2]/r", "postgresql://[::1]:5433,[fe80::2]/r"),
    ("postgresql://[::1]/r", "postgresql://[::1]/r"),
    ("postgresql://u@/r?host=/run/postgresql&port=5433", "postgresql://u@/r?host=/run/postgresql&port=5433"),
    ("postgresql://%2Frun%2Fpostgresql/r", "postgresql:///r?host=/run/postgresql"),
    ("postgresql:///r", "postgresql:///r"),
    ("postgresql://?service=team", "postgresql:///?service=team"),
    ("postgresql://h/?dbname=r", "postgresql://h/r"),
    ("sqlite:////srv/record.db", "/srv/record.db"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), READ)
def test_what_is_shown_leads_to_the_same_place_and_holds_no_password(text: str, told: str) -> None:
    url = read_url(text)
    assert shown(url) == told
    assert "hu" not in told.replace("hush", "hu", 0) or "hush" not in told
    if not told.startswith("/"):
        again = read_url(told)
        assert shown(again) == told
        assert servers_of(again) == servers_of(url)
        assert (again.database, again.username, again.port) == (url.database, url.username, url.port)


def test_the_password_itself_is_kept() -> None:
    assert read_url("postgresql://u:hu%40sh%2F@h/r").password == "hu@sh/"
    assert read_url("postgresql://h/r?password=hush").password == "hush"


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://[",
        "postgresql://u:hush@h:hush/r",
        "postgresql://u:hu/sh@h/r",
        "postgresql://h1,h2/r?port=1,2,3",
        "postgresql://h:1:2/r",
        "postgresql://u:hush@h/r?autocommit=1",
        "nonsense://u:hush@x",
        "mysql://u:hush@h/r",
        "postgresql://u:hu#sh@h/r",
        "postgresql://u@h/r?options=hu@sh",
        "sqlite:relative://hush",
        "://hush",
    ],
)
def test_an_address_that_leads_nowhere_is_not_repeated(text: str) -> None:
    with pytest.raises(StoreError) as refused:
        open_store(text)
    assert "hu" not in str(refused.value)
