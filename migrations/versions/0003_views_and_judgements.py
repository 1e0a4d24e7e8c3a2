"""Views that other programs read, and what was judged of two contacts that may be one.

The views (docs/sql.md) say what is public, in words and ISO dates. On SQLite a table that a view reads cannot be rebuilt while
the view is there: a later revision that rebuilds one drops the views first and makes them again.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "judgement",
        sa.Column("contact_id", _text(120), nullable=False),
        sa.Column("other_id", _text(120), nullable=False),
        sa.Column(
            "verdict",
            sa.Enum("same", "not-same", name="verdict", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("why", _text(None), nullable=True),
        sa.Column("folder", _text(20), nullable=False),
        sa.Column("first_revision", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["folder"], ["folder.slug"], name=op.f("fk_judgement_folder")),
        sa.ForeignKeyConstraint(["first_revision"], ["revision.number"], name=op.f("fk_judgement_first_revision")),
        sa.ForeignKeyConstraint(["revision"], ["revision.number"], name=op.f("fk_judgement_revision")),
        sa.PrimaryKeyConstraint("contact_id", "other_id", name=op.f("pk_judgement")),
    )
    op.create_index(op.f("ix_judgement_other_id"), "judgement", ["other_id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute('ALTER TABLE judgement ALTER COLUMN verdict TYPE VARCHAR(20) COLLATE "C"')
    for name, query in _views().items():
        made = f"CREATE VIEW {name} AS {query}"
        op.execute(made)


def downgrade() -> None:
    for name in _views():
        op.execute(f"DROP VIEW {name}")
    op.drop_index(op.f("ix_judgement_other_id"), "judgement")
    op.drop_table("judgement")


def _text(length: int | None) -> sa.types.TypeEngine[str]:
    """Text that sorts by its bytes on PostgreSQL too."""
    kind = sa.String if length else sa.Text
    return kind(length).with_variant(kind(length, collation="C"), "postgresql")


def _views() -> dict[str, str]:
    """The views, each before those that could ever read it; where the two engines differ: a day, a list, text of our own."""
    in_file = op.get_bind().dialect.name == "sqlite"
    own = "" if in_file else ' COLLATE "C"'
    ordered = "FROM (SELECT party FROM contact_party WHERE contact_id = contact.contact_id ORDER BY party) AS taking_part"
    codes = f"(SELECT {'group_concat' if in_file else 'string_agg'}(party, ';') {ordered})"

    def iso(day: str) -> str:
        """Days are counted from 0001-01-01, which is 1 here and 1721425.5 as a Julian day."""
        return f"date({day} + 1721424.5)" if in_file else f"to_char(DATE '0001-01-01' + ({day} - 1), 'YYYY-MM-DD'){own}"

    def word(condition: str) -> str:
        return f"CASE WHEN {condition} THEN 'true'{own} ELSE 'false'{own} END"

    def public_url(table: str) -> str:
        hidden = f"source.contact_id = {table}.contact_id AND source.url = {table}.source_url AND source.restricted"
        return f"CASE WHEN NOT EXISTS (SELECT 1 FROM source WHERE {hidden}) THEN {table}.source_url END AS source_url"

    told = f"contact.contact_id, contact.date, {iso('contact.first_day')} AS first_day"
    return {
        "v_contacts": f"""
            SELECT contact.contact_id, contact.folder AS dyad, contact.date, {iso("contact.first_day")} AS first_day,
                {iso("contact.start_earliest")} AS start_earliest, {iso("contact.start_latest")} AS start_latest,
                {iso("contact.end_earliest")} AS end_earliest, {iso("contact.end_latest")} AS end_latest,
                contact.channel, contact.setting, contact.level, contact.substance, contact.status, {codes} AS parties,
                contact.initiator, contact.host, contact.place, contact.country, contact.duration_minutes, contact.summary,
                contact.note, made.recorded_at, changed.recorded_at AS changed_at
            FROM contact JOIN revision AS made ON made.number = contact.first_revision
                JOIN revision AS changed ON changed.number = contact.revision
            WHERE NOT contact.restricted""",
        "v_parties_of_contact": f"""
            SELECT {told}, party.code AS party, party.name AS party_name
            FROM contact JOIN contact_party ON contact_party.contact_id = contact.contact_id
                JOIN party ON party.code = contact_party.party
            WHERE NOT contact.restricted""",
        "v_participants": f"""
            SELECT {told}, participant.party, participant.person, participant.role, participant.level
            FROM contact JOIN participant ON participant.contact_id = contact.contact_id
            WHERE NOT contact.restricted""",
        "v_statements": f"""
            SELECT {told}, statement.topic, topic.label AS topic_label, topic.broader AS broader_topic, statement.raised_by,
                statement.reported_by, statement.stance, statement.paraphrase, {public_url("statement")}
            FROM contact JOIN statement ON statement.contact_id = contact.contact_id JOIN topic ON topic.topic = statement.topic
            WHERE NOT contact.restricted AND NOT statement.restricted""",
        "v_sources": f"""
            SELECT {told}, source.url, source.publisher, source.published, source.title, source.language, source.side,
                source.reliability, source.credibility, source.archived_url, source.accessed
            FROM contact JOIN source ON source.contact_id = contact.contact_id
            WHERE NOT contact.restricted AND NOT source.restricted""",
        "v_values": f"""
            SELECT {told}, differing_value.field, differing_value.value, differing_value.source_url
            FROM contact JOIN differing_value ON differing_value.contact_id = contact.contact_id
            WHERE NOT contact.restricted AND NOT EXISTS (SELECT 1 FROM source WHERE source.contact_id = contact.contact_id
                AND source.url = differing_value.source_url AND source.restricted)""",
        "v_gaps": f"""
            SELECT party_a, party_b, contact_id AS from_id, date AS from_date, {iso("first_day")} AS from_day,
                next_id AS to_id, next_date AS to_date, {iso("next_first_day")} AS to_day,
                CASE WHEN next_start_earliest > end_latest THEN next_start_earliest - end_latest ELSE 0 END AS days_min,
                CASE WHEN next_start_latest > end_earliest THEN next_start_latest - end_earliest ELSE 0 END AS days_max,
                {word("next_start_earliest < start_latest")} AS order_uncertain
            FROM (SELECT party_a, party_b, contact_id, date, first_day, start_latest, end_earliest, end_latest,
                    lead(contact_id) OVER in_series AS next_id, lead(date) OVER in_series AS next_date,
                    lead(first_day) OVER in_series AS next_first_day,
                    lead(start_earliest) OVER in_series AS next_start_earliest,
                    lead(start_latest) OVER in_series AS next_start_latest
                FROM contact_pair WHERE status = 'held' AND NOT restricted
                WINDOW in_series AS (PARTITION BY party_a, party_b ORDER BY first_day, start_latest, contact_id)) AS walk
            WHERE next_id IS NOT NULL""",
        "v_dyads": f"""
            SELECT party_a, party_b, contacts, held, {iso("first_held")} AS first_held, {iso("last_held")} AS last_held,
                (SELECT contact_id FROM contact_pair WHERE contact_pair.party_a = counted.party_a
                    AND contact_pair.party_b = counted.party_b AND status = 'held' AND NOT restricted
                    ORDER BY first_day DESC, start_latest DESC, contact_id DESC LIMIT 1) AS last_held_id
            FROM (SELECT party_a, party_b, CAST(count(*) AS INTEGER) AS contacts,
                    CAST(sum(CASE WHEN status = 'held' THEN 1 ELSE 0 END) AS INTEGER) AS held,
                    min(CASE WHEN status = 'held' THEN first_day END) AS first_held,
                    max(CASE WHEN status = 'held' THEN first_day END) AS last_held
                FROM contact_pair WHERE NOT restricted GROUP BY party_a, party_b) AS counted""",
        "v_claims": """
            SELECT claim.claim_id, folder.party_a, folder.party_b, claim.contact_id, claim.asserted_on, claim.kind, claim.claim,
                claim.since, claim.anchor, claim.months, claim.qualifier, claim.channel, claim.level, claim.setting, claim.by,
                claim.substance,
                CASE WHEN claim.source_url NOT IN (SELECT url FROM source WHERE restricted) THEN claim.source_url END
                    AS source_url
            FROM claim JOIN folder ON folder.slug = claim.folder
                LEFT JOIN contact ON contact.contact_id = claim.contact_id
            WHERE NOT claim.restricted AND (claim.contact_id IS NULL OR NOT contact.restricted)""",
        "v_coverage": """
            SELECT party_a, party_b, level, channel, from_date, to_date, completeness, basis, revision.recorded_at
            FROM coverage JOIN revision ON revision.number = coverage.revision""",
        "v_topics": """
            SELECT topic.topic, topic.label, topic.definition, topic.broader, above.label AS broader_label, topic.plover_context
            FROM topic LEFT JOIN topic AS above ON above.topic = topic.broader""",
        "v_parties": """
            SELECT party.code, party.name, party.kind, party.ministry, party.ministry_native, revision.recorded_at
            FROM party JOIN revision ON revision.number = party.revision""",
        "v_officeholders": """
            SELECT officeholder.person, officeholder.party, officeholder.office, officeholder.title,
                nullif(officeholder.from_date, '') AS from_date, officeholder.to_date, officeholder.source_url,
                revision.recorded_at
            FROM officeholder JOIN revision ON revision.number = officeholder.revision""",
        "v_judgements": """
            SELECT judgement.contact_id, judgement.other_id, judgement.verdict, judgement.why, revision.recorded_at AS judged_at,
                revision.author AS judged_by
            FROM judgement JOIN revision ON revision.number = judgement.revision
            WHERE NOT EXISTS (SELECT 1 FROM contact
                WHERE contact.restricted AND contact.contact_id IN (judgement.contact_id, judgement.other_id))""",
    }
