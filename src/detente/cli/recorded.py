"""What if something goes wrong when all is recorded, and only the answer is missing?"""

from collections.abc import Iterator
from contextlib import contextmanager

from detente.errors import StoreError


@contextmanager
def recorded(contact_id: str) -> Iterator[None]:
    """Has an error say first that the contact is on record: whoever logged it must not do so again."""
    try:
        yield
    except StoreError as error:
        what = f"{contact_id} is on record as asked, but cannot be shown: {error.reason}"
        raise StoreError(what, mend=f"see: detente show {contact_id}") from error
