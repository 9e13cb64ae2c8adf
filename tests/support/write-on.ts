import { setTimeout as sleep } from 'node:timers/promises'
import { openDatabase } from '@causeway/server/ground/database/open'
import { putRecords } from './put-records.ts'

// A program: another process that writes. It commits learners of college X one after the other, and says the revision after each.
const [url, commits] = process.argv.slice(2)
const database = await openDatabase(url!)
for (let n = 0; n < Number(commits); n++) {
  const learner = { programme: 'PA', kind: 'degree', nationality: 'VN', start: '2022-09-01', end: '2023-07-01' }
  await putRecords(database, 'enrolment', 'X', [{ person: `w${n}`, full_time: 1, planned_days: 300, ...learner }])
  const states = await database.quick
    .selectFrom('institution_state')
    .selectAll()
    .where('institution', '=', 'X')
    .execute()
  console.log(`revision ${states[0]!.revision}`)
  await sleep(50)
}
await database.close()
