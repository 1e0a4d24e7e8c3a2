"""What hostile input lives on has no place in the source: SQL put together from text, code in data, archives that unpack."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.architecture.source import PACKAGE, ROOT, imports, modules, named, tree

MIGRATIONS = sorted((ROOT / "migrations").rglob("*.py"))


def label(path: Path) -> str:
    """A module as the lists below name it."""
    return named(path) if path.is_relative_to(PACKAGE) else path.relative_to(ROOT).as_posix()


# SQL

TAKES_SQL = {
    "text", "literal_column", "exec_driver_sql", "execute", "executemany", "executescript", "scalar", "scalars", "DDL", "CheckConstraint",
    "TextClause",
}  # fmt: skip
"""Functions and methods whose first argument is SQL, or may be."""

PUT_TOGETHER = {
    ("store/columns.py", "f'{column} IN ({listed})'"): "words of a vocabulary, when the schema is defined",
    (
        "store/engine.py",
        "f'PRAGMA busy_timeout = {_QUEUE_SECONDS * 1000}'",
    ): "a number of this module; a PRAGMA takes no parameters",
    (
        "store/staging.py",
        "f'PRAGMA {schema}.cache_size = -{kilobytes}'",
    ): "names and numbers of this module; a PRAGMA takes no parameters",
    ("store/on_postgresql.py", "f'SELECT pg_advisory_xact_lock({_SCHEMA})'"): "a number of this module",
    ("store/on_postgresql.py", "f\"ANALYZE {', '.join(tables)}\""): "names of tables of the schema",
}
"""SQL that is no constant, by module and expression, with the reason why nothing from outside can be in it."""

LOOKS_LIKE_SQL = re.compile(
    r"\s*(SELECT .* FROM|INSERT INTO|UPDATE .* SET|DELETE FROM|PRAGMA|CREATE (TABLE|INDEX|TEMP|VIEW)|DROP |ALTER |ATTACH )",
    re.DOTALL,
)


def called(node: ast.Call) -> str:
    """The last name of what is called: ``execute`` of ``connection.execute``."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id if isinstance(node.func, ast.Name) else ""


def put_together(node: ast.expr) -> bool:
    """Whether an expression makes a text out of others: an f-string, ``+`` or ``%`` with a text, ``format``, ``join``, ``str``."""
    if isinstance(node, ast.IfExp):
        return put_together(node.body) or put_together(node.orelse)
    if isinstance(node, ast.JoinedStr):
        return any(isinstance(part, ast.FormattedValue) for part in node.values)
    if isinstance(node, ast.BinOp):
        return any(is_text(side) or put_together(side) for side in (node.left, node.right))
    return isinstance(node, ast.Call) and called(node) in ("format", "format_map", "join", "replace", "str")


def is_text(node: ast.expr) -> bool:
    """Whether an expression is a text as it stands."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def sql_of(path: Path) -> Iterator[ast.expr]:
    """What is given to the functions that take SQL."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and called(node) in TAKES_SQL and node.args:
            yield node.args[0]


def test_sql_is_constant_or_built_from_expressions() -> None:
    """Values reach the database as bound parameters only; each place that puts SQL together is listed with its reason."""
    found = {(label(path), ast.unparse(sql)) for path in modules() for sql in sql_of(path) if put_together(sql)}
    assert found == set(PUT_TOGETHER)


def test_no_text_that_looks_like_sql_is_put_together_elsewhere() -> None:
    """Neither is SQL put together first and passed on in a variable."""
    found = set()
    for path in modules():
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.JoinedStr | ast.BinOp) and put_together(node):
                words = "".join(str(part.value) for part in ast.walk(node) if isinstance(part, ast.Constant))
                if LOOKS_LIKE_SQL.match(words):
                    found.add((label(path), ast.unparse(node)))
    assert found <= set(PUT_TOGETHER)


NAMES_ONLY = {"table", "column", "name", "first", "written", "of_contact", "of_folder", "by_time", "target", "kind", "changes"}


def test_migrations_put_only_names_of_tables_and_columns_into_sql() -> None:
    """A revision that changes several tables alike may name them in a loop; nothing that a user wrote is ever in its SQL."""
    for path in MIGRATIONS:
        for sql in sql_of(path):
            if put_together(sql):
                variables = {node.id for node in ast.walk(sql) if isinstance(node, ast.Name)}
                assert variables <= NAMES_ONLY, f"{label(path)}: {ast.unparse(sql)}"


@pytest.mark.parametrize(
    ("source", "caught"),
    [
        ("execute(f'SELECT {x}')", True),
        ("execute('SELECT ' + x)", True),
        ("execute('SELECT %s' % x)", True),
        ("execute('SELECT {}'.format(x))", True),
        ("execute(' '.join(x))", True),
        ("execute(f'a' if x else f'{y}')", True),
        ("execute('SELECT 1')", False),
        ("execute('BEGIN' if x else 'COMMIT')", False),
        ("execute(select(x))", False),
        ("execute(f'SELECT 1')", False),
    ],
)
def test_the_check_itself(source: str, caught: bool) -> None:
    call = ast.parse(source).body[0]
    assert isinstance(call, ast.Expr)
    assert isinstance(call.value, ast.Call)
    assert put_together(call.value.args[0]) is caught


# What unpacks, and what runs

UNPACKS = {"zipfile", "tarfile", "gzip", "bz2", "lzma", "zlib", "zipimport", "zstandard"}
"""Whoever reads an archive has to refuse paths that lead out of it (``..``, links, drives) and contents that outgrow all bounds."""

PACKS_ONLY = {"report/packing.py": ("gzip", {"compress"}, "figure data in a page, which the reader's browser unpacks")}
"""Modules that write compressed data: the library, what they may use of it, and why."""

LOOKS_THROUGH = {
    "formats/unpacking.py": (
        {"zipfile", "zlib"},
        {"extract", "extractall", "writestr", "write", "decompress", "decompressobj", "Path"},
        "workbooks are unpacked in memory, piece by piece, before the library that reads them sees them",
    )
}
"""Modules that read archives: the libraries, what they may not use of them (nothing reaches the disk), and why."""

AFTER_A_LOOK = {"formats/workbook.py": ("load_workbook", "looked_through")}
"""Modules that have a library open an archive: by what, and what must have looked through it before."""

RUNS = {"pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib", "yaml", "xml", "lxml", "code", "runpy", "ctypes"}
"""What makes objects or programs out of data, or follows what a document points to."""

WRITES_ONLY = {("formats/feeds.py", "xml")}
"""Where one of these is used to write alone; see below."""

READS_XML = {"parse", "iterparse", "fromstring", "fromstringlist", "XML", "XMLID", "XMLParser", "XMLPullParser"}


def test_no_archive_is_read_unless_it_was_looked_through() -> None:
    """Workbooks are archives. One module unpacks, to memory and within bounds; bombs for it are in tests/formats/test_hostile_files.py.

    Parquet is compressed too: pyarrow unpacks it row group by row group, within the size that is declared and judged.
    """
    found = {(label(path), name) for path in modules() for name in roots(path) & UNPACKS}
    packing = {(module, library) for module, (library, _, _) in PACKS_ONLY.items()}
    looking = {(module, library) for module, (libraries, _, _) in LOOKS_THROUGH.items() for library in libraries}
    assert found == packing | looking
    for module, (library, allowed, _) in PACKS_ONLY.items():
        used = [
            node.attr
            for node in ast.walk(tree(PACKAGE / module))
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == library
        ]
        assert set(used) <= allowed
    for module, (_, forbidden, _) in LOOKS_THROUGH.items():
        assert {called(node) for node in ast.walk(tree(PACKAGE / module)) if isinstance(node, ast.Call)} & forbidden == set()
    assert {label(path) for path in modules() if "unpack_archive" in path.read_text(encoding="utf-8")} == set()
    assert {label(path) for path in modules() if "load_workbook" in path.read_text(encoding="utf-8")} == set(AFTER_A_LOOK)


@pytest.mark.parametrize("module", AFTER_A_LOOK)
def test_an_archive_is_looked_through_first(module: str) -> None:
    """In the one function that has a workbook opened, the look comes first."""
    _opens, looks = AFTER_A_LOOK[module]
    functions = [node for node in ast.walk(tree(PACKAGE / module)) if isinstance(node, ast.FunctionDef)]
    asked = {
        function.name: [
            called(node)
            for node in sorted(ast.walk(function), key=lambda n: getattr(n, "lineno", 0))
            if isinstance(node, ast.Call)
        ]
        for function in functions
    }
    opening = [calls for calls in asked.values() if "_opened" in calls]
    assert len(opening) == 1
    assert opening[0].index(looks) < opening[0].index("_opened")


@pytest.mark.parametrize("name", [name for name, _ in sorted(WRITES_ONLY)])
def test_what_writes_xml_reads_none(name: str) -> None:
    assert {called(node) for node in ast.walk(tree(PACKAGE / name)) if isinstance(node, ast.Call)} & READS_XML == set()


def test_nothing_makes_code_or_objects_out_of_data() -> None:
    """No pickle and its kin, no YAML or XML reader, no eval or exec, no shell."""
    assert {(label(path), name) for path in [*modules(), *MIGRATIONS] for name in roots(path) & RUNS} == WRITES_ONLY
    calls = {
        (label(path), ast.unparse(node.func))
        for path in [*modules(), *MIGRATIONS]
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call)
        and (
            (isinstance(node.func, ast.Name) and node.func.id in ("eval", "exec", "compile", "__import__"))
            or ast.unparse(node.func) in ("os.system", "os.popen", "os.startfile")
            or any(keyword.arg == "shell" for keyword in node.keywords)
        )
    }
    assert calls == set()


def roots(path: Path) -> set[str]:
    """The libraries that a module imports, anywhere in it."""
    return {name.split(".")[0] for name in imports(ast.walk(tree(path)))}


# What goes out


def test_rows_of_csv_are_written_in_one_place() -> None:
    """Whoever writes CSV does so by ``write_csv``, after ``harmless``; pandas has a writer of its own that knows neither."""
    text = {label(path): path.read_text(encoding="utf-8") for path in modules()}
    assert {name for name, source in text.items() if re.search(r"csv\.(writer|DictWriter)|to_csv|to_excel", source)} == {
        "formats/csv_text.py"
    }
    writers = {name for name, source in text.items() if "write_csv(" in source}
    assert writers == {"formats/csv_text.py", "formats/package.py", "formats/sheet_text_writing.py", "formats/template.py"}
    assert all("harmless(" in text[name] for name in writers)


def test_a_database_url_becomes_text_in_one_place() -> None:
    """``shown`` leaves the password out; SQLAlchemy's own way to print a URL leaves one in that stands among its options."""
    texts = {label(path): path.read_text(encoding="utf-8") for path in modules()}
    assert {name for name, text in texts.items() if re.search(r"render_as_string|hide_password", text)} == set()
