"""The queries room: one question a file, and what it takes to ask it.

`catalogue` reads the questions, `dataset` opens what a build has written, `parameters` finds what a person means by
"Italy" or "IOM", `runner` asks, `formats` writes the answer down.
"""
