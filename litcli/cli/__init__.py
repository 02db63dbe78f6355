"""The terminal: one module a command group. The only place that prints, prompts, reads the environment, or knows rich."""
