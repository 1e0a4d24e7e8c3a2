"""The record: parties, topics, officeholders, contacts, and all that is told of them."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "party",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum("state", "organisation", name="kind", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("ministry", sa.Text(), nullable=True),
        sa.Column("ministry_native", sa.Text(), nullable=True),
        sa.Column("seeded", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_party")),
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "topic",
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("broader", sa.String(length=80), nullable=True),
        sa.Column("plover_context", sa.String(length=40), nullable=False),
        sa.Column("seeded", sa.Boolean(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["broader"], ["topic.topic"], name=op.f("fk_topic_broader")),
        sa.PrimaryKeyConstraint("topic", name=op.f("pk_topic")),
    )
    op.create_table(
        "folder",
        sa.Column("slug", sa.String(length=20), nullable=False),
        sa.Column("party_a", sa.String(length=8), nullable=False),
        sa.Column("party_b", sa.String(length=8), nullable=False),
        sa.Column("notes", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["party_a"], ["party.code"], name=op.f("fk_folder_party_a")),
        sa.ForeignKeyConstraint(["party_b"], ["party.code"], name=op.f("fk_folder_party_b")),
        sa.PrimaryKeyConstraint("slug", name=op.f("pk_folder")),
    )
    op.create_table(
        "officeholder",
        sa.Column("person", sa.String(length=200), nullable=False),
        sa.Column("party", sa.String(length=8), nullable=False),
        sa.Column(
            "office",
            sa.Enum(
                "minister",
                "deputy-minister",
                "chief-of-defence",
                "official",
                "foreign-minister",
                name="office",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("from_date", sa.String(length=10), nullable=False),
        sa.Column("to_date", sa.String(length=10), nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("source_url", sa.Text(), nullable=False),
        sa.Column("seeded", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["party"], ["party.code"], name=op.f("fk_officeholder_party")),
        sa.PrimaryKeyConstraint("person", "party", "office", "from_date", name=op.f("pk_officeholder")),
    )
    op.create_table(
        "party_name",
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("party", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["party"], ["party.code"], name=op.f("fk_party_name_party")),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_party_name")),
    )
    op.create_table(
        "contact",
        sa.Column(
            "channel",
            sa.Enum(
                "phone",
                "video",
                "hotline",
                "in-person",
                "letter",
                "other",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "setting",
            sa.Enum(
                "bilateral",
                "sidelines",
                "multilateral",
                "2+2",
                name="setting",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "level",
            sa.Enum(
                "minister",
                "deputy-minister",
                "chief-of-defence",
                "official",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "substance",
            sa.Enum("talks", "courtesy", name="substance", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "held",
                "planned",
                "requested",
                "declined",
                "unanswered",
                "cancelled",
                "postponed",
                "disputed",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("date", sa.String(length=80), nullable=False),
        sa.Column("first_day", sa.Integer(), nullable=False),
        sa.Column("start_earliest", sa.Integer(), nullable=False),
        sa.Column("start_latest", sa.Integer(), nullable=False),
        sa.Column("end_earliest", sa.Integer(), nullable=False),
        sa.Column("end_latest", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("folder", sa.String(length=20), nullable=False),
        sa.Column("initiator", sa.String(length=8), nullable=True),
        sa.Column("host", sa.String(length=8), nullable=True),
        sa.Column("place", sa.Text(), nullable=True),
        sa.Column("country", sa.String(length=3), nullable=True),
        sa.Column("duration_minutes", sa.Integer(), nullable=True),
        sa.Column("summary", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("recorded_at", sa.String(length=25), nullable=False),
        sa.ForeignKeyConstraint(["folder"], ["folder.slug"], name=op.f("fk_contact_folder")),
        sa.ForeignKeyConstraint(["host"], ["party.code"], name=op.f("fk_contact_host")),
        sa.ForeignKeyConstraint(["initiator"], ["party.code"], name=op.f("fk_contact_initiator")),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_contact")),
    )
    op.create_index(op.f("ix_contact_first_day"), "contact", ["first_day"])

    op.create_table(
        "coverage",
        sa.Column("party_a", sa.String(length=8), nullable=False),
        sa.Column("party_b", sa.String(length=8), nullable=False),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("from_date", sa.String(length=10), nullable=False),
        sa.Column("to_date", sa.String(length=10), nullable=False),
        sa.Column(
            "completeness",
            sa.Enum(
                "complete", "fair", "poor", "unknown", name="completeness", native_enum=False, create_constraint=True, length=20
            ),
            nullable=False,
        ),
        sa.Column("basis", sa.Text(), nullable=False),
        sa.Column("folder", sa.String(length=20), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("recorded_at", sa.String(length=25), nullable=False),
        sa.CheckConstraint(
            "channel IN ('phone', 'video', 'hotline', 'in-person', 'letter', 'other', 'any')", name=op.f("ck_coverage_channel")
        ),
        sa.CheckConstraint(
            "level IN ('minister', 'deputy-minister', 'chief-of-defence', 'official', 'any')", name=op.f("ck_coverage_level")
        ),
        sa.ForeignKeyConstraint(["folder"], ["folder.slug"], name=op.f("fk_coverage_folder")),
        sa.ForeignKeyConstraint(["party_a"], ["party.code"], name=op.f("fk_coverage_party_a")),
        sa.ForeignKeyConstraint(["party_b"], ["party.code"], name=op.f("fk_coverage_party_b")),
        sa.PrimaryKeyConstraint("party_a", "party_b", "level", "channel", "from_date", name=op.f("pk_coverage")),
    )
    op.create_table(
        "claim",
        sa.Column("claim_id", sa.String(length=120), nullable=False),
        sa.Column("folder", sa.String(length=20), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=True),
        sa.Column("asserted_on", sa.String(length=80), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "first-since",
                "silence",
                "first-ever",
                "statement",
                name="kind",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("claim", sa.Text(), nullable=False),
        sa.Column("since", sa.String(length=80), nullable=True),
        sa.Column(
            "anchor",
            sa.Enum("contact", "event", name="anchor", native_enum=False, create_constraint=True, length=20),
            nullable=True,
        ),
        sa.Column("months", sa.Double(), nullable=True),
        sa.Column(
            "qualifier",
            sa.Enum(
                "exact",
                "about",
                "nearly",
                "more-than",
                "less-than",
                name="qualifier",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("level", sa.String(length=20), nullable=False),
        sa.Column(
            "setting",
            sa.Enum(
                "bilateral",
                "sidelines",
                "multilateral",
                "2+2",
                name="setting",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=True,
        ),
        sa.Column(
            "by", sa.Enum("office", "person", name="by", native_enum=False, create_constraint=True, length=20), nullable=False
        ),
        sa.Column("substance", sa.String(length=20), nullable=False),
        sa.Column("source_url", sa.Text(), nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.CheckConstraint(
            "channel IN ('phone', 'video', 'hotline', 'in-person', 'letter', 'other', 'any')", name=op.f("ck_claim_channel")
        ),
        sa.CheckConstraint(
            "level IN ('minister', 'deputy-minister', 'chief-of-defence', 'official', 'any')", name=op.f("ck_claim_level")
        ),
        sa.CheckConstraint("substance IN ('talks', 'courtesy', 'any')", name=op.f("ck_claim_substance")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.contact_id"], name=op.f("fk_claim_contact_id")),
        sa.ForeignKeyConstraint(["folder"], ["folder.slug"], name=op.f("fk_claim_folder")),
        sa.PrimaryKeyConstraint("claim_id", name=op.f("pk_claim")),
    )
    op.create_index(op.f("ix_claim_contact_id"), "claim", ["contact_id"])

    op.create_table(
        "contact_pair",
        sa.Column("party_a", sa.String(length=8), nullable=False),
        sa.Column("party_b", sa.String(length=8), nullable=False),
        sa.Column("first_day", sa.Integer(), nullable=False),
        sa.Column("start_latest", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "phone",
                "video",
                "hotline",
                "in-person",
                "letter",
                "other",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "setting",
            sa.Enum(
                "bilateral",
                "sidelines",
                "multilateral",
                "2+2",
                name="setting",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "level",
            sa.Enum(
                "minister",
                "deputy-minister",
                "chief-of-defence",
                "official",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column(
            "substance",
            sa.Enum("talks", "courtesy", name="substance", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "held",
                "planned",
                "requested",
                "declined",
                "unanswered",
                "cancelled",
                "postponed",
                "disputed",
                name="status",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("date", sa.String(length=80), nullable=False),
        sa.Column("start_earliest", sa.Integer(), nullable=False),
        sa.Column("end_earliest", sa.Integer(), nullable=False),
        sa.Column("end_latest", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.contact_id"], name=op.f("fk_contact_pair_contact_id")),
        sa.PrimaryKeyConstraint("party_a", "party_b", "first_day", "start_latest", "contact_id", name=op.f("pk_contact_pair")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "contact_party",
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("party", sa.String(length=8), nullable=False),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.contact_id"], name=op.f("fk_contact_party_contact_id")),
        sa.ForeignKeyConstraint(["party"], ["party.code"], name=op.f("fk_contact_party_party")),
        sa.PrimaryKeyConstraint("contact_id", "party", name=op.f("pk_contact_party")),
    )
    op.create_index(op.f("ix_contact_party_party"), "contact_party", ["party"])

    op.create_table(
        "differing_value",
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("field", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("source_url", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.contact_id"], name=op.f("fk_differing_value_contact_id")),
        sa.PrimaryKeyConstraint("contact_id", "position", name=op.f("pk_differing_value")),
    )
    op.create_table(
        "participant",
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("party", sa.String(length=8), nullable=False),
        sa.Column("person", sa.String(length=200), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "minister",
                "deputy-minister",
                "chief-of-defence",
                "official",
                "foreign-minister",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=20,
            ),
            nullable=False,
        ),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.contact_id"], name=op.f("fk_participant_contact_id")),
        sa.ForeignKeyConstraint(["party"], ["party.code"], name=op.f("fk_participant_party")),
        sa.PrimaryKeyConstraint("contact_id", "position", name=op.f("pk_participant")),
    )
    op.create_table(
        "source",
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("publisher", sa.Text(), nullable=False),
        sa.Column("published", sa.String(length=80), nullable=True),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("language", sa.String(length=2), nullable=False),
        sa.Column("side", sa.String(length=8), nullable=False),
        sa.Column(
            "reliability",
            sa.Enum("A", "B", "C", "D", "E", "F", name="reliability", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("credibility", sa.Integer(), nullable=False),
        sa.Column("archived_url", sa.Text(), nullable=True),
        sa.Column("accessed", sa.String(length=10), nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.CheckConstraint("credibility BETWEEN 1 AND 6", name=op.f("ck_source_credibility")),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.contact_id"], name=op.f("fk_source_contact_id")),
        sa.PrimaryKeyConstraint("contact_id", "url", name=op.f("pk_source")),
    )
    op.create_table(
        "statement",
        sa.Column("contact_id", sa.String(length=120), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("topic", sa.String(length=80), nullable=False),
        sa.Column("raised_by", sa.String(length=8), nullable=True),
        sa.Column("reported_by", sa.String(length=8), nullable=False),
        sa.Column(
            "stance",
            sa.Enum("reports", "denies", name="stance", native_enum=False, create_constraint=True, length=20),
            nullable=False,
        ),
        sa.Column("paraphrase", sa.Text(), nullable=True),
        sa.Column("source_url", sa.Text(), nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id", "source_url"], ["source.contact_id", "source.url"], name=op.f("fk_statement_contact_id_source_url")
        ),
        sa.ForeignKeyConstraint(["contact_id"], ["contact.contact_id"], name=op.f("fk_statement_contact_id")),
        sa.ForeignKeyConstraint(["topic"], ["topic.topic"], name=op.f("fk_statement_topic")),
        sa.PrimaryKeyConstraint("contact_id", "position", name=op.f("pk_statement")),
    )


def downgrade() -> None:
    op.drop_table("statement")
    op.drop_table("source")
    op.drop_table("participant")
    op.drop_table("differing_value")
    op.drop_index(op.f("ix_contact_party_party"), "contact_party")

    op.drop_table("contact_party")
    op.drop_table("contact_pair")
    op.drop_index(op.f("ix_claim_contact_id"), "claim")

    op.drop_table("claim")
    op.drop_table("coverage")
    op.drop_index(op.f("ix_contact_first_day"), "contact")

    op.drop_table("contact")
    op.drop_table("party_name")
    op.drop_table("officeholder")
    op.drop_table("folder")
    op.drop_table("topic")
    op.drop_table("setting")
    op.drop_table("party")
