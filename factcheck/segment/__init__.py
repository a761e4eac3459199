"""Document to candidates: what stands around a sentence, and what is no claim, or not the text's own."""
