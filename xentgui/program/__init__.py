"""What runs: the command line, the checks before Qt, the start and the crash."""
