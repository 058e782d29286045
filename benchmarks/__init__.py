"""Measures the speed of the program beside a lower bound ("the floor") and matplotlib."""
