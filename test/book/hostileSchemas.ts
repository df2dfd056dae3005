import Database from 'better-sqlite3'
import type { Spoil } from './hostile.ts'

type Next = (below: number) => number

/** Runs SQL on a file, with all that SQLite would forbid allowed. */
export const tampered =
  (sql: string | ((next: Next) => string)): Spoil =>
  (path, next) => {
    const file = new Database(path)
    file.unsafeMode()
    file.pragma('foreign_keys = OFF')
    file.pragma('ignore_check_constraints = ON')
    file.exec(typeof sql === 'string' ? sql : sql(next))
    file.close()
  }

/** Rewrites what the list of tables says about one of them. */
const rewritten = (name: string, sql: string): Spoil =>
  tampered(`PRAGMA writable_schema = ON; UPDATE sqlite_schema SET ${sql} WHERE name = '${name}'`)

const endless = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n'
const tables = [
  'deals',
  'charges',
  'evidence',
  'settings',
  'history_steps',
  'book_state',
  'versions',
] as const
const any = (next: Next): string => tables[next(tables.length)]!

/** Books whose list of tables holds what no book has, and what it would cost to believe it. */
export const hostileSchemas: Readonly<Record<string, Spoil>> = {
  'a trigger that deletes': tampered(
    (next) => `CREATE TRIGGER t AFTER UPDATE ON ${any(next)} BEGIN DELETE FROM evidence; END`,
  ),
  'a trigger without end': tampered(
    `CREATE TRIGGER t AFTER UPDATE ON deals BEGIN INSERT INTO evidence (id) ${endless}; END`,
  ),
  'a view without end': tampered(`CREATE VIEW v AS ${endless}`),
  'a view without end in place of a table': tampered(
    (next) => `
      CREATE TABLE kept AS SELECT group_concat('1 AS "' || name || '"') AS columns FROM pragma_table_info('deals');
      PRAGMA writable_schema = ON;
      UPDATE sqlite_schema SET type = 'view', rootpage = 0, sql = 'CREATE VIEW deals AS WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS rowid, ' || (SELECT columns FROM kept) || ' FROM n'
        WHERE name = 'deals' AND ${next(2)} < 2`,
  ),
  'a table of a module': tampered('CREATE VIRTUAL TABLE words USING fts5(word)'),
  'a table of a module nobody has': tampered(
    `PRAGMA writable_schema = ON; INSERT INTO sqlite_schema VALUES ('table', 'x', 'x', 0, 'CREATE VIRTUAL TABLE x USING nothing(1)')`,
  ),
  'a module in place of a table': rewritten(
    'deals',
    "rootpage = 0, sql = 'CREATE VIRTUAL TABLE deals USING dbstat(main)'",
  ),
  'an extra table': tampered('CREATE TABLE notes (note TEXT)'),
  'an extra index': tampered((next) => `CREATE INDEX i ON ${any(next)} (1 + ${next(9)})`),
  'an extra index that is long in the making': tampered(
    'CREATE INDEX i ON deals (length(hex(zeroblob(20000000)) || id))',
  ),
  'an extra column': tampered((next) => `ALTER TABLE ${any(next)} ADD COLUMN remark TEXT`),
  'a computed column': rewritten(
    'evidence',
    `sql = replace(sql, ') STRICT', ', remark TEXT AS (hex(zeroblob(400000000)))) STRICT')`,
  ),
  'a computed column in place of one': rewritten(
    'deals',
    `sql = replace(sql, 'name TEXT NOT NULL', 'name TEXT NOT NULL AS (hex(zeroblob(450000000)))')`,
  ),
  'a check that takes its time': rewritten(
    'deals',
    `sql = replace(sql, '(name <> '''')', '(length(hex(zeroblob(100000000))) > 1)')`,
  ),
  'a default that calls a function': rewritten(
    'settings',
    `sql = replace(sql, 'DEFAULT ''buyer''', 'DEFAULT (hex(randomblob(400000000)))')`,
  ),
  'a table less': tampered((next) => `DROP TABLE ${['evidence', 'usage_steps', 'versions'][next(3)]}`),
  'a list of tables that is nonsense': rewritten('charges', "sql = 'CREATE TABLE nonsense'"),
  'two tables in one place': rewritten(
    'charges',
    "rootpage = (SELECT rootpage FROM sqlite_schema WHERE name = 'deals')",
  ),
  'a table beyond the end': rewritten('charges', 'rootpage = 999999'),
  'a table where the list of tables is': rewritten('charges', 'rootpage = 1'),
}
