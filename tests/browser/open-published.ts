import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Causeway } from '@causeway/server/figures/causeway'
import { migrate } from '@causeway/server/records/migrate'
import { openDatabase } from '@causeway/server/ground/database/open'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { writePublication, type PublicationReport } from '@causeway/server/outlets/publish/write-publication'
import { afterAll, beforeAll } from 'vitest'
import { ENROLMENT_HEADER, openCollege, type College } from '../support/college.ts'

/** Enough of the catalogue for every kind of page; the whole of it makes some two thousand of them. */
const CODES = ['DN02', 'DN03', 'EX02', 'EX05', 'ST07', 'SK05']

const root = mkdtempSync(join(tmpdir(), 'causeway-published-'))
export const parent = join(root, '公开 数据')
export const out = join(parent, 'site')
export const databaseUrl = `file:${join(root, 'college.db')}`
export let college: College
export let causeway: Causeway
export let report: PublicationReport

/** The public figures of a small college as a folder, for all tests of a file. */
export function openPublished(codes = CODES): void {
  openToPublish(codes)
  beforeAll(async () => {
    report = await writePublication(causeway, { institution: 'X', release: 'live', out })
  })
}

/** The same college, of which nothing is published yet. */
export function openToPublish(codes = CODES): void {
  beforeAll(async () => {
    mkdirSync(root, { recursive: true })
    const database = await openDatabase(databaseUrl)
    await migrate(database)
    college = await openCollege(database)
    const learner = (n: number, nationality: string) => `L${n},,PA,degree,1,${nationality},2022-09-01,2023-07-01,300`
    const learners = Array.from({ length: 37 }, (_, n) => learner(n, n < 12 ? 'VN' : n < 34 ? 'TH' : 'LA'))
    for (const [type, lines] of Object.entries({
      institution: ['code,name_zh,name_en,country', 'X,甲学院,College X,CN'],
      programme: ['code,name_zh,name_en,kind', 'PA,数控,CNC,ordinary'],
      enrolment: [ENROLMENT_HEADER, ...learners],
    }))
      await college.put(type, lines, 'X', '2023-12-31')
    causeway = { ...college.causeway, indicators: CATALOGUE.filter(({ code }) => codes.includes(code)) }
  })
  afterAll(async () => {
    await college?.app.close()
    if (college) await settleKeeping(college.causeway.database)
    await college?.causeway.database.close()
    rmSync(root, { recursive: true, force: true })
  })
}

/** A file of the folder. */
export const read = (file: string) => readFileSync(join(out, file), 'utf8')
