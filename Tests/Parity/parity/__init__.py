"""Runs the same command lines through kubectl and skubectl against one cluster and compares what they leave."""
