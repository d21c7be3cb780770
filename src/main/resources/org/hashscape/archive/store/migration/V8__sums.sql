-- Checksums (CRC-32C) of rows that had none; NULL where a row was written before schema 8. Blocks and models have their own.
PRAGMA user_version = 8;

ALTER TABLE tile ADD COLUMN sum INTEGER;            -- of key to acquired, in the order of the columns
ALTER TABLE thumbnail ADD COLUMN sum INTEGER;       -- of tile_id and jpeg
ALTER TABLE fingerprint ADD COLUMN sum INTEGER;     -- of tile_id and cells
ALTER TABLE descriptor_view ADD COLUMN sum INTEGER; -- of set_id, tile_id and vectors
ALTER TABLE region ADD COLUMN sum INTEGER;          -- of set_id, tile_id, map and vectors
ALTER TABLE multi_code ADD COLUMN sum INTEGER;      -- of model_id, tile_id and codes
ALTER TABLE run ADD COLUMN sum INTEGER;             -- of inputs and outcome
