"""Tables that people send in: read as plain text cells, in a process of its own that can do little harm."""
