"""The least program that Typer makes, with the option that litcli's start-up is compared at."""

import typer


def _version(asked: bool) -> None:
    if asked:
        typer.echo("bare 1.0")
        raise typer.Exit


def main(version: bool = typer.Option(False, "--version", callback=_version, is_eager=True)) -> None:
    """Do nothing."""


if __name__ == "__main__":
    typer.run(main)
