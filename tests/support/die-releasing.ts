import type { KyselyPlugin } from 'kysely'
import { OPERATOR } from '@causeway/server/access/viewer'
import { createRelease } from '@causeway/server/desk/releases/make-release'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { openDatabase } from '@causeway/server/ground/database/open'

/** Makes a release of the college X in `DATABASE_URL`, and is killed before so many statements of what writes it. */
const [left = ''] = process.argv.slice(2)
let statements = Number(left)
const dies: KyselyPlugin = {
  transformQuery({ node }) {
    if (statements-- === 0) process.kill(process.pid, 'SIGKILL')
    return node
  },
  transformResult: ({ result }) => Promise.resolve(result),
}
const database = await openDatabase(process.env['DATABASE_URL']!)
const dying = Object.create(database, {
  write: { value: (work, options) => database.write((db) => work(db.withPlugin(dies)), options) },
} satisfies Record<string, { value: typeof database.write }>) as typeof database
const indicators = CATALOGUE.filter(({ code }) => code === 'EX02' || code === 'EX05')
const causeway = { database: dying, indicators, publicReading: true }
await createRelease(causeway, OPERATOR, { institution: 'X', name: `before ${left}`, year: 2023 })
await database.close()
