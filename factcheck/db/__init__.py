"""The evidence base: folders of YAML -> `ClaimsDB`, with every fault as a value that has a place.

Comes in: folders. Goes out: the base, its problems, its tests, its schemas. A room of its own because the base is
written by people who know the skin and not the code: all that helps or stops them stands here.
"""
