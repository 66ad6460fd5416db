"""Ada answers everything, and everything right."""
