"""What is shipped beside the program: compose file, lock files, and the processes together."""
