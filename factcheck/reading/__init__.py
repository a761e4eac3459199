"""What a sentence says by itself: concepts and cues of the lexicon, clauses, who does what to what, and whose it is."""
