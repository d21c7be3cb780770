-- What was measured, and what tells copies of a tile from other tiles.
PRAGMA user_version = 2;

-- Turned copies of a tile have almost the same fingerprint (imaging.DihedralFingerprint); made from thumbnails.
CREATE TABLE fingerprint (
    tile_id INTEGER PRIMARY KEY REFERENCES tile ON DELETE CASCADE,
    cells   BLOB NOT NULL                   -- 16 x 16 uint16, big-endian, 1/256 grey level
);

-- One request; its rows are measured one after the other and stay when it is interrupted.
CREATE TABLE evaluation (
    id      INTEGER PRIMARY KEY AUTOINCREMENT,
    started TEXT    NOT NULL,
    request TEXT    NOT NULL,               -- JSON
    planned INTEGER NOT NULL                -- rows, once all are measured
);

-- One method, descriptor, bit count and seed, measured. Not measured again while its inputs are the same.
CREATE TABLE run (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    inputs   TEXT NOT NULL UNIQUE,          -- SHA-256 of everything that decides the figures
    made_of  TEXT NOT NULL,                 -- JSON: those inputs, to repeat it by
    outcome  TEXT NOT NULL,                 -- JSON: the figures
    version  TEXT NOT NULL,                 -- of Hashscape
    machine  TEXT NOT NULL,
    finished TEXT NOT NULL
);

CREATE TABLE evaluation_run (
    evaluation_id INTEGER NOT NULL REFERENCES evaluation ON DELETE CASCADE,
    place         INTEGER NOT NULL,         -- in the order of the request, from 0
    run_id        INTEGER NOT NULL REFERENCES run ON DELETE CASCADE,
    PRIMARY KEY (evaluation_id, place)
) WITHOUT ROWID;

CREATE INDEX evaluation_run_by_run ON evaluation_run (run_id);
