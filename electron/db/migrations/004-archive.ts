/** Version 4: deals that are kept out of the way. */
export const archive = `
ALTER TABLE deals ADD COLUMN archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1));
`
