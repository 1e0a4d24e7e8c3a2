"""What the two lists that are learnt from labelled texts have in common: which features count, and how a list is written.

The models are those of LIBLINEAR (Fan et al., Journal of Machine Learning Research 9, 2008), as scikit-learn has them.
"""

import csv
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from pathlib import Path
from typing import Any

_LEAST_LESSONS = 2
"""A stem that only one lesson has says nothing of others."""


def design(lessons: Sequence[Collection[str]]) -> tuple[list[str], Any]:
    """The features that more than one lesson has, sorted, and the sparse matrix of lessons (rows) by features: 1 where one has it."""
    from scipy.sparse import csr_matrix

    counted = Counter(feature for features in lessons for feature in set(features))
    known = sorted(feature for feature, count in counted.items() if count >= _LEAST_LESSONS)
    column = {feature: number for number, feature in enumerate(known)}
    cells = [(row, column[each]) for row, features in enumerate(lessons) for each in sorted(set(features)) if each in column]
    rows, columns = zip(*cells, strict=True)
    return known, csr_matrix(([1.0] * len(cells), (rows, columns)), shape=(len(lessons), len(known)))


def write(path: Path, heading: Sequence[str], lines: Iterable[Sequence[str]]) -> None:
    """A list of words: its heading, and a line a stem."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(heading)
        writer.writerows(lines)
