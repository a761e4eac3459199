"""`python -m factcheck`: the same as the command."""

from factcheck.cli import main

if __name__ == "__main__":
    main()
