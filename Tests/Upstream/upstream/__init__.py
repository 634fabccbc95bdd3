"""Upstream's own tests of kubectl commands, with two clients."""
