"""The tester's page: a mini-app in a room of its own, under chosen conditions, with everything it does laid open."""
