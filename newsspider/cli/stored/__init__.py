"""What commands that look at stored articles share: which are meant, and pages of them."""
