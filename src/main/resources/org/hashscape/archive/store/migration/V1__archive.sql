-- The archive file. Times are ISO-8601 UTC; blobs of numbers are little-endian.

-- How an archive is told from other databases ("HSA1"), and which schema it has.
PRAGMA application_id = 1213415729;
PRAGMA user_version = 1;

-- Facts about the archive itself: root (folder of the originals), created.
CREATE TABLE fact (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE tile (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    key           TEXT    NOT NULL UNIQUE,  -- path below the root, with '/'
    width         INTEGER NOT NULL,
    height        INTEGER NOT NULL,
    bands         INTEGER NOT NULL,
    format        TEXT    NOT NULL,
    file_bytes    INTEGER NOT NULL,         -- with file_modified: how a changed file is told
    file_modified INTEGER NOT NULL,         -- milliseconds since 1970
    crs           TEXT,
    footprint     TEXT,                     -- WGS84 ring: 'lon lat, lon lat, ...'
    acquired      TEXT                      -- ISO date
);

CREATE TABLE label (
    id   INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE
);

CREATE TABLE tile_label (
    tile_id  INTEGER NOT NULL REFERENCES tile ON DELETE CASCADE,
    label_id INTEGER NOT NULL REFERENCES label ON DELETE CASCADE,
    PRIMARY KEY (tile_id, label_id)
) WITHOUT ROWID;

CREATE INDEX tile_label_by_label ON tile_label (label_id);

CREATE TABLE thumbnail (
    tile_id INTEGER PRIMARY KEY REFERENCES tile ON DELETE CASCADE,
    jpeg    BLOB NOT NULL
);

-- Files that could not be imported, and why.
CREATE TABLE problem (
    path          TEXT PRIMARY KEY,
    reason        TEXT    NOT NULL,
    file_bytes    INTEGER NOT NULL,
    file_modified INTEGER NOT NULL
) WITHOUT ROWID;

-- One descriptor of one archive: what its extractor learned.
CREATE TABLE descriptor_set (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL UNIQUE,
    dimension INTEGER NOT NULL,
    seed      INTEGER NOT NULL,
    learned   BLOB    NOT NULL,
    sha256    TEXT    NOT NULL,             -- of learned
    version   TEXT    NOT NULL,             -- of Hashscape
    created   TEXT    NOT NULL
);

CREATE TABLE descriptor (
    set_id  INTEGER NOT NULL REFERENCES descriptor_set ON DELETE CASCADE,
    tile_id INTEGER NOT NULL REFERENCES tile ON DELETE CASCADE,
    vector  BLOB    NOT NULL,               -- float32
    PRIMARY KEY (set_id, tile_id)
);

CREATE TABLE model (
    id            INTEGER PRIMARY KEY,
    method        TEXT    NOT NULL,
    descriptor    TEXT    NOT NULL,
    asked_bits    INTEGER NOT NULL,
    seed          INTEGER NOT NULL,
    split         TEXT    NOT NULL,
    trained_tiles INTEGER NOT NULL,
    bytes         BLOB    NOT NULL,
    sha256        TEXT    NOT NULL,         -- of bytes
    version       TEXT    NOT NULL,
    created       TEXT    NOT NULL,
    UNIQUE (method, descriptor, asked_bits, seed, split)
);

CREATE TABLE code (
    model_id INTEGER NOT NULL REFERENCES model ON DELETE CASCADE,
    tile_id  INTEGER NOT NULL REFERENCES tile ON DELETE CASCADE,
    words    BLOB    NOT NULL,              -- int64
    PRIMARY KEY (model_id, tile_id)
) WITHOUT ROWID;

-- A changed or vanished tile takes its descriptors and codes along.
CREATE INDEX descriptor_by_tile ON descriptor (tile_id);
CREATE INDEX code_by_tile ON code (tile_id);
