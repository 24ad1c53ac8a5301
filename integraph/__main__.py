"""`python -m integraph`."""

from integraph.cli import main

if __name__ == "__main__":
    main()
