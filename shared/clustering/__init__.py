"""Help with sorting, computed here from the cards' own words, in any script: likely groups, likely duplicates."""
