"""What breaks Steget on purpose, to see that nothing is lost and nothing is doubled unnoticed."""
