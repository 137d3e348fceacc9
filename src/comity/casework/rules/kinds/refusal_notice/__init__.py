"""Refusal or postponement, with its ground and reasons: Article 27(4) to (7) of the Budapest Convention."""
