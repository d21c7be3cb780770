-- What a network sees of a tile in each of its orientations: hash layers train on these one by one.
PRAGMA user_version = 4;

CREATE TABLE descriptor_view (
    set_id  INTEGER NOT NULL REFERENCES descriptor_set ON DELETE CASCADE,
    tile_id INTEGER NOT NULL REFERENCES tile ON DELETE CASCADE,
    vectors BLOB    NOT NULL,               -- float16, one orientation after the other; their mean is the descriptor
    PRIMARY KEY (set_id, tile_id)
);

CREATE INDEX descriptor_view_by_tile ON descriptor_view (tile_id);
