"""What persons allowed and refused to mini-apps, and what was refused to mini-apps and why."""
