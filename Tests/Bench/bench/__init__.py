"""Measures skubectl as ratios against kubectl and curl, which hold on any machine."""
