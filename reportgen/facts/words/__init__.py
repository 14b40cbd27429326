"""What the words of a cell say: numbers, days, steps, names, clause by clause."""
