"""integraph from a checkout: `python build.py [PATH …] [--out DIR]`; the command `integraph` is the same program."""

from integraph.cli import main

if __name__ == "__main__":
    main()
