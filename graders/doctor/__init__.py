"""What this machine can promise: what it isolates, and whether it withstands known attacks."""
