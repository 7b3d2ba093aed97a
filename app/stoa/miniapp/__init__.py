"""What a mini-app is: its manifest, its files, its package, its address, and what it may do. No Qt."""
