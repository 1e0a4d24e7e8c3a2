"""What the record holds, as the rows of a package: the exact inverse of an import."""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Connection, and_, case, func, literal, or_, select
from sqlalchemy import Table as SqlTable

from detente.domain import package
from detente.domain.cell_values import as_cell
from detente.domain.tabular import Table
from detente.store import schema
from detente.store.choosing import AnySelect
from detente.store.opening import Store
from detente.store.staged_values import KEPT_IN, STORED_AS

_CONTACT = schema.contact.c


def folders(store: Store) -> dict[str, str | None]:
    """The folders of the record by slug, with the text that goes with each."""
    folder = schema.folder.c
    with store.reading() as connection:
        return {row.slug: row.notes for row in connection.execute(select(folder.slug, folder.notes).order_by(folder.slug))}


class Dump:
    """One consistent view of the record, read table by table. Restricted rows are left out unless asked for.

    Of reference rows it tells as if revision ``before`` and the later ones had imported none; None: as it is.
    """

    def __init__(self, connection: Connection, *, include_restricted: bool, before: int | None = None) -> None:
        self._connection = connection
        self._include_restricted = include_restricted
        self._before = before

    def rows(self, table: Table, slug: str = "") -> Iterator[list[str]]:
        """The rows of a package table (of one folder, for those that have folders), each cell as it is written there."""
        query = self._reference(table) if table in package.REFERENCE else self._of_folder(table, slug)
        for row in self._connection.execute(query.execution_options(yield_per=5_000)):
            yield [_cell(row._mapping, column.name) for column in table.columns]

    def _passed_on(self, restricted: ColumnElement[bool]) -> ColumnElement[bool]:
        return restricted.is_not(None) if self._include_restricted else restricted.is_(False)

    def _imported(self, columns: Any) -> ColumnElement[bool]:
        mark: ColumnElement[Any] = columns.imported
        return mark.is_not(None) if self._before is None else mark < self._before

    def _address(self, target: SqlTable) -> ColumnElement[Any]:
        """The address that a row gives, unless it is that of a source which is left out."""
        unnamed = select(schema.source.c.url).where(~self._passed_on(schema.source.c.restricted))
        return case((target.c.source_url.not_in(unnamed), target.c.source_url)).label("source_url")

    def _of_folder(self, table: Table, slug: str) -> AnySelect:
        target = KEPT_IN[table.name]
        if table is package.COVERAGE:
            pair = (target.c.party_a + ";" + target.c.party_b).label("parties")
            return select(target, pair).where(target.c.folder == slug).order_by(target.c.position)
        if table is package.CONTACTS:
            query: AnySelect = select(schema.contact, _parties_of_contact()).where(_CONTACT.folder == slug)
            return query.where(self._passed_on(_CONTACT.restricted)).order_by(*_SERIES)
        if table is package.CLAIMS:
            about = or_(target.c.contact_id.is_(None), self._passed_on(_CONTACT.restricted))
            query = select(target).outerjoin(schema.contact, target.c.contact_id == _CONTACT.contact_id)
            query = query.where(target.c.folder == slug, self._passed_on(target.c.restricted), about)
            return _with_address(query, target, self._address(target)).order_by(target.c.claim_id)
        if table is package.DIALOGUES:
            shown = select(target).where(target.c.folder == slug, self._passed_on(target.c.restricted))
            return _with_address(shown, target, self._address(target)).order_by(target.c.dialogue_id)
        if table is package.JUDGEMENTS:
            named = _CONTACT.contact_id.in_((target.c.contact_id, target.c.other_id))
            hidden = select(_CONTACT.contact_id).where(named, ~self._passed_on(_CONTACT.restricted)).correlate(target).exists()
            return select(target).where(target.c.folder == slug, ~hidden).order_by(target.c.contact_id, target.c.other_id)
        return self._told(table, slug)

    def _told(self, table: Table, slug: str) -> AnySelect:
        """What is told of the contacts of a folder; a source that is left out is not cited, and its values are not given."""
        target = KEPT_IN[table.name]
        query: AnySelect = select(target).join(schema.contact, target.c.contact_id == _CONTACT.contact_id)
        query = query.where(_CONTACT.folder == slug, self._passed_on(_CONTACT.restricted))
        if "restricted" in target.c:
            query = query.where(self._passed_on(target.c.restricted))
        if table is package.VALUES:
            giver = schema.source.c
            unnamed = select(giver.url).where(giver.contact_id == target.c.contact_id, ~self._passed_on(giver.restricted))
            query = query.where(or_(target.c.source_url.is_(None), target.c.source_url.not_in(unnamed.correlate(target))))
        if table is package.STATEMENTS:
            cited = schema.source.c
            query = query.outerjoin(
                schema.source, and_(cited.contact_id == target.c.contact_id, cited.url == target.c.source_url)
            )
            url = case((self._passed_on(cited.restricted), target.c.source_url)).label("source_url")
            query = _with_address(query, target, url)
        return query.order_by(*_SERIES, target.c.position)

    def _reference(self, table: Table) -> AnySelect:
        """Reference rows that were imported, added, or are used by what is passed on."""
        target = KEPT_IN[table.name]
        shown = select(_CONTACT.contact_id).where(self._passed_on(_CONTACT.restricted))
        if table is package.PARTIES:
            among_used = target.c.code.in_(self._parties_used(shown))
            return select(target).where(or_(self._imported(target.c), among_used)).order_by(target.c.kind.desc(), target.c.code)
        if table is package.TOPICS:
            told = schema.statement.c
            subject = select(told.topic).where(told.contact_id.in_(shown), self._passed_on(told.restricted))
            narrow = schema.topic.alias().c
            above = select(narrow.broader).where(
                or_(self._imported(narrow), narrow.topic.in_(subject)), narrow.broader.is_not(None)
            )
            used = or_(target.c.topic.in_(subject), target.c.topic.in_(above))
            return select(target).where(or_(self._imported(target.c), used)).order_by(target.c.position)
        query = select(target).where(or_(self._imported(target.c), _took_part(target, shown)))
        return query.order_by(target.c.party, target.c.office, target.c.from_date, target.c.person)

    def _parties_used(self, shown: AnySelect) -> Any:
        takes_part, folder, holder = schema.contact_party.c, schema.folder.c, schema.officeholder.c
        return (
            select(takes_part.party)
            .where(takes_part.contact_id.in_(shown))
            .union(
                select(folder.party_a),
                select(folder.party_b),
                self._parties_of_dialogues(),
                select(holder.party).where(or_(self._imported(holder), _took_part(schema.officeholder, shown))),
            )
        )

    def _parties_of_dialogues(self) -> Any:
        """The parties that dialogues name: their codes stand in one text."""
        dialogue, party = schema.dialogue.c, schema.party.c
        named = (literal(";") + dialogue.parties + ";").contains(literal(";") + party.code + ";")
        return select(party.code).join_from(schema.party, schema.dialogue, and_(named, self._passed_on(dialogue.restricted)))


def brings_along(connection: Connection, revision: int) -> bool:
    """Whether a package of the record has reference rows that it had not but for their mark of ``revision``, the latest."""
    with_it, without = (Dump(connection, include_restricted=True, before=end) for end in (None, revision))
    return any([*with_it.rows(table)] != [*without.rows(table)] for table in package.REFERENCE)


def _with_address(query: AnySelect, target: Any, url: ColumnElement[Any]) -> AnySelect:
    """``query`` for the columns of ``target``, with ``url`` in place of the address of the source."""
    columns = (url if column.name == "source_url" else column for column in target.c)
    return query.with_only_columns(*columns, maintain_column_froms=True)


_SERIES = (_CONTACT.first_day, _CONTACT.start_latest, _CONTACT.contact_id)


def _took_part(holders: Any, shown: AnySelect) -> ColumnElement[bool]:
    present = schema.participant.c
    same = and_(present.person == holders.c.person, present.party == holders.c.party, present.contact_id.in_(shown))
    return select(present.person).where(same).correlate(holders).exists()


def _parties_of_contact() -> ColumnElement[Any]:
    takes_part = schema.contact_party.c
    codes = select(func.aggregate_strings(takes_part.party, ";")).where(takes_part.contact_id == _CONTACT.contact_id)
    return codes.correlate(schema.contact).scalar_subquery().label("parties")


def _cell(row: Mapping[Any, Any], name: str) -> str:
    value = row[STORED_AS.get(name, name)]
    if name == "parties":  # the database gives them in no certain order
        return ";".join(sorted(value.split(";")))
    return as_cell(value)
