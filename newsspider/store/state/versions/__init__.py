"""The tables of the state, and how those that an older program left become them."""
