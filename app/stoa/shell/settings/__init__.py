"""The settings: general, accounts, what each mini-app may do, and what is followed."""
