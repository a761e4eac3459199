"""What a verdict is printed with: the words it quotes, the sources it cites, why in a sentence or two."""
