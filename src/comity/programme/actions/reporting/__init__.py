"""Reports of many projects: asked for, made by the worker, erased after a day."""
