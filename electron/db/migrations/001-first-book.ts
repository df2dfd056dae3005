/** Version 1: one table a kind of entity, one row an entity, and the history of edits. */
export const firstBook = `
CREATE TABLE settings (
  id TEXT PRIMARY KEY CHECK (id = 'book'),
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  baseline_id TEXT REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
  as_of TEXT NOT NULL,
  discounting TEXT NOT NULL CHECK (discounting IN ('effective', 'nominal', 'actual365')),
  timing TEXT NOT NULL CHECK (timing IN ('advance', 'middle', 'arrears')),
  valuation TEXT NOT NULL CHECK (valuation IN ('earliestStart', 'asOf'))
) STRICT;

CREATE TABLE deals (
  id TEXT PRIMARY KEY,
  position INTEGER NOT NULL CHECK (position >= 0),
  shown INTEGER NOT NULL CHECK (shown IN (0, 1)),
  name TEXT NOT NULL CHECK (name <> ''),
  buyer TEXT NOT NULL,
  provider TEXT NOT NULL,
  facility TEXT NOT NULL,
  signed TEXT,
  start TEXT NOT NULL,
  "end" TEXT NOT NULL CHECK ("end" > start),
  discount_rate INTEGER NOT NULL
) STRICT;

CREATE TABLE charges (
  id TEXT PRIMARY KEY,
  deal_id TEXT NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT NOT NULL,
  monthly_fee INTEGER NOT NULL CHECK (monthly_fee >= 0),
  invoiced TEXT NOT NULL CHECK (invoiced IN ('advance', 'arrears')),
  net_days INTEGER NOT NULL CHECK (net_days >= 0)
) STRICT;
CREATE INDEX charges_by_deal ON charges (deal_id);

CREATE TABLE ramp_steps (
  id TEXT PRIMARY KEY,
  charge_id TEXT NOT NULL REFERENCES charges (id) DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL CHECK ("until" > "from"),
  basis TEXT NOT NULL CHECK (basis IN ('percentOfStandard', 'percentOff', 'fixedFee')),
  share INTEGER CHECK (share BETWEEN 0 AND 1000000),
  fixed_fee INTEGER CHECK (fixed_fee >= 0),
  CHECK ((basis = 'fixedFee') = (fixed_fee IS NOT NULL) AND (basis = 'fixedFee') = (share IS NULL))
) STRICT;
CREATE INDEX ramp_steps_by_charge ON ramp_steps (charge_id);

CREATE TABLE tranches (
  id TEXT PRIMARY KEY,
  deal_id TEXT NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
  kilowatts INTEGER CHECK (kilowatts >= 0),
  power_basis TEXT NOT NULL CHECK (power_basis IN ('criticalIt', 'facility')),
  gpus INTEGER CHECK (gpus >= 0)
) STRICT;
CREATE INDEX tranches_by_deal ON tranches (deal_id);

CREATE TABLE delivery_steps (
  id TEXT PRIMARY KEY,
  tranche_id TEXT NOT NULL REFERENCES tranches (id) DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL CHECK ("until" > "from"),
  share INTEGER NOT NULL CHECK (share BETWEEN 0 AND 1000000)
) STRICT;
CREATE INDEX delivery_steps_by_tranche ON delivery_steps (tranche_id);

CREATE TABLE termination_rights (
  id TEXT PRIMARY KEY,
  deal_id TEXT NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
  party TEXT NOT NULL CHECK (party IN ('buyer', 'provider')),
  allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
  notice INTEGER NOT NULL CHECK (notice >= 0),
  notice_unit TEXT NOT NULL CHECK (notice_unit IN ('days', 'months')),
  day_of_notice_counts INTEGER NOT NULL CHECK (day_of_notice_counts IN (0, 1)),
  lock_out_until TEXT,
  lock_out_bars TEXT NOT NULL CHECK (lock_out_bars IN ('notice', 'end')),
  UNIQUE (deal_id, party)
) STRICT;

CREATE TABLE evidence (
  id TEXT PRIMARY KEY,
  deal_id TEXT NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
  term TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('stated', 'reported', 'assumed', 'proposed')),
  source TEXT NOT NULL,
  quotation TEXT NOT NULL,
  dated TEXT,
  supports TEXT,
  alternative TEXT NOT NULL,
  inherited INTEGER NOT NULL CHECK (inherited IN (0, 1))
) STRICT;
CREATE INDEX evidence_by_deal ON evidence (deal_id);

CREATE TABLE history_steps (
  sequence INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  label TEXT NOT NULL,
  changes TEXT NOT NULL CHECK (json_valid(changes))
) STRICT;

CREATE TABLE book_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL CHECK (revision >= 0),
  history_cursor INTEGER NOT NULL CHECK (history_cursor >= 0)
) STRICT;
INSERT INTO book_state (id, revision, history_cursor) VALUES (1, 0, 0);
`
