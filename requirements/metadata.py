"""Build hook: the wheel depends on what requirements/run.in names, so that the list stands in one place."""

from pathlib import Path

from hatchling.metadata.plugin.interface import MetadataHookInterface

BUILD_ONLY = {"hatchling", "editables"}


class RunRequirements(MetadataHookInterface):
    def update(self, metadata: dict) -> None:
        lines = (Path(self.root) / "requirements" / "run.in").read_text().splitlines()
        named = (line for line in lines if line and not line.startswith("#"))
        metadata["dependencies"] = [line for line in named if line not in BUILD_ONLY]
