"""What a person looks at: differences, tables, calendars."""
