"""A coverage-guided campaign against one target, in a process of its own: ``python -m tests.fuzz.campaign dates --runs 10000``.

Atheris takes the process over and ends it: with 0 after ``--runs`` inputs, with another code at the first one that goes
wrong, which it leaves in ``--folder`` (a timeout there is a hang). A line on stderr then counts the inputs. Where the folder
holds inputs of an earlier campaign, this one goes on from them; they are tried again and not counted.
"""

import argparse
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.fuzz.targets import Target

_MOST_BYTES = 4_096


def campaign(name: str, runs: int, seed: int, folder: Path) -> None:
    """Runs the campaign and does not return."""
    import atheris

    with atheris.instrument_imports(include=["detente"]):
        from tests.fuzz.mutating import mutated
        from tests.fuzz.targets import TARGETS

    target = TARGETS[name]
    corpus, again = _corpus(target, folder)
    taken, left = [0, 0], again + runs

    def one_input(data: bytes) -> None:
        nonlocal left
        accepted, left = target.accepts(data), left - 1
        taken[accepted] += left < runs
        if not left:
            sys.stderr.write(f"accepted {taken[True]}, refused {taken[False]}\n")

    words = target.pieces()

    def another(data: bytes, most: int, seed: int) -> bytes:
        """Every second input changes by words, every other by bytes."""
        return mutated(data, most, seed, words) if seed % 2 else bytes(atheris.Mutate(data, most))

    atheris.Setup(
        [
            "campaign",
            f"-runs={left}",
            f"-seed={seed}",
            f"-timeout={target.seconds}",
            f"-max_len={_MOST_BYTES}",
            f"-dict={_dictionary(target, folder)}",
            f"-artifact_prefix={folder}/wrong-",
            "-mutate_depth=1",  # one change at a time, or all of it is refused at the first word
            "-print_final_stats=1",
            str(corpus),
        ],
        one_input,
        custom_mutator=another,
    )
    atheris.Fuzz()


def _corpus(target: "Target", folder: Path) -> tuple[Path, int]:
    """A folder with a file for each known input, to which those that reach further are added; and how many were tried before."""
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    again = len(list(corpus.iterdir()))
    for number, data in enumerate(target.seeds()):
        (corpus / f"seed-{number}").write_bytes(data)
    return corpus, again


def _dictionary(target: "Target", folder: Path) -> Path:
    """The words of the target as libFuzzer reads them: quoted, every byte as an escape."""
    lines = ['"' + "".join(f"\\x{byte:02x}" for byte in word) + '"\n' for word in target.pieces() if len(word) <= 64]
    path = folder / "words.dict"
    path.write_text("".join(lines), encoding="ascii")
    return path


def main() -> None:
    """Reads the command line."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("target")
    reader.add_argument("--runs", type=int, default=10_000, help="inputs; 10,000 unless said otherwise")
    reader.add_argument("--seed", type=int, default=1, help="the same seed makes the same inputs")
    reader.add_argument("--folder", type=Path, help="where inputs are kept; default: a new temporary one")
    asked = reader.parse_args()
    folder = asked.folder or Path(tempfile.mkdtemp(prefix="detente-fuzz-"))
    campaign(asked.target, asked.runs, asked.seed, folder)


if __name__ == "__main__":
    main()
