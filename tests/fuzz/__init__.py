"""Coverage-guided fuzzing; each module is a target and a command."""
