import { checkMention } from '../../figures/indicators/check-mention.ts'
import type { RecordType } from '../../records/record-type.ts'
import { RECORD_TYPES } from '../../records/record-types.ts'
import { FIGURE_FACTOR } from '../../records/common-fields.ts'
import { listMentions, type MentionRow } from './store.ts'
import type { Causeway } from '../../figures/causeway.ts'
import type { Database } from '../../ground/database/database.ts'
import type { Found, Rule } from './school-year.ts'

const MOST_KEYS = 5

export const WRONG_MENTION: Rule = {
  code: 'WRONG_MENTION',
  severity: 'ERROR',
  instruction: {
    zh: '改正指标、统计时段或统计范围后重新导入，并撤回原批次：写错的行不参与任何比较。',
    en: 'Correct the indicator, basis or scope and import again, and take the first batch back: a wrong row is compared with nothing.',
  },
  find: (causeway, { institution }) => findMentions(causeway, institution, false),
}

export const OVER_100: Rule = {
  code: 'OVER_100',
  severity: 'WARNING',
  instruction: {
    zh: '对照来源核实：百分比一般不超过 100；确有其事的（如留学生多于本国学生）保留即可。',
    en: 'Look at the source again: a share is seldom over 100. Where it is so, as where more study abroad than at home, leave it.',
  },
  find: (causeway, { institution }) => findMentions(causeway, institution, true),
}

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
      found.push({
        ...{ recordType: type.name, count: alike.length, keys: alike.slice(0, MOST_KEYS).map(({ key }) => key) },
        message: {
          zh: `“${type.label.zh}”有 ${alike.length} 条记录：${zh}。`,
          en: `"${type.label.en}", ${alike.length === 1 ? '1 record' : `${alike.length} records`}: ${en}.`,
        },
      })
    }
  }
  return found
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
