"""What is stored, for people and programs: rows, formats, card, dictionary, checksums."""
