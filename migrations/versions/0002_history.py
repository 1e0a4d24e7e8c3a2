"""History: which revision wrote each record, what it said before, and who changed it.

What was recorded under the first schema is given one revision for each moment of recording, by an author not known.
"""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

REFERENCE = ("party", "topic", "officeholder")
TIMED = ("contact", "coverage")
VERSIONED = (*REFERENCE, "folder", *TIMED, "claim")


def upgrade() -> None:
    _tables()
    _revisions_of_what_is_there()
    for table in VERSIONED:
        with op.batch_alter_table(table) as batch:  # added without a rebuild, filled, then made NOT NULL
            batch.add_column(sa.Column("first_revision", sa.Integer(), nullable=True))
            batch.add_column(sa.Column("revision", sa.Integer(), nullable=True))
            if table in REFERENCE:
                batch.add_column(sa.Column("imported", sa.Integer(), nullable=True))
    _fill()
    for table in VERSIONED:
        with op.batch_alter_table(table, copy_from=_as_it_is(table)) as batch:
            for column in ("first_revision", "revision"):
                batch.alter_column(column, existing_type=sa.Integer(), nullable=False)
                batch.create_foreign_key(op.f(f"fk_{table}_{column}"), "revision", [column], ["number"])
            if table in REFERENCE:
                batch.create_foreign_key(op.f(f"fk_{table}_imported"), "revision", ["imported"], ["number"])
                batch.drop_column("seeded")
            if table in TIMED:
                batch.drop_column("recorded_at")
    if op.get_bind().dialect.name == "postgresql":
        _order_by_bytes()


def downgrade() -> None:
    for table in VERSIONED:
        with op.batch_alter_table(table) as batch:
            if table in REFERENCE:
                batch.add_column(sa.Column("seeded", sa.Boolean(), nullable=True))
            if table in TIMED:
                batch.add_column(sa.Column("recorded_at", sa.String(length=25), nullable=True))
    for table in REFERENCE:
        op.execute(f"UPDATE {table} SET seeded = (imported IS NULL)")
    for table in TIMED:
        op.execute(f"UPDATE {table} SET recorded_at = (SELECT recorded_at FROM revision WHERE number = {table}.first_revision)")
    for table in VERSIONED:
        with op.batch_alter_table(table, copy_from=_as_it_is(table)) as batch:
            if table in REFERENCE:
                batch.alter_column("seeded", existing_type=sa.Boolean(), nullable=False)
                batch.drop_constraint(op.f(f"fk_{table}_imported"), type_="foreignkey")
                batch.drop_column("imported")
            if table in TIMED:
                batch.alter_column("recorded_at", existing_type=sa.String(length=25), nullable=False)
            for column in ("first_revision", "revision"):
                batch.drop_constraint(op.f(f"fk_{table}_{column}"), type_="foreignkey")
                batch.drop_column(column)
    op.drop_index(op.f("ix_superseded_until"), "superseded")
    op.drop_table("superseded")
    op.drop_table("revision")


def _tables() -> None:
    op.create_table(
        "revision",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("recorded_at", sa.String(length=25), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("command", sa.String(length=20), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["undoes"], ["revision.number"], name=op.f("fk_revision_undoes")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_revision")),
    )
    op.create_table(
        "superseded",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("record", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("until", sa.Integer(), nullable=False),
        sa.Column("first_revision", sa.Integer(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["revision"], ["revision.number"], name=op.f("fk_superseded_revision")),
        sa.ForeignKeyConstraint(["until"], ["revision.number"], name=op.f("fk_superseded_until")),
        sa.PrimaryKeyConstraint("kind", "record", "revision", name=op.f("pk_superseded")),
    )
    op.create_index(op.f("ix_superseded_until"), "superseded", ["until"])


def _revisions_of_what_is_there() -> None:
    """One revision for the making of the store, where it holds anything, and one for each moment of recording."""
    bind = op.get_bind()
    times = bind.execute(sa.text("SELECT recorded_at FROM contact UNION SELECT recorded_at FROM coverage")).scalars().all()
    if not bind.scalar(sa.text("SELECT count(*) FROM party")):
        return  # a new store: whoever makes it writes its first revision
    made = min(times, default=datetime.now(UTC).isoformat(timespec="seconds"))
    rows = [(made, "init", "the store is made")]
    rows += [(time, "record", "recorded before authors were kept") for time in sorted(times)]
    table = sa.table(
        "revision", *(sa.column(name) for name in ("number", "recorded_at", "author", "command", "about"))
    )  # fmt: skip
    op.bulk_insert(
        table,
        [
            {"number": number, "recorded_at": time, "author": "", "command": command, "about": about}
            for number, (time, command, about) in enumerate(rows, start=1)
        ],
    )


def _fill() -> None:
    by_time = "(SELECT number FROM revision WHERE recorded_at = {0}.recorded_at AND number > 1)"
    of_contact = "(SELECT contact.revision FROM contact WHERE contact.contact_id = claim.contact_id)"
    of_folder = "(SELECT min(contact.revision) FROM contact WHERE contact.folder = claim.folder)"
    written = {table: by_time.format(table) for table in TIMED} | {"claim": f"coalesce({of_contact}, {of_folder}, 1)"}
    for table in (*REFERENCE, "folder", *TIMED, "claim"):
        op.execute(f"UPDATE {table} SET revision = {written.get(table, '1')}")
        op.execute(f"UPDATE {table} SET first_revision = revision")
    for table in REFERENCE:
        first = "(SELECT CASE WHEN max(number) > 1 THEN 2 ELSE 1 END FROM revision)"
        op.execute(f"UPDATE {table} SET imported = {first} WHERE NOT seeded")


def _as_it_is(name: str) -> sa.Table:
    """The table with its CHECKs, which reflection leaves out, so that a rebuild on SQLite keeps them."""
    bind = op.get_bind()
    table = sa.Table(name, sa.MetaData(), autoload_with=bind, resolve_fks=False)
    for check in sa.inspect(bind).get_check_constraints(name):
        table.append_constraint(sa.CheckConstraint(check["sqltext"], name=op.f(str(check["name"]))))
    return table


def _order_by_bytes() -> None:
    """Texts sort as on SQLite, by their bytes, whatever language the database was made for.

    What pg_database says of that language cannot be relied on: with ICU its datcollate means nothing. The database is asked.
    On the way down the columns stay like that.
    """
    bind = op.get_bind()
    if bind.scalar(sa.text("SELECT 'B' < 'a' AND 'z' < 'é'")):
        return
    inspector = sa.inspect(bind)
    for table in inspector.get_table_names():
        columns = [c for c in inspector.get_columns(table) if isinstance(c["type"], sa.String)]
        texts = {
            c["name"]: c["type"] for c in columns if getattr(c["type"], "collation", None) != "C"
        }  # some are, after a way down and up
        if texts and table != "alembic_version":
            changes = ", ".join(f'ALTER COLUMN "{name}" TYPE {kind} COLLATE "C"' for name, kind in texts.items())
            op.execute(f'ALTER TABLE "{table}" {changes}')
