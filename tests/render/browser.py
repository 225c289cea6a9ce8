"""Pages opened in headless Chromium: what a script finds out about them there."""

from __future__ import annotations

import json
import re
import subprocess
from html import escape, unescape
from pathlib import Path
from typing import Any

import referees

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=20000",
)

NARROWEST_WINDOW_PX = 500
"""Headless Chromium opens nothing narrower; tables are cards here."""

TEXT_SPACING = """<style>*{line-height:1.5!important;letter-spacing:.12em!important;word-spacing:.16em!important}
p{margin-bottom:2em!important}</style>"""
"""What WCAG 2.2 SC 1.4.12 says a reader may set without losing anything."""


def axe_violations(page: str, folder: Path, width_px: int = 1200) -> list[str]:
    """What axe-core has against a page: rule and element, for every level up to WCAG 2.2 AA and its best practices."""
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    script = f"""{referees.axe().read_text("utf-8")};
    axe.run({{runOnly: {json.dumps(tags)}}}).then(found => report({{
        passes: found.passes.length,
        violations: found.violations.flatMap(rule => rule.nodes.map(node => rule.id + ": " + node.html)),
    }}))"""
    result = _ask(_without_policy(page), script, folder, width_px)
    assert result["passes"] > 10
    violations: list[str] = result["violations"]
    return violations


def scroll_width(page: str, width_px: int, folder: Path) -> int:
    """How wide a page is in a window of this width; more than the width means sideways scrolling."""
    frame = f'<!DOCTYPE html><iframe width="{width_px}" height="600" style="border:0" srcdoc="{escape(page)}"></iframe>'
    script = """onload = () => document.querySelector("iframe").contentDocument.fonts.ready.then(() =>
        report(document.querySelector("iframe").contentDocument.documentElement.scrollWidth))"""
    width: int = _ask(frame, script, folder)
    return width


def _without_policy(page: str) -> str:
    """The page without the policy that forbids scripts, so that it can be asked."""
    changed, count = re.subn(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
    assert count == 1
    return changed


def _ask(page: str, script: str, folder: Path, width_px: int = 1200) -> Any:
    """What the script hands to `report` when the page is open."""
    report = """const report = found => {
        const result = document.createElement("pre")
        result.id = "result"
        result.textContent = JSON.stringify(found)
        document.documentElement.append(result)
    }"""
    file = folder / "page.html"
    file.write_text(f"{page}<script>{report}</script><script>{script}</script>", "utf-8")
    window = (f"--window-size={width_px},1600", f"--user-data-dir={folder / 'profile'}")
    command = [referees.chromium(), *FLAGS, *window, "--dump-dom", file.as_uri()]
    answer = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    found = re.search(r'<pre id="result">(.*?)</pre>', answer, re.DOTALL)
    assert found, "The script in the page did not finish."
    return json.loads(unescape(found[1]))
