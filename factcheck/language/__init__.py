"""Text to words: spelling and numbers made equal, sentences, grammar; the only room with spaCy and rapidfuzz."""
