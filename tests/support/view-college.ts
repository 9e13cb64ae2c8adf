import { parse } from 'csv-parse/sync'
import { expect } from 'vitest'
import { fillCollege, type College } from './college.ts'
import { putRecords } from './put-records.ts'

export const VIEW_FORMATS = ['png', 'svg', 'xlsx', 'csv', 'json'] as const

/** The rows of a CSV that has to be there. */
export async function rowsOf(college: College, path: string, headers = {}): Promise<Record<string, string>[]> {
  const response = await college.get(path, headers)
  expect([path, response.status]).toEqual([path, 200])
  return parse(await response.text(), { columns: true, bom: true })
}

/** The text alternative of an SVG. */
export const saidIn = (svg: string): string => /<desc[^>]*>([^<]*)/.exec(svg)![1]!

export async function fillPeers(college: College): Promise<void> {
  await fillCollege(college)
  const peer = { indicator: 'EX02', edition: '2022', year: 2022, source: '年报', page: '12' }
  await putRecords(college.causeway.database, 'peer-figure', 'X', [
    { ...peer, peer: 'A', value: 30_000_000 },
    { ...peer, peer: 'B', value: null, status: 'blank' },
    { ...peer, peer: 'C', edition: '2019', value: 99_000_000 },
  ])
}
