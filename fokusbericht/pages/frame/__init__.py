"""What pages of all kinds share."""
