"""${message}

Revision ${up_revision}, after ${down_revision | comma,n}. Before you commit it:
* names come from the naming convention: wrap each in op.f() or it is applied twice;
* one chain for SQLite and PostgreSQL: no native enums, no recreate="always";
* a new column of text sorts by its bytes on PostgreSQL too: sa.Text().with_variant(sa.Text(collation="C"), "postgresql");
* add the revision to REVISIONS in store/schema.py, and a test that moves rows up and down with foreign keys on.
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}

revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = ${repr(branch_labels)}
depends_on = ${repr(depends_on)}


def upgrade() -> None:
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    ${downgrades if downgrades else "pass"}
