"""Where do thousands of stores lie that nobody keeps: in memory where there is plenty, so that no test waits for a disk."""

import os
import shutil
import tempfile
from pathlib import Path

_IN_MEMORY = Path("/dev/shm")
_PLENTY = 4 * 2**30


def work_in_memory() -> None:
    """Makes memory the folder of temporary files, for this process and those that it starts, unless TMPDIR names one."""
    if "TMPDIR" not in os.environ and _is_fit(_IN_MEMORY):
        os.environ["TMPDIR"] = tempfile.tempdir = str(_IN_MEMORY)


def _is_fit(folder: Path) -> bool:
    """Whether files can be written and programs run there, and there is room."""
    if not (folder.is_dir() and os.access(folder, os.W_OK)):
        return False
    return not os.statvfs(folder).f_flag & os.ST_NOEXEC and shutil.disk_usage(folder).free > _PLENTY
