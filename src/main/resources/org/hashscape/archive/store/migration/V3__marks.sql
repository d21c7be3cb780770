-- What users said about results, and the labels that came of it.
PRAGMA user_version = 3;

CREATE TABLE mark (
    query_id INTEGER NOT NULL REFERENCES tile ON DELETE CASCADE,  -- the tile that was asked about
    tile_id  INTEGER NOT NULL REFERENCES tile ON DELETE CASCADE,  -- the result that was marked
    verdict  TEXT    NOT NULL CHECK (verdict IN ('right', 'wrong')),
    marked   TEXT    NOT NULL,
    PRIMARY KEY (query_id, tile_id)
) WITHOUT ROWID;

CREATE INDEX mark_by_tile ON mark (tile_id);

-- Labels that a user gave, also listed in tile_label: an import does not take them away.
CREATE TABLE given_label (
    tile_id  INTEGER NOT NULL REFERENCES tile ON DELETE CASCADE,
    label_id INTEGER NOT NULL REFERENCES label ON DELETE CASCADE,
    PRIMARY KEY (tile_id, label_id)
) WITHOUT ROWID;

CREATE INDEX given_label_by_label ON given_label (label_id);
