"""How is a store addressed, and how may its address be printed?"""

import re
from urllib.parse import parse_qsl, quote, unquote, urlsplit

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from detente.errors import StoreError

_FORMS = "write a file path, or postgresql://USER@HOST/NAME, with %40 and %2F for @ and / in a password"

_OF_THE_DRIVER = {"autocommit", "context", "cursor_factory", "prepare_threshold", "row_factory"}
"""Arguments of the driver that are no options of a connection: a URL that sets one would change what a transaction is."""

_SECRETS = {"password", "sslpassword"}

_URL = re.compile(r"[^/]*://|postgres\w*(\+\w+)?(:|//)", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*", re.IGNORECASE)

_HOST = re.compile(r"(?:\[(?P<v6>[0-9A-Fa-f:.%]+)\]|(?P<name>[^\[\]:]*))(?::(?P<port>\d*))?")


def is_url(text: str) -> bool:
    """Whether ``text`` is meant as a URL rather than as the path of a file, be it a misspelt one."""
    return _URL.match(text) is not None


def read_url(text: str) -> URL:
    """The database URL that ``text`` spells; raises StoreError, which never repeats what stands in it.

    Several servers of one database may be named in the form of libpq (``h1:5432,h2:5433``) or in that of SQLAlchemy
    (``?host=h1:5432&host=h2:5433``). They come out as the options ``host`` and ``port``, both lists with commas.
    """
    scheme, found, _ = text.partition("://")
    if not found or _SCHEME.fullmatch(scheme) is None:
        raise _unreadable()
    if scheme.lower() in ("postgresql", "postgres", "postgresql+psycopg"):
        return _of_server(text)
    if scheme != "sqlite":
        raise StoreError(f"'{scheme}' is no kind of store", mend=_FORMS)
    try:
        return make_url(text)
    except (ArgumentError, ValueError):
        raise _unreadable() from None


def _unreadable() -> StoreError:
    return StoreError("the database URL cannot be read", mend=_FORMS)


def _of_server(text: str) -> URL:
    try:
        parts = urlsplit(text)
    except ValueError:
        raise _unreadable() from None
    if parts.fragment or "@" in parts.path + parts.query:  # the rest of a password that should have been escaped
        raise _unreadable()
    options: dict[str, list[str]] = {}
    for name, value in parse_qsl(parts.query, keep_blank_values=True):
        options.setdefault(name, []).append(value)
    if strange := sorted(options.keys() & _OF_THE_DRIVER):
        raise StoreError(f"the database URL may not set {strange[0]}", mend="leave it out")
    user, colon, password = parts.netloc.rpartition("@")[0].partition(":")
    hosts, ports = _servers(parts.netloc.rpartition("@")[2], options.pop("host", []), options.pop("port", []))
    query = {name: ",".join(values) for name, values in options.items()}
    if len(hosts) > 1:
        query |= {"host": ",".join(hosts), "port": ",".join(ports)}
    return URL.create(
        "postgresql+psycopg",
        username=unquote(user) or query.pop("user", None),
        password=unquote(password) if colon else query.pop("password", None),
        host=hosts[0] if len(hosts) == 1 else None,
        port=int(ports[0]) if len(hosts) == 1 and ports[0] else None,
        database=unquote(parts.path.removeprefix("/")) or query.pop("dbname", None),
        query=query,
    )


def _servers(network: str, hosts: list[str], ports: list[str]) -> tuple[list[str], list[str]]:
    """Hosts and ports, as many of these as of those; empty where the driver's default is meant."""
    spelt = [one for host in hosts for one in host.split(",")] or (network.split(",") if network else [])
    found = [_host(unquote(one)) for one in spelt]
    given = [one for port in ports for one in port.split(",")]
    if not all(port.isdecimal() or not port for port in given):
        raise _unreadable()
    if len(given) == 1:
        given *= len(found) or 1
    if given and len(given) != max(len(found), 1):
        raise StoreError("the database URL names more ports than hosts, or fewer", mend="write h1:5432,h2:5433")
    if not found:
        found = [("", "")] if given else []
    return [host for host, _ in found], given or [port for _, port in found]


def _host(spelt: str) -> tuple[str, str]:
    if spelt.startswith("/"):  # the folder of a Unix socket
        return spelt, ""
    if (read := _HOST.fullmatch(spelt)) is None:
        if spelt.count(":") > 1:  # an address of IPv6 without its brackets, as in ?host=::1
            return spelt, ""
        raise _unreadable()
    return read["v6"] or read["name"] or "", read["port"] or ""


def servers_of(url: URL) -> list[str]:
    """The hosts that a URL names, in its order; several are servers of one database."""
    hosts = url.query.get("host", url.host or "")
    return str(hosts).split(",")


def shown(url: URL) -> str:
    """``url`` as it may be printed: a plain path for a file, and never a password. What it gives can be read again."""
    if url.get_backend_name() == "sqlite":
        return str(url.database)
    query = dict(url.query)
    hosts, ports = str(query.pop("host", url.host or "")).split(","), str(query.pop("port", url.port or "")).split(",")
    folder = hosts[0] if hosts[0].startswith("/") else ""
    if folder:
        query = {"host": ",".join(hosts), **({"port": ",".join(ports)} if any(ports) else {}), **query}
    network = "" if folder else ",".join(_spelt(host, port) for host, port in zip(hosts, ports, strict=True))
    user = quote(url.username or "", safe="") + (":***" if url.password else "")
    told = {name: "***" if name in _SECRETS else quote(str(value), safe="/,:") for name, value in query.items()}
    asked = "&".join(f"{name}={value}" for name, value in told.items())
    return f"postgresql://{user}{'@' if user else ''}{network}/{quote(url.database or '')}{'?' if asked else ''}{asked}"


def _spelt(host: str, port: str) -> str:
    return (f"[{host}]" if ":" in host else host) + (f":{port}" if port else "")
