"""The programme office: projects, what they are to achieve, what they do, with whom and with what money.

Reads every floor below; other floors know nothing of projects.
"""
