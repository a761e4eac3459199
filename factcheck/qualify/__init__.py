"""How a claim is made: denied, hedged, doubted, outdone, with which numbers, and how far each cue reaches."""
