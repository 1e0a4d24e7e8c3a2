"""``detente same`` and ``not-same`` as somebody types them."""

from tests.cli.conftest import Run

KEPT, OTHER = "fra-rus-2030-06-01-phone", "fra-rus-2030-06-02-other-off"


def log_both(detente: Run) -> None:
    detente("log", "2030-06-01", "phone", "fra", "rus", "--status", "planned", "--source", "https://example.org/a")
    detente("log", "2030-06-02", "other", "fra", "rus", "--level", "official", "--status", "planned", "--place", "Paris")


def test_two_become_one(fresh_detente: Run) -> None:
    log_both(fresh_detente)
    done = fresh_detente("same", KEPT, OTHER, "--why", "[the] same call")
    assert (done.status, done.stdout, done.stderr) == (0, f"r4: same {KEPT} {OTHER}\n", "to take it back: detente undo\n")
    [shown] = fresh_detente("show", KEPT, "--json").items
    assert shown["judgements"] == [{"contact_id": OTHER, "verdict": "same", "why": "[the] same call"}]
    assert (shown["place"], shown["channel"]) == ("Paris", "phone")
    text = fresh_detente("show", KEPT).stdout.replace("\n", " ")
    assert f"Judged to be the same contact as {OTHER}, which is on record no more: [the] same call" in text
    gone = fresh_detente("show", OTHER)
    assert (gone.status, gone.stdout) == (4, "")
    assert gone.stderr == f"detente: {OTHER} was judged to be the same contact as {KEPT}; see: detente show {KEPT}\n"
    assert fresh_detente("undo").status == 0
    assert fresh_detente("show", OTHER).status == 0


def test_two_stay_two(fresh_detente: Run) -> None:
    log_both(fresh_detente)
    [done] = fresh_detente("not-same", OTHER, KEPT, "--json").items
    assert (done["command"], done["about"], done["why"]) == ("not-same", f"{KEPT} {OTHER}", None)
    for one, other in ((KEPT, OTHER), (OTHER, KEPT)):
        assert f"Judged not to be the same contact as {other}" in fresh_detente("show", one).stdout.replace("\n", " ")
    again = fresh_detente("not-same", OTHER, KEPT)
    assert (again.status, again.stdout) == (5, "")


def test_what_is_not_there(fresh_detente: Run) -> None:
    log_both(fresh_detente)
    assert fresh_detente("same", KEPT, "nothing").status == 4
    assert fresh_detente("same", KEPT, KEPT).status == 2
    assert fresh_detente("same", KEPT).status == 2
