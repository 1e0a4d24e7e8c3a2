"""The migrated schema on PostgreSQL: sorted by bytes whatever the language, and made of what its relatives know too."""

import pytest

from detente.store.creating import create
from detente.store.opening import Store
from tests.support.places import Place
from tests.support.postgres import Server


@pytest.fixture
def place(places: dict[str, Place]) -> Place:
    return places["postgresql"]


OURS = "FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public'"


def asked(store: Store, query: str) -> list[str]:
    with store.reading() as connection:
        return [str(cell) for cell in connection.exec_driver_sql(query).scalars()]


def test_the_database_itself_sorts_by_a_language(empty: Store) -> None:
    """Otherwise the next test would show nothing."""
    assert asked(empty, "SELECT 'a' < 'B'") == ["True"]


def test_every_column_of_text_sorts_by_its_bytes(empty: Store) -> None:
    columns = "FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'alembic_version'"
    texts = f"{columns} AND data_type IN ('text', 'character varying', 'character')"
    assert len(asked(empty, f"SELECT column_name {texts}")) > 80
    assert asked(empty, f"SELECT table_name || '.' || column_name {texts} AND collation_name IS DISTINCT FROM 'C'") == []


def test_the_same_in_a_database_that_sorts_by_bytes_already(server: Server) -> None:
    with server.connect() as administrator:
        administrator.execute("CREATE DATABASE bytes OWNER detente LOCALE_PROVIDER libc LOCALE 'C.UTF-8' TEMPLATE template0")
    with create(server.url("bytes")) as store:
        assert asked(store, "SELECT count(*) FROM party WHERE code < 'a'") == ["253"]
        assert asked(store, "SELECT code FROM party ORDER BY name LIMIT 1") == ["AFG"]
    with server.connect() as administrator:
        administrator.execute("DROP DATABASE bytes WITH (FORCE)")


@pytest.mark.parametrize(
    ("what", "query"),
    [
        ("a constraint that is checked late, or excludes", "SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND (condeferrable OR contype = 'x')"),
        ("a trigger of its own", "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal"),
        ("a native enum or a domain", "SELECT typname FROM pg_type t JOIN pg_namespace n ON n.oid = t.typnamespace WHERE n.nspname = 'public' AND typtype IN ('e', 'd', 'r')"),
        ("anything but tables, indexes and views", f"SELECT c.relname {OURS} AND c.relkind NOT IN ('r', 'i', 'v')"),
        ("an index that is no B-tree", f"SELECT c.relname {OURS} AND c.relkind = 'i' AND c.relam <> (SELECT oid FROM pg_am WHERE amname = 'btree')"),
        ("an index over an expression, or over some rows", "SELECT indexrelid::regclass FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND (indexprs IS NOT NULL OR indpred IS NOT NULL)"),
        ("a function", "SELECT proname FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace WHERE n.nspname = 'public'"),
        ("a table without a primary key", f"SELECT c.relname {OURS} AND c.relkind = 'r' AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conrelid = c.oid AND contype = 'p')"),
        ("a rule of uniqueness beside the key", "SELECT conname FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND contype = 'u'"),
        ("deletion that cascades", "SELECT conname FROM pg_constraint WHERE contype = 'f' AND (confdeltype <> 'a' OR confupdtype <> 'a')"),
        ("a column of a type that only some know", "SELECT table_name || '.' || column_name FROM information_schema.columns WHERE table_schema = 'public' AND data_type NOT IN ('text', 'character varying', 'integer', 'boolean', 'double precision')"),
        ("a generated or numbered column", "SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND (is_generated <> 'NEVER' OR is_identity <> 'NO' OR column_default IS NOT NULL)"),
    ],
)  # fmt: skip
def test_the_schema_holds_nothing_that_other_engines_do_not_know(empty: Store, what: str, query: str) -> None:
    assert asked(empty, query) == [], what
