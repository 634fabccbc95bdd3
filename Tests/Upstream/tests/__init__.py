"""Tests of the scripts that run upstream's suite."""
