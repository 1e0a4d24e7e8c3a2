"""Where the record is kept: the only home of sqlalchemy and alembic; hands out domain objects, never rows."""
