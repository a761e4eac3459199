"""`factcheck db …`: the expert's verbs.

In go names and folders, out go problems with their places, test outcomes, templates, counts. A file of its own as each
command has.
"""

from __future__ import annotations
