"""Every command, declared once as data."""
