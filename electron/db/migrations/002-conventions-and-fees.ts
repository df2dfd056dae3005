/**
 * Version 2: how a deal bills its months, how its fee rises, and what leaving costs. Books before it billed calendar
 * months by actual days, and knew no other fee than that of the notice.
 */
export const conventionsAndFees = `
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

ALTER TABLE termination_rights ADD COLUMN fee_basis TEXT NOT NULL DEFAULT 'none'
  CHECK (fee_basis IN ('none', 'fixed', 'months', 'share', 'byDate'));
ALTER TABLE termination_rights ADD COLUMN fee_amount INTEGER NOT NULL DEFAULT 0 CHECK (fee_amount >= 0);
ALTER TABLE termination_rights ADD COLUMN fee_months INTEGER NOT NULL DEFAULT 0 CHECK (fee_months >= 0);
ALTER TABLE termination_rights ADD COLUMN fee_share INTEGER NOT NULL DEFAULT 0
  CHECK (fee_share BETWEEN 0 AND 1000000);

CREATE TABLE termination_fees (
  id TEXT PRIMARY KEY,
  right_id TEXT NOT NULL REFERENCES termination_rights (id) DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL CHECK ("until" > "from"),
  amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;
CREATE INDEX termination_fees_by_right ON termination_fees (right_id);
`
