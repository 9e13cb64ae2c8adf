import { bearer, openCollege, type College } from './college.ts'
import { putInstitution, putRecords } from './put-records.ts'

/** Figures of `X` with the targets that plans have for them. */
export const askTargets = (indicator: string, from: number, to: number, more = '', targets = '') =>
  `{ indicator(id: "${indicator}") { series(institution: "X", from: ${from}, to: ${to}${more}) { figures {
    value category { key } targets${targets} { plan year value cumulative base { year value } actual progress due reached onCourse } } } } }`

/** Stays abroad of 2021/22 (4) and 2022/23 (6), the data date in the middle of 2023/24, when 3 have begun. */
async function putStays(college: College): Promise<void> {
  const stay = (n: number, start: string) => ({
    ...{ person: `P${n}`, direction: 'out', audience: 'student', purpose: 'study', country: 'TH' },
    ...{ start, end: start.replace('-10-', '-11-') },
  })
  const rows = [
    ...Array.from({ length: 4 }, (_, i) => stay(i, '2021-10-01')),
    ...Array.from({ length: 6 }, (_, i) => stay(100 + i, '2022-10-01')),
    ...Array.from({ length: 3 }, (_, i) => stay(200 + i, '2023-10-01')),
  ]
  await putRecords(college.causeway.database, 'mobility', 'X', rows, { dataDate: '2024-03-01' })
}

/** A college `X` whose data end on 1 March 2024, and an editor's token for it. */
export async function openWithStays(...[database, settings]: Parameters<typeof openCollege>) {
  const college = await openCollege(database, settings)
  await putInstitution(database, 'X', '2024-03-01')
  await putStays(college)
  const token = await college.tokenFor('editor', 'X')
  const put = (rows: Record<string, string | number | null>[]) =>
    putRecords(database, 'target', 'X', rows.map(toStored), { dataDate: '2024-03-01' })
  const targets = async (query: string, headers: Record<string, string> = bearer(token)) =>
    (await college.as(headers)(query)).data.indicator.series.figures as { value: number; targets: object[] }[]
  return { college, token, put, targets }
}

const toStored = (row: Record<string, string | number | null>) => ({
  plan: '双高',
  ...row,
  value: Number(row['value']) * 1_000_000,
})
