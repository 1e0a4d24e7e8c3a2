"""One file per command: it reads its options, calls the rooms below, and hands the answer to the output."""
