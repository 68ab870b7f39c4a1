"""JPNN: its addresses, one layout, two kinds of list."""
