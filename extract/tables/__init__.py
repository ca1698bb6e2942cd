"""Records into Parquet tables: their schemas, their encoding, and a commit that never leaves half a dataset."""
