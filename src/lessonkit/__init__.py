"""Accessible lesson plans, leaflets and guides from plain definitions: PDF, Word and HTML."""

__version__ = "0.1.0"
