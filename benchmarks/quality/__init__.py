"""The scoreboard: what newsspider and its peers read off our gold cases, field by field."""
