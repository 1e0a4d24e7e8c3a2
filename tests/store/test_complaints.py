import psycopg
import pytest
from sqlalchemy import create_engine
from sqlalchemy.exc import OperationalError

from detente.errors import StoreError
from detente.store.complaints import told_plainly

REACH = "check that the server runs and may be reached"


@pytest.mark.parametrize(
    ("said", "mend"),
    [
        ('connection to server at "127.0.0.1", port 40001 failed: Connection refused', REACH),  # also a SQLSTATE
        ('connection to server at "database.example.org", port 5432 failed: Connection refused', REACH),
        ('connection to server at "role-play", port 5432 failed: timeout expired', REACH),
        (
            'connection failed: FATAL:  role "anna" does not exist',
            "check the user in the URL; docs/postgresql.md shows how to make one",
        ),
        (
            'connection failed: FATAL:  database "record" does not exist',
            "check the name in the URL, or make the database: createdb --encoding=UTF8 NAME",
        ),
        (
            'connection failed: FATAL:  no pg_hba.conf entry for host "::1"',
            "ask the administrator of the server to admit this user from here",
        ),
    ],
)
def test_what_mends_it_is_read_from_words_of_the_server_and_not_from_its_address(said: str, mend: str) -> None:
    engine = create_engine("postgresql+psycopg://u@h/r")
    with pytest.raises(StoreError) as told, told_plainly(engine):
        raise OperationalError(None, None, psycopg.OperationalError(said))
    assert told.value.mend == mend
