"""Real edits in LibreOffice Writer: a Basic macro drives it through UNO, opens a file, edits it and saves it."""

from __future__ import annotations

import subprocess
from pathlib import Path
from xml.sax.saxutils import escape

from referees import libreoffice

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
LIBRARIES = (
    HEAD
    + """\
<!DOCTYPE library:libraries PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "libraries.dtd">
<library:libraries xmlns:library="http://openoffice.org/2000/library" xmlns:xlink="http://www.w3.org/1999/xlink">
 <library:library library:name="Standard" library:link="false"/>
</library:libraries>
"""
)
LIBRARY = (
    HEAD
    + """\
<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "library.dtd">
<library:library xmlns:library="http://openoffice.org/2000/library" library:name="Standard" library:readonly="false"
 library:passwordprotected="false">
 <library:element library:name="Edits"/>
</library:library>
"""
)
MODULE = (
    HEAD
    + """\
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Edits" script:language="StarBasic">{}
</script:module>
"""
)
MACRO = """
Const PARAGRAPH_BREAK = 0
Dim doc

Sub EditFile(source As String, target As String)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue, saved(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden" : hidden(0).Value = True
  saved(0).Name = "FilterName" : saved(0).Value = "MS Word 2007 XML"
  doc = StarDesktop.loadComponentFromURL(ConvertToURL(source), "_blank", 0, hidden())
  {steps}
  doc.storeToURL(ConvertToURL(target), saved())
  doc.close(True)
End Sub

Function FindWords(words As String)
  Dim wanted
  wanted = doc.createSearchDescriptor()
  wanted.SearchString = words
  wanted.SearchCaseSensitive = True
  FindWords = doc.findFirst(wanted)
End Function

Function WholeLine(words As String)
  Dim found, cursor
  found = FindWords(words)
  cursor = found.Text.createTextCursorByRange(found.Start)
  cursor.gotoStartOfParagraph(False)
  cursor.gotoEndOfParagraph(True)
  WholeLine = cursor
End Function

Sub Replace(old As String, new_ As String)
  FindWords(old).String = new_
End Sub

Sub InsertAfter(words As String, more As String)
  Dim found
  found = FindWords(words)
  found.Text.insertString(found.End, more, False)
End Sub

Sub ReplaceLine(words As String, new_ As String)
  WholeLine(words).String = new_
End Sub

Sub AddAfter(words As String, new_ As String)
  Dim cursor
  cursor = WholeLine(words)
  cursor.gotoEndOfParagraph(False)
  cursor.Text.insertControlCharacter(cursor, PARAGRAPH_BREAK, False)
  cursor.Text.insertString(cursor, new_, False)
End Sub

Sub DeleteLine(words As String)
  Dim cursor
  cursor = WholeLine(words)
  cursor.goRight(1, True)
  cursor.String = ""
End Sub

Sub SplitBefore(words As String)
  Dim found
  found = FindWords(words)
  found.Text.insertControlCharacter(found.Start, PARAGRAPH_BREAK, False)
End Sub
"""


def edit(data: bytes, folder: Path, *steps: tuple[str, ...]) -> bytes:
    """The Word file after LibreOffice has made these edits and saved it; each is a Sub of the macro with arguments."""
    source, target, basic = folder / "before.docx", folder / "after.docx", folder / "profile" / "user" / "basic"
    source.write_bytes(data)
    _start(folder, "--terminate_after_init")  # the first start fills the profile, and would replace our macro
    (basic / "Standard").mkdir(parents=True, exist_ok=True)
    (basic / "script.xlc").write_text(LIBRARIES, "utf-8")
    (basic / "Standard" / "script.xlb").write_text(LIBRARY, "utf-8")
    macro = MACRO.format(steps="\n  ".join(map(_call, steps)))
    (basic / "Standard" / "Edits.xba").write_text(MODULE.format(escape(macro)), "utf-8")
    _start(folder, f'macro:///Standard.Edits.EditFile("{source}","{target}")')
    return target.read_bytes()


def _start(folder: Path, call: str) -> None:
    command = [str(libreoffice()), f"-env:UserInstallation=file://{folder}/profile", "--headless", call]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def _call(step: tuple[str, ...]) -> str:
    name, *arguments = step
    return f"{name} " + ", ".join('"' + argument.replace('"', '""') + '"' for argument in arguments)
