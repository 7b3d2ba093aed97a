"""The host's questions to the person: outside every page, answered by nobody else."""
