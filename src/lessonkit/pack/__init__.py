"""Packs: everything one class needs for a lesson, in a folder and a ZIP."""
