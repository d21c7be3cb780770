-- Regions of tiles, several codes per tile, and names of the primitives these belong to.
PRAGMA user_version = 5;

-- How the regions of an archive are described: what the extractor learned.
CREATE TABLE region_set (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL UNIQUE,      -- 'regions', or a backbone's id
    dimension INTEGER NOT NULL,
    learned   BLOB    NOT NULL,
    sha256    TEXT    NOT NULL,             -- of learned
    version   TEXT    NOT NULL,             -- of Hashscape
    created   TEXT    NOT NULL
);

CREATE TABLE region (
    set_id  INTEGER NOT NULL REFERENCES region_set ON DELETE CASCADE,
    tile_id INTEGER NOT NULL REFERENCES tile ON DELETE CASCADE,
    map     BLOB    NOT NULL,               -- model.RegionMap.toBytes: runs of region numbers, at most 128 pixels a side
    vectors BLOB    NOT NULL,               -- float32, one row per region
    PRIMARY KEY (set_id, tile_id)
);

-- Codes of models whose method is a multi-code: model.MultiCode.toBytes, only the primitives that the tile shows.
CREATE TABLE multi_code (
    model_id INTEGER NOT NULL REFERENCES model ON DELETE CASCADE,
    tile_id  INTEGER NOT NULL REFERENCES tile ON DELETE CASCADE,
    codes    BLOB    NOT NULL,
    PRIMARY KEY (model_id, tile_id)
) WITHOUT ROWID;

-- What the user calls the primitives of a model.
CREATE TABLE primitive (
    model_id INTEGER NOT NULL REFERENCES model ON DELETE CASCADE,
    number   INTEGER NOT NULL,              -- 0..16
    name     TEXT    NOT NULL,
    PRIMARY KEY (model_id, number)
) WITHOUT ROWID;

-- A changed or vanished tile takes its regions and codes along.
CREATE INDEX region_by_tile ON region (tile_id);
CREATE INDEX multi_code_by_tile ON multi_code (tile_id);
