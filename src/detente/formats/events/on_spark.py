"""How does Spark run the extraction: on this machine, or on the workers of a cluster?"""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import ibis
from ibis.expr.types import Table

from detente.errors import RejectedError
from detente.formats.events.engines import Engine, Rows
from detente.formats.events.lines import HAS_NUL, LONGEST, NOT_UTF8, TOO_LONG


class _Spark:
    """Spark; what it keeps lies in the memory and on the disks of its workers."""

    def __init__(self, session: Any) -> None:
        self._session = session
        self._connection = ibis.pyspark.connect(session)

    def lines(self, files: Sequence[Path]) -> Table:
        """Each worker reads its part of the files: they have to be where every worker finds them."""
        frames = [_numbered(self._session, file) for file in files]
        together = frames[0]
        for frame in frames[1:]:
            together = together.unionByName(frame)
        return self._named("lines", together)

    def small(self, name: str, rows: Rows, schema: Any) -> Table:
        columns = ", ".join(f"{column} {_TYPES[kind]}" for column, kind in schema.items())
        told = list(zip(*(rows[column] for column in schema), strict=True))
        return self._named(name, self._session.createDataFrame(told, columns))

    def keep(self, name: str, table: Table) -> Table:
        return self._named(name, self._session.sql(self._connection.compile(table)).persist())

    def _named(self, name: str, frame: Any) -> Table:
        frame.createOrReplaceTempView(name)
        found: Table = self._connection.table(name)
        return found


_TYPES = {"string": "string", "date": "date", "int64": "bigint", "boolean": "boolean"}


def _numbered(session: Any, file: Path) -> Any:
    """The lines of a file, blank ones left out, numbered across the blocks in which the workers read it."""
    from pyspark.sql import functions as f

    read = session.read.option("lineSep", "\n").text(file.resolve().as_uri())
    read = read.select("value", f.col("_metadata.file_block_start").alias("block"), f.monotonically_increasing_id().alias("id"))
    blocks = read.groupBy("block").agg(f.count("*").alias("lines"), f.min("id").alias("first")).orderBy("block").collect()
    before, places = 0, []
    for block in blocks:
        places.append((block["block"], before + 1 - block["first"]))
        before += block["lines"]
    shifts = session.createDataFrame(places, "block bigint, shift bigint")
    numbered = read.join(f.broadcast(shifts), "block").withColumn("line", f.col("id") + f.col("shift"))
    value = f.regexp_replace(f.regexp_replace("value", "\r$", ""), "^\ufeff", "")
    fault = (
        f.when(f.octet_length("value") > LONGEST, TOO_LONG)
        .when(f.instr("value", "\0") > 0, HAS_NUL)
        .when(~f.is_valid_utf8("value"), NOT_UTF8)
    )
    told = numbered.select(f.lit(file.name).alias("file"), "line", value.alias("text"), fault.alias("fault"))
    told = told.withColumn("text", f.when(f.col("fault").isNull(), f.col("text")))
    return told.filter(f.col("fault").isNotNull() | (f.trim("text") != ""))


@contextmanager
def spark(master: str) -> Iterator[Engine]:
    """Spark at ``master``: ``local[*]``, or ``spark://host:port``; raises RejectedError where it cannot start, or gives up."""
    from py4j.protocol import Py4JError
    from pyspark.errors import PySparkException
    from pyspark.sql import SparkSession

    os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    with TemporaryDirectory(prefix="detente-events-") as folder:
        settings = {
            "spark.ui.enabled": "false",
            "spark.sql.session.timeZone": "UTC",
            "spark.sql.warehouse.dir": folder,
            "spark.local.dir": folder,
            "spark.ui.showConsoleProgress": "false",
        }
        if master.startswith("local"):  # few processors, and nobody else to talk to
            settings |= {"spark.sql.shuffle.partitions": "2", "spark.driver.host": "127.0.0.1"}
            settings["spark.driver.bindAddress"] = "127.0.0.1"
        builder = SparkSession.builder.appName("detente").master(master)
        for name, value in settings.items():
            builder = builder.config(name, value)
        try:
            session = builder.getOrCreate()
        except (PySparkException, Py4JError, OSError, RuntimeError) as error:
            mend = "install Java 17 or later" if master.startswith("local") else "is that the address of its master?"
            raise RejectedError(f"Spark cannot be started at {master}", mend=mend) from error
        session.sparkContext.setLogLevel("ERROR")
        try:
            yield _Spark(session)
        except (PySparkException, Py4JError) as error:
            reason = str(error).partition("\n")[0]
            raise RejectedError(
                f"Spark gave up: {reason}", mend="its own messages above say more; or leave out --engine"
            ) from error
        finally:
            session.stop()
