"""Candidates to matches: what a sentence takes over, the gate, and which assertion it makes."""
