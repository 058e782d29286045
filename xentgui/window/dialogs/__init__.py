"""Windows that ask for something and go: what is asked for is data, and the window is told."""
