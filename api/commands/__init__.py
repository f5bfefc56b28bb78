"""The commands of `phahe`, a module for each kind; heavy packages are imported when a command runs, not before."""
