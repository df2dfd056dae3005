/** What all migrations come to, from an empty file on. Written by `npm run unit -- migrations --update`. */
export const schemaOfToday = `
CREATE TABLE settings (
  id TEXT PRIMARY KEY CHECK (id = 'book'),
  name TEXT NOT NULL,
  currency TEXT NOT NULL,
  baseline_id TEXT REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
  as_of TEXT NOT NULL,
  discounting TEXT NOT NULL CHECK (discounting IN ('effective', 'nominal', 'actual365')),
  timing TEXT NOT NULL CHECK (timing IN ('advance', 'middle', 'arrears')),
  valuation TEXT NOT NULL CHECK (valuation IN ('earliestStart', 'asOf'))
, perspective TEXT NOT NULL DEFAULT 'buyer'
  CHECK (perspective IN ('buyer', 'provider')), on_demand_price INTEGER CHECK (on_demand_price >= 0), on_demand_gpus INTEGER CHECK (on_demand_gpus >= 0)) STRICT;

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
, billing_months TEXT NOT NULL DEFAULT 'calendar'
  CHECK (billing_months IN ('calendar', 'contract')), part_months TEXT NOT NULL DEFAULT 'actual'
  CHECK (part_months IN ('actual', 'thirty360')), rounding TEXT NOT NULL DEFAULT 'halfAwayFromZero'
  CHECK (rounding IN ('halfAwayFromZero', 'halfEven')), status TEXT NOT NULL DEFAULT 'draft'
  CHECK (status IN ('draft', 'offered', 'negotiation', 'signed', 'ended')), notes TEXT NOT NULL DEFAULT '', tags TEXT NOT NULL DEFAULT '', availability INTEGER NOT NULL DEFAULT 1000000
  CHECK (availability BETWEEN 0 AND 1000000), service_credits INTEGER NOT NULL DEFAULT 0
  CHECK (service_credits BETWEEN 0 AND 1000000), first_offer TEXT NOT NULL DEFAULT '', support INTEGER CHECK (support >= 0), equity INTEGER CHECK (equity >= 0), replacement_months INTEGER CHECK (replacement_months >= 0), replacement_price INTEGER CHECK (replacement_price >= 0), replacement_gpus INTEGER CHECK (replacement_gpus >= 0), archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1))) STRICT;

CREATE TABLE charges (
  id TEXT PRIMARY KEY,
  deal_id TEXT NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
  label TEXT NOT NULL,
  monthly_fee INTEGER NOT NULL CHECK (monthly_fee >= 0),
  invoiced TEXT NOT NULL CHECK (invoiced IN ('advance', 'arrears')),
  net_days INTEGER NOT NULL CHECK (net_days >= 0)
, position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0), kind TEXT NOT NULL DEFAULT 'recurring'
  CHECK (kind IN ('recurring', 'metered', 'power')), basis TEXT NOT NULL DEFAULT 'flat'
  CHECK (basis IN ('flat', 'perMegawatt', 'perKilowatt', 'perGpu', 'perGpuHour', 'perKilowattHour')), unit_price INTEGER NOT NULL DEFAULT 0 CHECK (unit_price >= 0), tranche_id TEXT REFERENCES tranches (id) DEFERRABLE INITIALLY DEFERRED, follows_capacity INTEGER NOT NULL DEFAULT 1 CHECK (follows_capacity IN (0, 1)), "from" TEXT, "until" TEXT CHECK ("until" > "from"), frequency TEXT NOT NULL DEFAULT 'monthly'
  CHECK (frequency IN ('monthly', 'quarterly', 'annual')), utilisation INTEGER NOT NULL DEFAULT 1000000
  CHECK (utilisation BETWEEN 0 AND 1000000), minimum_share INTEGER NOT NULL DEFAULT 0
  CHECK (minimum_share BETWEEN 0 AND 1000000), overage_above INTEGER CHECK (overage_above BETWEEN 0 AND 1000000), overage_price INTEGER NOT NULL DEFAULT 0 CHECK (overage_price >= 0), settlement TEXT NOT NULL DEFAULT 'monthly'
  CHECK (settlement IN ('monthly', 'quarterly', 'annual')), carries_forward INTEGER NOT NULL DEFAULT 0 CHECK (carries_forward IN (0, 1))) STRICT;

CREATE INDEX charges_by_deal ON charges (deal_id);

CREATE TABLE tranches (
  id TEXT PRIMARY KEY,
  deal_id TEXT NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
  kilowatts INTEGER CHECK (kilowatts >= 0),
  power_basis TEXT NOT NULL CHECK (power_basis IN ('criticalIt', 'facility')),
  gpus INTEGER CHECK (gpus >= 0)
, position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0), label TEXT NOT NULL DEFAULT 'Capacity' CHECK (label <> ''), pue INTEGER CHECK (pue >= 1000000), gpu_model TEXT NOT NULL DEFAULT '', "from" TEXT, "until" TEXT CHECK ("until" > "from"), long_stop TEXT, grace_months INTEGER NOT NULL DEFAULT 0 CHECK (grace_months >= 0), remedy TEXT NOT NULL DEFAULT 'none'
  CHECK (remedy IN ('none', 'terminate', 'acceptFewer', 'either'))) STRICT;

CREATE INDEX tranches_by_deal ON tranches (deal_id);

CREATE TABLE termination_rights (
  id TEXT PRIMARY KEY,
  deal_id TEXT NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
  party TEXT NOT NULL CHECK (party IN ('buyer', 'provider')),
  allowed INTEGER NOT NULL CHECK (allowed IN (0, 1)),
  notice INTEGER NOT NULL CHECK (notice >= 0),
  notice_unit TEXT NOT NULL CHECK (notice_unit IN ('days', 'months')),
  day_of_notice_counts INTEGER NOT NULL CHECK (day_of_notice_counts IN (0, 1)),
  lock_out_until TEXT,
  lock_out_bars TEXT NOT NULL CHECK (lock_out_bars IN ('notice', 'end')), fee_basis TEXT NOT NULL DEFAULT 'none'
  CHECK (fee_basis IN ('none', 'fixed', 'months', 'share', 'byDate')), fee_amount INTEGER NOT NULL DEFAULT 0 CHECK (fee_amount >= 0), fee_months INTEGER NOT NULL DEFAULT 0 CHECK (fee_months >= 0), fee_share INTEGER NOT NULL DEFAULT 0
  CHECK (fee_share BETWEEN 0 AND 1000000), refunds_unused INTEGER NOT NULL DEFAULT 1
  CHECK (refunds_unused IN (0, 1)), forfeits_prepaid INTEGER NOT NULL DEFAULT 0
  CHECK (forfeits_prepaid IN (0, 1)), hazard INTEGER NOT NULL DEFAULT 0
  CHECK (hazard BETWEEN 0 AND 1000000),
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
, alternative_value TEXT) STRICT;

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

CREATE TABLE escalators (
  id TEXT PRIMARY KEY,
  charge_id TEXT NOT NULL UNIQUE REFERENCES charges (id) DEFERRABLE INITIALLY DEFERRED,
  kind TEXT NOT NULL CHECK (kind IN ('fixed', 'index')),
  rate INTEGER NOT NULL,
  cap INTEGER,
  floor INTEGER CHECK (floor <= cap),
  first_on TEXT NOT NULL,
  every_months INTEGER NOT NULL CHECK (every_months >= 1),
  applies_to TEXT NOT NULL CHECK (applies_to IN ('standard', 'ramped')),
  decimals INTEGER CHECK (decimals BETWEEN 0 AND 6),
  carried INTEGER NOT NULL CHECK (carried IN (0, 1))
) STRICT;

CREATE TABLE usage_steps (
  id TEXT PRIMARY KEY,
  charge_id TEXT NOT NULL REFERENCES charges (id) DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL CHECK ("until" > "from"),
  share INTEGER NOT NULL CHECK (share BETWEEN 0 AND 1000000)
) STRICT;

CREATE INDEX usage_steps_by_charge ON usage_steps (charge_id);

CREATE TABLE ramp_steps (
  id TEXT PRIMARY KEY,
  charge_id TEXT NOT NULL REFERENCES charges (id) DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL CHECK ("until" > "from"),
  basis TEXT NOT NULL CHECK (basis IN ('percentOfStandard', 'percentOff', 'fixedFee', 'proRata')),
  share INTEGER CHECK (share BETWEEN 0 AND 1000000),
  fixed_fee INTEGER CHECK (fixed_fee >= 0),
  CHECK ((basis = 'fixedFee') = (fixed_fee IS NOT NULL)),
  CHECK ((basis IN ('percentOfStandard', 'percentOff')) = (share IS NOT NULL))
) STRICT;

CREATE INDEX ramp_steps_by_charge ON ramp_steps (charge_id);

CREATE TABLE delivery_steps (
  id TEXT PRIMARY KEY,
  tranche_id TEXT NOT NULL REFERENCES tranches (id) DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL CHECK ("until" > "from"),
  share INTEGER CHECK (share BETWEEN 0 AND 1000000),
  gpus INTEGER CHECK (gpus >= 0),
  CHECK ((share IS NULL) <> (gpus IS NULL))
) STRICT;

CREATE INDEX delivery_steps_by_tranche ON delivery_steps (tranche_id);

CREATE TABLE termination_fees (
  id TEXT PRIMARY KEY,
  right_id TEXT NOT NULL REFERENCES termination_rights (id) DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL CHECK ("until" > "from"),
  amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;

CREATE INDEX termination_fees_by_right ON termination_fees (right_id);

CREATE TABLE one_offs (
  id TEXT PRIMARY KEY,
  deal_id TEXT NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  label TEXT NOT NULL CHECK (label <> ''),
  "on" TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('fee', 'credit')),
  amount INTEGER NOT NULL CHECK (amount >= 0)
) STRICT;

CREATE INDEX one_offs_by_deal ON one_offs (deal_id);

CREATE TABLE advances (
  id TEXT PRIMARY KEY,
  deal_id TEXT NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  label TEXT NOT NULL CHECK (label <> ''),
  kind TEXT NOT NULL CHECK (kind IN ('prepayment', 'deposit')),
  tranche_id TEXT REFERENCES tranches (id) DEFERRABLE INITIALLY DEFERRED,
  amount INTEGER CHECK (amount >= 0),
  share INTEGER CHECK (share BETWEEN 0 AND 1000000),
  paid_on TEXT,
  credit_from INTEGER NOT NULL CHECK (credit_from >= 1),
  credit_months INTEGER NOT NULL CHECK (credit_months >= 0),
  CHECK ((amount IS NULL) <> (share IS NULL))
) STRICT;

CREATE INDEX advances_by_deal ON advances (deal_id);

CREATE TABLE renewals (
  id TEXT PRIMARY KEY,
  deal_id TEXT NOT NULL REFERENCES deals (id) DEFERRABLE INITIALLY DEFERRED,
  position INTEGER NOT NULL CHECK (position >= 0),
  months INTEGER NOT NULL CHECK (months >= 1),
  price_change INTEGER NOT NULL,
  notice_days INTEGER NOT NULL CHECK (notice_days >= 0),
  probability INTEGER NOT NULL CHECK (probability BETWEEN 0 AND 1000000)
) STRICT;

CREATE INDEX renewals_by_deal ON renewals (deal_id);

CREATE TABLE versions (
  id TEXT PRIMARY KEY CHECK (id <> ''),
  name TEXT NOT NULL CHECK (name <> ''),
  made_at TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  deals INTEGER NOT NULL CHECK (deals >= 0),
  -- The file, deflated (RFC 1950).
  book BLOB NOT NULL
) STRICT;

INSERT INTO book_state (id, revision, history_cursor) VALUES (1, 0, 0);
`
