"""Windows that ask for something and close; they report what is wanted, as data."""
