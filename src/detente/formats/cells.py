"""How a text that a spreadsheet would take for a formula is written, and read back exactly."""

_ACTIVE = ("=", "+", "-", "@", "\t", "\r")


def harmless(cell: str) -> str:
    """``cell`` with an apostrophe before what a spreadsheet would calculate; ``exact`` takes it away again."""
    return f"'{cell}" if cell.startswith((*_ACTIVE, "'")) and cell.lstrip("'").startswith(_ACTIVE) else cell


def exact(cell: str) -> str:
    """The text that ``harmless`` was given."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(_ACTIVE) else cell
