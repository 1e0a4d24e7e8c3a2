"""Which pages do other timeline libraries make of the same contacts: one local file each, drawn without a network.

They say that they are drawn as Détente's page does, by ``html[data-ready]``.
"""

import base64
import json
import subprocess
from pathlib import Path
from string import Template
from typing import Any

from detente.analysis.dossier import Dossier
from detente.domain.days import iso

VIS_VERSION = "7.7.4"
TIMELINEJS_VERSION = "3.9.11"
_PACKAGES = (f"vis-timeline@{VIS_VERSION}", f"@knight-lab/timelinejs@{TIMELINEJS_VERSION}")

_VIS_PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>vis-timeline</title>
<div id="timeline"></div>
<script>$library</script>
<script type="application/json" id="read">$read</script>
<script>
  var read = JSON.parse(document.getElementById("read").textContent);
  var place = document.getElementById("timeline");
  var timeline = new vis.Timeline(place, new vis.DataSet(read.items), new vis.DataSet(read.groups), read.options);
  var redrawn = 0; // the first time it shows the days around today and has yet to find the years of the items
  timeline.on("changed", function () {
    redrawn += 1;
    if (redrawn > 1 && document.querySelector(".vis-item")) { document.documentElement.dataset.ready = "yes"; }
  });
</script>
""")

_TIMELINEJS_PAGE = Template("""<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>TimelineJS</title>
<style>$style</style>
<div id="timeline" style="width: 100%; height: 850px"></div>
<script>$library</script>
<script type="application/json" id="read">$read</script>
<script>
  var read = JSON.parse(document.getElementById("read").textContent);
  var timeline = new TL.Timeline("timeline", read, { font: null, script_path: location.href });
  timeline.on("ready", function () { document.documentElement.dataset.ready = "yes"; });
</script>
""")


def installed(folder: Path) -> Path:
    """Both libraries, by the npm client as it is configured; no script of theirs is run. Raises CalledProcessError."""
    (folder / "package.json").write_text("{}", encoding="utf-8")
    command = ["npm", "install", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--silent", *_PACKAGES]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return folder / "node_modules"


def vis_page(modules: Path, dossier: Dossier, **options: Any) -> str:
    """One group a lane, one item a contact, else as the library comes; ``options`` are the library's own.

    Without ``start`` and ``end``: with them it draws no cluster until it is moved, and items alone take it minutes.
    """
    groups = [{"id": lane.key, "content": lane.label} for lane in dossier.lanes]
    items = [
        {
            "id": one.contact_id,
            "group": lane.key,
            "start": iso(one.date.first_day),
            "content": str(one.channel),
            "title": one.summary,
        }
        for lane in dossier.lanes
        for one in lane.contacts
    ]
    library = modules / "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"
    read = {"items": items, "groups": groups, "options": options}
    return _VIS_PAGE.substitute(library=_script(library), read=_data(read))


def timelinejs_page(modules: Path, dossier: Dossier) -> str:
    """One slide a contact, else as the library comes: groups would slow it down, fonts it would fetch."""
    events = [
        {
            "unique_id": contact.contact_id,
            "start_date": dict(zip(("year", "month", "day"), iso(contact.date.first_day).split("-"), strict=True)),
            "text": {"headline": f"{contact.channel}, {contact.status}", "text": contact.summary},
        }
        for contact in dossier.contacts
    ]
    dist = modules / "@knight-lab/timelinejs/dist"
    icons = base64.b64encode((dist / "css/icons/tl-icons.woff2").read_bytes()).decode()
    style = (dist / "css/timeline.css").read_text(encoding="utf-8")
    style = style.replace("../js/../css/icons/tl-icons.woff2", f"data:font/woff2;base64,{icons}")
    return _TIMELINEJS_PAGE.substitute(style=style, library=_script(dist / "js/timeline.js"), read=_data({"events": events}))


def _script(path: Path) -> str:
    return path.read_text(encoding="utf-8").replace("</script", "<\\/script")


def _data(read: object) -> str:
    return json.dumps(read).replace("</", "<\\/")
