"""Many samples at once: what their rows come to, in which order they are shown.  No Qt."""
