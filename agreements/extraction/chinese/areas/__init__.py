"""What is agreed on: phrases of cooperation and their terms in the vocabulary."""
