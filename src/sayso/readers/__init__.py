"""Bytes become documents: plain text and web pages, from files, streams and addresses.

Nothing here prints, reads the environment or changes a text; what is left out is listed with its reason.
Heavy libraries (trafilatura, py3langid, charset-normalizer) are imported where they are first needed.
"""
