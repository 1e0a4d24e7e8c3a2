"""How does a written page become a PDF or pictures, where Chromium is there to draw it?"""

import base64
import hashlib
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from detente.errors import RejectedError, UsageError
from detente.report.document import write_file

PAPERS = ("A4", "Letter")
KINDS = ("svg", "png")
PATIENCE = 120.0
"""Seconds that Chromium gets for one page; thousands of contacts take it about twenty."""

_ASSETS = Path(__file__).parent / "assets"
_NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge", "microsoft-edge-stable")
_ELSEWHERE = {
    "darwin": (
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    ),
    "win32": (
        "Chromium/Application/chrome.exe",
        "Google/Chrome/Application/chrome.exe",
        "Microsoft/Edge/Application/msedge.exe",
    ),
}
_ON_WINDOWS_BELOW = ("ProgramFiles", "ProgramFiles(x86)", "LocalAppData")
_QUIET = (
    "--headless",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-extensions",
    "--disable-sync",
    "--disable-features=PreloadTopChromeWebUI,PreloadTopChromeWebUILessNavigations",  # pages of its own that nobody sees
    # Time in the page passes only while it has nothing to do: Chromium hands over what was drawn, not what it had at the start.
    "--virtual-time-budget=60000",
    "--dump-dom",
)
_READY = re.compile(r'<html\b[^>]*\bdata-ready="yes"')
_POLICY = re.compile(r'(<meta http-equiv="Content-Security-Policy" content="[^">]*\bscript-src )')
_EXPORTED = re.compile(r'<script type="application/json" id="exported">(.*?)</script>', re.DOTALL)


def browser(option: str = "--pdf") -> Path:
    """The Chromium of this machine; DETENTE_CHROMIUM, a program's path or name, goes before every other.

    Raises RejectedError, in the name of the ``option`` that asks for it, where there is none.
    """
    named = os.environ.get("DETENTE_CHROMIUM")
    if named:
        found = shutil.which(named)
        if found is None:
            raise RejectedError(
                f"{option} needs Chromium, and DETENTE_CHROMIUM={named} is no program", mend="correct or unset DETENTE_CHROMIUM"
            )
        return Path(found)
    for candidate in (*_NAMES, *_usual_places(sys.platform)):
        if found := shutil.which(candidate):
            return Path(found)
    raise RejectedError(f"{option} needs Chromium, and none was found", mend="install chromium, or name it in DETENTE_CHROMIUM")


def _usual_places(system: str) -> list[str]:
    """Where programs lie on systems that do not put them on the PATH."""
    places = _ELSEWHERE.get(system, ())
    if system != "win32":
        return list(places)
    roots = [os.environ[name] for name in _ON_WINDOWS_BELOW if name in os.environ]
    return [str(Path(root, place)) for place in places for root in roots]


def print_pdf(page: Path, target: Path, *, paper: str = "A4", patience: float = PATIENCE) -> None:
    """Prints a written page to ``target``, whose folder must exist: the whole of it, or nothing.

    ``paper`` is A4 or Letter; Chromium gets ``patience`` seconds. Raises UsageError for another paper, RejectedError where
    Chromium is missing or does not print, OSError where ``target`` cannot be written.
    """
    if paper not in PAPERS:
        raise UsageError(f"there is no paper {paper}", mend=f"choose one of {', '.join(PAPERS)}")
    program = browser("--pdf")
    with _workroom(target.parent) as room:
        text = _in_head(_with_script(page, "printing.js"), f"<style>@page {{ size: {paper}; }}</style>")
        printed = room / "page.pdf"
        wanted = ["--no-pdf-header-footer", "--generate-pdf-document-outline", f"--print-to-pdf={printed}"]
        _drawn(program, text, room, wanted, patience)
        if not printed.is_file() or not printed.stat().st_size:
            raise _failed("wrote no file")
        write_file(target, lambda draft: shutil.copyfile(printed, draft))


def figures(page: Path, folder: Path, kind: str, *, patience: float = PATIENCE) -> list[Path]:
    """Writes every chart of a written page to ``folder``, which must exist, as a picture named after the page and the chart.

    ``kind`` is svg or png; a picture is 1,100 CSS pixels wide, with twice as many dots in a PNG. Chromium gets ``patience``
    seconds. Raises UsageError for another kind, RejectedError where Chromium is missing or draws nothing, OSError where
    a picture cannot be written.
    """
    if kind not in KINDS:
        raise UsageError(f"there are no pictures of kind {kind}", mend=f"choose one of {', '.join(KINDS)}")
    program = browser(f"--{kind}")
    with _workroom(folder) as room:
        text = _in_light(_with_script(page, "exporting.js", kind))
        found = _EXPORTED.search(_drawn(program, text, room, [], patience))
    if found is None:
        raise _failed("drew the charts but no pictures of them")
    pictures = {folder / f"{page.stem}-{one['chart']}.{kind}": one["data"] for one in json.loads(found[1])}
    for path, data in pictures.items():
        _write_picture(path, data.encode("utf-8") if kind == "svg" else base64.b64decode(data))
    return list(pictures)


def _write_picture(path: Path, content: bytes) -> None:
    write_file(path, lambda draft: draft.write_bytes(content))


@contextmanager
def _workroom(folder: Path) -> Iterator[Path]:
    """A folder for the copy of the page, Chromium's profile and what it writes, gone afterwards.

    It lies beside the result, and its name has no dot in front: a packaged Chromium may see neither the system's temporary
    folder nor hidden ones.
    """
    with tempfile.TemporaryDirectory(dir=folder, prefix="detente-drawing-", ignore_cleanup_errors=True) as room:
        yield Path(room).resolve()


def _with_script(page: Path, name: str, kind: str = "") -> str:
    """The text of the page with one more script, which its policy then allows to run."""
    script = (_ASSETS / name).read_text(encoding="utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode("utf-8")).digest()).decode("ascii")
    text, replaced = _POLICY.subn(rf"\g<1>'sha256-{digest}' ", page.read_text(encoding="utf-8"), count=1)
    assert replaced, "every page of a report has a policy"
    return _in_head(text, f'<script data-kind="{kind}">{script}</script>')


def _in_head(text: str, more: str) -> str:
    return text.replace("</head>", f"{more}\n</head>", 1)


def _in_light(text: str) -> str:
    """The text of the page in the colours of paper, whatever the desktop prefers."""
    return re.sub(r"<html\b", "<html data-paper", text, count=1)


def _drawn(program: Path, text: str, room: Path, wanted: Sequence[str], patience: float) -> str:
    """The page as it is once all its charts are drawn; Chromium does what is ``wanted`` with it at the same time."""
    copy = room / "page.html"
    copy.write_text(text, encoding="utf-8")
    command = [str(program), *_QUIET, *_unconfined(), f"--user-data-dir={room / 'profile'}", *wanted, copy.as_uri()]
    ended = _ended(command, room, patience)
    if ended is None:
        raise _failed(f"was not done after {patience:g} seconds")
    if ended != 0:
        raise _failed(f"ended with {ended}{_last_words(room / 'complaints')}")
    drawn = (room / "drawn.html").read_text(encoding="utf-8", errors="replace")
    if not _READY.search(drawn):
        raise _failed("did not draw the charts", mend="use a newer Chromium")
    return drawn


def _unconfined() -> list[str]:
    """Chromium refuses to confine its pages when root starts it; the page is ours, and its policy fetches nothing."""
    return ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []


def _ended(command: list[str], room: Path, patience: float) -> int | None:
    """The exit code of the command, ``None`` if it had to be stopped; what it says is in ``room``, in two files."""
    # Files and a session of its own: a child that outlives the program can neither hold a pipe open nor run on.
    with (room / "drawn.html").open("wb") as drawn, (room / "complaints").open("wb") as complaints:
        try:
            process = subprocess.Popen(  # noqa: S603 - a program that the user named or installed, no shell, paths of ours
                command, stdin=subprocess.DEVNULL, stdout=drawn, stderr=complaints, start_new_session=True
            )
        except OSError as error:
            raise _failed(f"does not start: {error.strerror}") from None
        try:
            return process.wait(patience)
        except subprocess.TimeoutExpired:
            return None
        finally:
            if process.returncode is None:
                _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """Ends a program and its children."""
    with suppress(ProcessLookupError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _last_words(complaints: Path) -> str:
    """The last line that a program wrote, in brackets and without the place in its source."""
    lines = complaints.read_text(encoding="utf-8", errors="replace").split("\n")
    told = [re.sub(r"^\[[^\]]*\]\s*", "", line).strip() for line in lines if line.strip() and "dbus" not in line]
    return f" ({told[-1][:200]})" if told else ""


def _failed(reason: str, mend: str = "") -> RejectedError:
    return RejectedError(f"Chromium {reason}", mend=mend or "try again, or name another one in DETENTE_CHROMIUM")
