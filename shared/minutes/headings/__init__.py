"""The headings of the minutes, one topic a file, in the order in which ``document`` puts them."""
