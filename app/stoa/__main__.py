"""`python -m stoa`."""

from stoa.supervisor import main

if __name__ == "__main__":
    main()
