"""Minutes: composed from the records alone, so they are always current. See document.py (what) and render.py (how)."""
