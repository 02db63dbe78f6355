"""`python -m litcli`: the same program as the console script."""

from litcli.cli import main

if __name__ == "__main__":
    main()
