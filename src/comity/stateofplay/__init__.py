"""The state of play: assessments, priorities, recommendations, reforms and what they would open.

Reads the atlas, the planner and casework's figures; never changes them.
"""
