"""Many stories: shards on one machine, resumable, each story compared on its own."""
