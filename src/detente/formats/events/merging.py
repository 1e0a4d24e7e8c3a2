"""Which rows tell of one contact: mirrored, repeated, or echoed by the news of the days after?"""

from typing import Any

import ibis
from ibis.expr.types import Table

from detente.formats.events.crosswalk import MEANINGS, Codebook

ORDER = ("low", "high", "status", "episode", "piece", "channel_key", "day", "file", "line")


def grouped(events: Table, codebook: Codebook, echo: int) -> Table:
    """``events`` with what they have in common if they tell of one contact: ``ORDER`` up to ``channel_key``.

    Rows of the same two countries (``low`` and ``high``, whoever is the source) and of the same status belong to one
    episode as long as they follow each other at most ``echo`` days apart, and to one contact within ``echo`` + 1 days,
    counted from the first day of the episode: no contact swallows a month of daily talks. Without echo (0) a contact is
    what is coded of one day and one channel.
    """
    meanings = MEANINGS[codebook]
    code: Any = events["code"]
    status = ibis.cases(*((code == key, ibis.literal(one.status.value)) for key, one in meanings.items()))
    channel = ibis.cases(*((code == key, ibis.literal(one.channel.value)) for key, one in meanings.items()))
    keyed = events.mutate(
        low=ibis.least(events["a_party"], events["b_party"]),
        high=ibis.greatest(events["a_party"], events["b_party"]),
        status=status,
        channel_key=ibis.literal("") if echo else channel,
    )
    common = ["low", "high", "status", "channel_key"]
    days = _pieces(keyed.select(*common, "day").distinct(), common, echo)
    days = days.rename({f"of_{name}": name for name in (*common, "day")})
    same = [keyed[name] == days[f"of_{name}"] for name in (*common, "day")]
    return keyed.inner_join(days, same).drop(*(f"of_{name}" for name in (*common, "day")))


def _pieces(days: Table, common: list[str], echo: int) -> Table:
    """Each day with the number of its episode and of the piece of ``echo`` + 1 days of it."""
    number: Any = days["day"].epoch_days()
    days = days.mutate(number=number)
    in_order = ibis.window(group_by=common, order_by="number")
    before: Any = days["number"].lag(1).over(in_order)
    days = days.mutate(begins=ibis.ifelse(ibis.coalesce(days["number"] - before > echo, True), 1, 0))
    so_far = ibis.window(group_by=common, order_by="number", preceding=None, following=0)
    days = days.mutate(episode=days["begins"].sum().over(so_far))
    first: Any = days["number"].min().over(ibis.window(group_by=[*common, "episode"]))
    days = days.mutate(piece=((days["number"] - first) // (echo + 1)).cast("int64"))
    return days.drop("number", "begins")
