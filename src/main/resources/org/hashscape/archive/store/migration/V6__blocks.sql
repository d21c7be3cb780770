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

-- Descriptors of the tiles of a block of ids: as many ids, a power of two up to 256, as make up to 32 KB of numbers.
-- Archives of schema 5 and older have them in descriptor, tile by tile, until they are opened.
CREATE TABLE descriptor_block (
    set_id  INTEGER NOT NULL REFERENCES descriptor_set ON DELETE CASCADE,
    number  INTEGER NOT NULL,               -- (tile id - 1) / ids of a block
    tiles   INTEGER NOT NULL,               -- how many of these ids have a descriptor
    offsets BLOB    NOT NULL,               -- uint8 each: (tile id - 1) % ids of a block, ascending
    vectors BLOB    NOT NULL,               -- int8 exponents, float16 numbers tile by tile, CRC-32C of both and offsets
    PRIMARY KEY (set_id, number)
);

-- Codes of the tiles of 4,096 ids; before schema 6 in code, tile by tile.
CREATE TABLE code_block (
    model_id INTEGER NOT NULL REFERENCES model ON DELETE CASCADE,
    number   INTEGER NOT NULL,              -- (tile id - 1) / 4096
    tiles    INTEGER NOT NULL,
    offsets  BLOB    NOT NULL,              -- uint16 each: (tile id - 1) % 4096, ascending
    words    BLOB    NOT NULL,              -- int64, code by code, CRC-32C of both and offsets
    PRIMARY KEY (model_id, number)
);
