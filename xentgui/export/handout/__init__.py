"""A lecture on paper: a page for each scene, the answers behind them, and notes of its own."""
