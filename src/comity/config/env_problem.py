"""What is wrong with the environment, for every file that reads a part of it."""


class EnvironmentProblem(Exception):
    """The environment names something this node cannot work with. The text says which variable, and what to do."""
