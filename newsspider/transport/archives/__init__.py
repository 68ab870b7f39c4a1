"""How public archives are asked: where, how politely, and what is kept of their answers."""
