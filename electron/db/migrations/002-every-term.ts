/**
 * Version 2: every term a deal can have. Books before it knew one flat charge a deal, billed by calendar months and actual
 * days, one tranche, and no cost of leaving but the fees of the notice.
 */
export const everyTerm = `
ALTER TABLE settings ADD COLUMN perspective TEXT NOT NULL DEFAULT 'buyer'
  CHECK (perspective IN ('buyer', 'provider'));
ALTER TABLE settings ADD COLUMN on_demand_price INTEGER CHECK (on_demand_price >= 0);
ALTER TABLE settings ADD COLUMN on_demand_gpus INTEGER CHECK (on_demand_gpus >= 0);

ALTER TABLE deals ADD COLUMN billing_months TEXT NOT NULL DEFAULT 'calendar'
  CHECK (billing_months IN ('calendar', 'contract'));
ALTER TABLE deals ADD COLUMN part_months TEXT NOT NULL DEFAULT 'actual'
  CHECK (part_months IN ('actual', 'thirty360'));
ALTER TABLE deals ADD COLUMN rounding TEXT NOT NULL DEFAULT 'halfAwayFromZero'
  CHECK (rounding IN ('halfAwayFromZero', 'halfEven'));
ALTER TABLE deals ADD COLUMN status TEXT NOT NULL DEFAULT 'draft'
  CHECK (status IN ('draft', 'offered', 'negotiation', 'signed', 'ended'));
ALTER TABLE deals ADD COLUMN notes TEXT NOT NULL DEFAULT '';
ALTER TABLE deals ADD COLUMN tags TEXT NOT NULL DEFAULT '';
ALTER TABLE deals ADD COLUMN availability INTEGER NOT NULL DEFAULT 1000000
  CHECK (availability BETWEEN 0 AND 1000000);
ALTER TABLE deals ADD COLUMN service_credits INTEGER NOT NULL DEFAULT 0
  CHECK (service_credits BETWEEN 0 AND 1000000);
ALTER TABLE deals ADD COLUMN first_offer TEXT NOT NULL DEFAULT '';
ALTER TABLE deals ADD COLUMN support INTEGER CHECK (support >= 0);
ALTER TABLE deals ADD COLUMN equity INTEGER CHECK (equity >= 0);
ALTER TABLE deals ADD COLUMN replacement_months INTEGER CHECK (replacement_months >= 0);
ALTER TABLE deals ADD COLUMN replacement_price INTEGER CHECK (replacement_price >= 0);
ALTER TABLE deals ADD COLUMN replacement_gpus INTEGER CHECK (replacement_gpus >= 0);

ALTER TABLE tranches ADD COLUMN position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0);
ALTER TABLE tranches ADD COLUMN label TEXT NOT NULL DEFAULT 'Capacity' CHECK (label <> '');
ALTER TABLE tranches ADD COLUMN pue INTEGER CHECK (pue >= 1000000);
ALTER TABLE tranches ADD COLUMN gpu_model TEXT NOT NULL DEFAULT '';
ALTER TABLE tranches ADD COLUMN "from" TEXT;
ALTER TABLE tranches ADD COLUMN "until" TEXT CHECK ("until" > "from");
ALTER TABLE tranches ADD COLUMN long_stop TEXT;
ALTER TABLE tranches ADD COLUMN grace_months INTEGER NOT NULL DEFAULT 0 CHECK (grace_months >= 0);
ALTER TABLE tranches ADD COLUMN remedy TEXT NOT NULL DEFAULT 'none'
  CHECK (remedy IN ('none', 'terminate', 'acceptFewer', 'either'));

ALTER TABLE charges ADD COLUMN position INTEGER NOT NULL DEFAULT 0 CHECK (position >= 0);
ALTER TABLE charges ADD COLUMN kind TEXT NOT NULL DEFAULT 'recurring'
  CHECK (kind IN ('recurring', 'metered', 'power'));
ALTER TABLE charges ADD COLUMN basis TEXT NOT NULL DEFAULT 'flat'
  CHECK (basis IN ('flat', 'perMegawatt', 'perKilowatt', 'perGpu', 'perGpuHour', 'perKilowattHour'));
ALTER TABLE charges ADD COLUMN unit_price INTEGER NOT NULL DEFAULT 0 CHECK (unit_price >= 0);
ALTER TABLE charges ADD COLUMN tranche_id TEXT REFERENCES tranches (id) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE charges ADD COLUMN follows_capacity INTEGER NOT NULL DEFAULT 1 CHECK (follows_capacity IN (0, 1));
ALTER TABLE charges ADD COLUMN "from" TEXT;
ALTER TABLE charges ADD COLUMN "until" TEXT CHECK ("until" > "from");
ALTER TABLE charges ADD COLUMN frequency TEXT NOT NULL DEFAULT 'monthly'
  CHECK (frequency IN ('monthly', 'quarterly', 'annual'));
ALTER TABLE charges ADD COLUMN utilisation INTEGER NOT NULL DEFAULT 1000000
  CHECK (utilisation BETWEEN 0 AND 1000000);
ALTER TABLE charges ADD COLUMN minimum_share INTEGER NOT NULL DEFAULT 0
  CHECK (minimum_share BETWEEN 0 AND 1000000);
ALTER TABLE charges ADD COLUMN overage_above INTEGER CHECK (overage_above BETWEEN 0 AND 1000000);
ALTER TABLE charges ADD COLUMN overage_price INTEGER NOT NULL DEFAULT 0 CHECK (overage_price >= 0);
ALTER TABLE charges ADD COLUMN settlement TEXT NOT NULL DEFAULT 'monthly'
  CHECK (settlement IN ('monthly', 'quarterly', 'annual'));
ALTER TABLE charges ADD COLUMN carries_forward INTEGER NOT NULL DEFAULT 0 CHECK (carries_forward IN (0, 1));

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

ALTER TABLE ramp_steps RENAME TO ramp_steps_1;
DROP INDEX ramp_steps_by_charge;
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
INSERT INTO ramp_steps SELECT id, charge_id, "from", "until", basis, share, fixed_fee FROM ramp_steps_1;
DROP TABLE ramp_steps_1;
CREATE INDEX ramp_steps_by_charge ON ramp_steps (charge_id);

ALTER TABLE delivery_steps RENAME TO delivery_steps_1;
DROP INDEX delivery_steps_by_tranche;
CREATE TABLE delivery_steps (
  id TEXT PRIMARY KEY,
  tranche_id TEXT NOT NULL REFERENCES tranches (id) DEFERRABLE INITIALLY DEFERRED,
  "from" TEXT NOT NULL,
  "until" TEXT NOT NULL CHECK ("until" > "from"),
  share INTEGER CHECK (share BETWEEN 0 AND 1000000),
  gpus INTEGER CHECK (gpus >= 0),
  CHECK ((share IS NULL) <> (gpus IS NULL))
) STRICT;
INSERT INTO delivery_steps SELECT id, tranche_id, "from", "until", share, NULL FROM delivery_steps_1;
DROP TABLE delivery_steps_1;
CREATE INDEX delivery_steps_by_tranche ON delivery_steps (tranche_id);

ALTER TABLE termination_rights ADD COLUMN fee_basis TEXT NOT NULL DEFAULT 'none'
  CHECK (fee_basis IN ('none', 'fixed', 'months', 'share', 'byDate'));
ALTER TABLE termination_rights ADD COLUMN fee_amount INTEGER NOT NULL DEFAULT 0 CHECK (fee_amount >= 0);
ALTER TABLE termination_rights ADD COLUMN fee_months INTEGER NOT NULL DEFAULT 0 CHECK (fee_months >= 0);
ALTER TABLE termination_rights ADD COLUMN fee_share INTEGER NOT NULL DEFAULT 0
  CHECK (fee_share BETWEEN 0 AND 1000000);
ALTER TABLE termination_rights ADD COLUMN refunds_unused INTEGER NOT NULL DEFAULT 1
  CHECK (refunds_unused IN (0, 1));
ALTER TABLE termination_rights ADD COLUMN forfeits_prepaid INTEGER NOT NULL DEFAULT 0
  CHECK (forfeits_prepaid IN (0, 1));
UPDATE termination_rights SET forfeits_prepaid = 1 WHERE party = 'buyer';
ALTER TABLE termination_rights ADD COLUMN hazard INTEGER NOT NULL DEFAULT 0
  CHECK (hazard BETWEEN 0 AND 1000000);

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

ALTER TABLE evidence ADD COLUMN alternative_value TEXT;
`
