"""What the extractor is measured against: other methods for parts of what a record holds, each as its users would use it."""
