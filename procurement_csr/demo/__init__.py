"""The demo world: four organisations to try Steget with, loaded and removed by one command each.

`world` says what the tables are made of, `people`, `companies`, `helsingborg` and `sodertorn` are the tables,
`loading` writes them and `removal` takes them away. Everything is marked `is_demo`.
"""
