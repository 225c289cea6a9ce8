"""Rules about every string in a finished file, seen or not: what pupils get holds nothing that is for staff."""

from lessonkit.check.strings import nothing_for_staff_reaches_pupils

RULES = (nothing_for_staff_reaches_pupils.RULE,)
