"""What the store's tests stand on."""

from tests.store.databases import cluster, migrated_file, store, url
from tests.store.house import house

__all__ = ["cluster", "house", "migrated_file", "store", "url"]
