import { checkMention } from '../../figures/indicators/check-mention.ts'
import type { RecordType } from '../../records/record-type.ts'
import { FIGURE_FACTOR, RECORD_TYPES } from '../../records/record-types.ts'
import { listMentions, type MentionRow } from './store.ts'
import { hashOfText } from '../../ground/database/kept-texts.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Database } from '../../ground/database/database.ts'
import type { Found, Find } from './school-year.ts'
import { listTargets, toPlanLines, type PlanLine, type StoredTarget } from '../targets/plan-line.ts'

const MOST_KEYS = 5
const HASH_SHOWN = 8

export const wrongMention: Find = (causeway, { institution }) => findMentions(causeway, institution, false)

export const over100: Find = (causeway, { institution }) => findMentions(causeway, institution, true)

/** Targets and figures of peers: their rows name an indicator. */
const SPEAKING = RECORD_TYPES.filter(({ fields }) => fields.some(({ name }) => name === 'indicator'))

/** What targets and figures of peers say of indicators that cannot be, or is doubtful. */
async function findMentions(
  { database, indicators }: Causeway,
  institution: string,
  doubts: boolean,
): Promise<Found[]> {
  const found: Found[] = []
  for (const type of SPEAKING) {
    const rows = await readMentions(database, institution, type)
    const problems = rows.flatMap(({ key, value, cumulative, ...row }) => {
      const problem = checkMention(indicators, {
        ...row,
        cumulative: cumulative === 1,
        value: value === null ? null : value / FIGURE_FACTOR,
      })
      return problem && problem.isDoubt === doubts ? [{ key, ...problem }] : []
    })
    for (const [zh, alike] of Map.groupBy(problems, ({ message }) => message.zh)) {
      const { en } = alike[0]!.message
      const keys = alike.map(({ key }) => key)
      found.push({
        ...ofKeys(type.name, keys, hashOfText(zh).slice(0, HASH_SHOWN)),
        message: {
          zh: `“${type.label.zh}”有 ${alike.length} 条记录：${zh}。`,
          en: `"${type.label.en}", ${alike.length === 1 ? '1 record' : `${alike.length} records`}: ${en}.`,
        },
      })
    }
  }
  return found
}

/** A finding of records by their keys, which are of years. */
function ofKeys(recordType: string, keys: string[], part: string): Omit<Found, 'message'> {
  const shown = { count: keys.length, keys: keys.slice(0, MOST_KEYS) }
  return { recordType, ...shown, records: { keys }, part, sort: 'year' }
}

const PAGE = 10_000

async function readMentions(database: Database, institution: string, recordType: RecordType): Promise<MentionRow[]> {
  return database.snapshot(async (db) => {
    const mentions: MentionRow[] = []
    for (let after: string | null = null; ;) {
      const page: MentionRow[] = await listMentions(db, institution, recordType, { after, limit: PAGE })
      mentions.push(...page)
      if (page.length < PAGE) return mentions
      after = page.at(-1)!.key
    }
  })
}

export const targetTwice: Find = async (causeway, { institution }) => {
  const lines = await readLines(causeway, institution)
  return lines.flatMap((line): Found[] => {
    const rows = [...line.targets, ...(line.base ? [line.base] : [])]
    return [...Map.groupBy(rows, ({ year }) => year)].flatMap(([year, alike]) =>
      alike.length === 1 ? [] : [tell(line, year, alike)],
    )
  })
}

export const targetBackwards: Find = async (causeway, { institution }) => {
  const lines = await readLines(causeway, institution)
  return lines.flatMap((line): Found[] => {
    const { base, indicator, targets } = line
    if (!base || indicator.betterWhen === null) return []
    const sign = indicator.betterWhen === 'HIGHER' ? 1 : -1
    const worse = targets.filter((row) => !row.cumulative && sign * (row.value - base.value) < 0)
    if (worse.length === 0) return []
    return [
      {
        ...ofKeys(
          'target',
          worse.map(({ key }) => key),
          partOf(line),
        ),
        message: {
          zh: `规划“${line.plan}”中“${indicator.name.zh}”的基期值为 ${base.value}，${worse.map(({ year, value }) => `${year} 年目标为 ${value}`).join('，')}。`,
          en: `In "${line.plan}", ${indicator.code} begins at ${base.value} and is to be ${worse.map(({ year, value }) => `${value} in ${year}`).join(', ')}.`,
        },
      },
    ]
  })
}

/** One line of one plan. */
const partOf = ({ plan, indicator, basis }: PlanLine) => [plan, indicator.id, basis].join(' ')

function tell(line: PlanLine, year: number, rows: StoredTarget[]): Found {
  const { plan, indicator } = line
  const keys = rows.map(({ key }) => key)
  return {
    ...ofKeys('target', keys, `${partOf(line)} ${year}`),
    message: {
      zh: `规划“${plan}”中“${indicator.name.zh}”${year} 年有 ${rows.length} 条。`,
      en: `"${plan}" has ${rows.length} rows for ${indicator.code} in ${year}.`,
    },
  }
}

async function readLines(causeway: Causeway, institution: string): Promise<PlanLine[]> {
  return toPlanLines(await listTargets(causeway, institution), causeway.indicators)
}
