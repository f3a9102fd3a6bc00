"""The fund of a programme: who gives, what is called for, what each measure is promised and paid.

Pure rules, as everywhere: a booking is allowed or refused with a sentence. Sums are whole units of a call's currency.
"""
