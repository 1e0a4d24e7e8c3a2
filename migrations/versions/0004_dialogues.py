"""Recurring dialogues: between whom, in what rhythm, and when suspended; and the view of them that other programs read.

Nothing that is there is rebuilt, so the views of revision 0003 stay as they are.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "dialogue",
        sa.Column("dialogue_id", _text(120), nullable=False),
        sa.Column("folder", _text(20), nullable=False),
        sa.Column("name", _text(None), nullable=False),
        sa.Column("parties", _text(None), nullable=False),
        sa.Column("channel", _text(20), nullable=False),
        sa.Column("setting", _text(20), nullable=False),
        sa.Column("level", _text(20), nullable=False),
        sa.Column("every_months", sa.Integer(), nullable=False),
        sa.Column("first_month", sa.Integer(), nullable=True),
        sa.Column("last_month", sa.Integer(), nullable=True),
        sa.Column("tolerance_days", sa.Integer(), nullable=False),
        sa.Column("from_date", _text(10), nullable=False),
        sa.Column("to_date", _text(10), nullable=True),
        sa.Column("suspended", _text(None), nullable=True),
        sa.Column("source_url", _text(None), nullable=True),
        sa.Column("note", _text(None), nullable=True),
        sa.Column("restricted", sa.Boolean(), nullable=False),
        sa.Column("first_revision", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "channel IN ('phone', 'video', 'hotline', 'in-person', 'letter', 'other', 'any')", name=op.f("ck_dialogue_channel")
        ),
        sa.CheckConstraint(
            "setting IN ('bilateral', 'sidelines', 'multilateral', '2+2', 'any')", name=op.f("ck_dialogue_setting")
        ),
        sa.CheckConstraint(
            "level IN ('minister', 'deputy-minister', 'chief-of-defence', 'official', 'any')", name=op.f("ck_dialogue_level")
        ),
        sa.CheckConstraint("every_months > 0", name=op.f("ck_dialogue_every_months")),
        sa.CheckConstraint("first_month BETWEEN 1 AND 12", name=op.f("ck_dialogue_first_month")),
        sa.CheckConstraint("last_month BETWEEN 1 AND 12", name=op.f("ck_dialogue_last_month")),
        sa.CheckConstraint("tolerance_days > 0", name=op.f("ck_dialogue_tolerance_days")),
        sa.ForeignKeyConstraint(["folder"], ["folder.slug"], name=op.f("fk_dialogue_folder")),
        sa.ForeignKeyConstraint(["first_revision"], ["revision.number"], name=op.f("fk_dialogue_first_revision")),
        sa.ForeignKeyConstraint(["revision"], ["revision.number"], name=op.f("fk_dialogue_revision")),
        sa.PrimaryKeyConstraint("dialogue_id", name=op.f("pk_dialogue")),
    )
    op.execute(
        """
        CREATE VIEW v_dialogues AS
            SELECT dialogue.dialogue_id, dialogue.folder AS dyad, dialogue.name, dialogue.parties, dialogue.channel,
                dialogue.setting, dialogue.level, dialogue.every_months, dialogue.first_month, dialogue.last_month,
                dialogue.tolerance_days, dialogue.from_date, dialogue.to_date, dialogue.suspended,
                CASE WHEN dialogue.source_url NOT IN (SELECT url FROM source WHERE restricted) THEN dialogue.source_url END
                    AS source_url,
                dialogue.note, revision.recorded_at
            FROM dialogue JOIN revision ON revision.number = dialogue.revision
            WHERE NOT dialogue.restricted"""
    )


def downgrade() -> None:
    """Dialogues go, and what they said before: an older version knows no such kind of record."""
    op.execute("DROP VIEW v_dialogues")
    op.execute("DELETE FROM superseded WHERE kind = 'dialogue'")
    op.drop_table("dialogue")


def _text(length: int | None) -> sa.types.TypeEngine[str]:
    """Text that sorts by its bytes on PostgreSQL too."""
    kind = sa.String if length else sa.Text
    return kind(length).with_variant(kind(length, collation="C"), "postgresql")
