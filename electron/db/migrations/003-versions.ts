/** Version 3: named states of the whole book, kept in it. Each is a book file of the version it was made with. */
export const keptVersions = `
CREATE TABLE versions (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  made_at TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  deals INTEGER NOT NULL CHECK (deals >= 0),
  -- The file, deflated (RFC 1950).
  book BLOB NOT NULL
) STRICT;
`
