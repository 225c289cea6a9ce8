"""The bench: the same two documents built by lessonkit and by others, in turns, with what each of them takes."""
