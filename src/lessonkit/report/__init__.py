"""Reports: what the rules find in files and definitions, gathered, sorted and written for people and programs."""
