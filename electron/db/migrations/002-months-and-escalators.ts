/** Version 2: how a deal bills its months, and how its fee rises. Books before it billed calendar months by actual days. */
export const monthsAndEscalators = `
ALTER TABLE deals ADD COLUMN billing_months TEXT NOT NULL DEFAULT 'calendar'
  CHECK (billing_months IN ('calendar', 'contract'));
ALTER TABLE deals ADD COLUMN part_months TEXT NOT NULL DEFAULT 'actual'
  CHECK (part_months IN ('actual', 'thirty360'));
ALTER TABLE deals ADD COLUMN rounding TEXT NOT NULL DEFAULT 'halfAwayFromZero'
  CHECK (rounding IN ('halfAwayFromZero', 'halfEven'));

CREATE TABLE escalators (
  id TEXT PRIMARY KEY,
  charge_id TEXT NOT NULL UNIQUE REFERENCES charges (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('fixed', 'index')),
  rate INTEGER NOT NULL,
  cap INTEGER,
  floor INTEGER CHECK (floor <= cap),
  first_on TEXT NOT NULL,
  every_months INTEGER NOT NULL CHECK (every_months >= 1),
  applies_to TEXT NOT NULL CHECK (applies_to IN ('standard', 'ramped'))
) STRICT;
`
