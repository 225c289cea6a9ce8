"""Files for the print room: finished pages laid on sheets, in grey if asked, with marks, counts and a job ticket."""
