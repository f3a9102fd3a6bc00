"""Papers that are printed: forms and sheets, blank or with what is known filled in, slips and cards. All pure."""
