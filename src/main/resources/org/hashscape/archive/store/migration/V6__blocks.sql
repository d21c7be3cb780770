-- What many tiles have in common work is kept in blocks, so that archives of millions open at once.
PRAGMA user_version = 6;

-- What tile, tile_label and label say of 4,096 tile ids at a time, column by column: archive.catalogue.TileBlockFormat.
-- A copy for quick reading: a block goes when one of its tiles changes, and is made again from those tables.
CREATE TABLE tile_block (
    number  INTEGER PRIMARY KEY,            -- (tile id - 1) / 4096
    columns BLOB NOT NULL
);

CREATE TRIGGER tile_block_stale_1 AFTER INSERT ON tile
    BEGIN DELETE FROM tile_block WHERE number = (new.id - 1) / 4096; END;
CREATE TRIGGER tile_block_stale_2 AFTER UPDATE ON tile
    BEGIN DELETE FROM tile_block WHERE number = (new.id - 1) / 4096; END;
CREATE TRIGGER tile_block_stale_3 AFTER DELETE ON tile
    BEGIN DELETE FROM tile_block WHERE number = (old.id - 1) / 4096; END;
CREATE TRIGGER tile_block_stale_4 AFTER INSERT ON tile_label
    BEGIN DELETE FROM tile_block WHERE number = (new.tile_id - 1) / 4096; END;
CREATE TRIGGER tile_block_stale_5 AFTER DELETE ON tile_label
    BEGIN DELETE FROM tile_block WHERE number = (old.tile_id - 1) / 4096; END;
