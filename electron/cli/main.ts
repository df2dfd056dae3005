// better-sqlite3 uses Node-API 10 and ends the process with a fault below it.
if (Number(process.versions['napi'] ?? 0) < 10) {
  process.stderr.write(
    `Offtake needs Node 22.14 or newer; this is ${process.version}. "npm ci" brings one: start it with npm.\n`,
  )
  process.exit(1)
}

/** Offtake from a terminal. Exit code 1 and a sentence on the error stream where it cannot do what was asked. */
async function main(): Promise<void> {
  const { run } = await import('./run.ts')
  const answer = run(process.argv.slice(2))
  if (answer.ok) process.stdout.write(`${answer.value}\n`)
  else {
    process.stderr.write(`${answer.error.message}\n`)
    process.exitCode = 1
  }
}

void main()
