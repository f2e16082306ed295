"""What the house stands on: the database backend, the job queue, backup, checks of the machine."""
