"""The terminal: parses commands, calls one function below, shows what it gave. The only place that prints, prompts or draws."""


def main() -> None:
    """Run the command line and leave with its exit code."""
    from litcli.cli.app import app

    app()
