-- Tiles that are windows of scenes or several band files, and pictures that are rendered anew.
PRAGMA user_version = 7;

-- Files that tiles are made of, where a tile is not simply the file of its key.
CREATE TABLE source (
    id    INTEGER PRIMARY KEY,
    files TEXT NOT NULL UNIQUE              -- paths below the root with '/', joined by '//'; bands in this order
);

-- x to height: the window of a scene; NULL for whole files.
CREATE TABLE tile_source (
    tile_id   INTEGER PRIMARY KEY REFERENCES tile ON DELETE CASCADE,
    source_id INTEGER NOT NULL REFERENCES source,
    x         INTEGER,
    y         INTEGER,
    width     INTEGER,
    height    INTEGER
);

-- Windows of scenes that are no tiles, since too little was measured there; not looked at again while the file stays.
CREATE TABLE blank_window (
    key           TEXT PRIMARY KEY,
    file_bytes    INTEGER NOT NULL,
    file_modified INTEGER NOT NULL
) WITHOUT ROWID;

-- Tiles whose thumbnails still show the rendering before the last change.
CREATE TABLE stale_thumbnail (
    tile_id INTEGER PRIMARY KEY REFERENCES tile ON DELETE CASCADE
);
