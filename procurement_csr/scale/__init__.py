"""Made-up municipalities by the thousand placements, to measure speed with."""
