"""The awards archive: records of many articles in one database, each body, award and person under one authority.

Its parts, in the order of the data flow:

- `database` opens an archive by its URL; `tables` is its schema, `migrations` the steps from each schema to the next;
- `importing` takes records in, one transaction a run; `identity` decides which names are one authority and which tellings
  one conferral;
- `decisions` keeps what people decide, as events over the extraction;
- `entries` is what a reader of the archive sees, `browse` fetches it, `search` finds it;
- `exchange` writes it in other systems' formats, `report` draws it.
"""
