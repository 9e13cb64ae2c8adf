import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { MAPPINGS } from '@causeway/server/records/import/mapping/read-mapping'
import { offersFor, recognisedAs, type OfferedColumn } from '../support/offered-columns.ts'
import { realFile, whySkipped } from '../support/real-data.ts'

const DESK = 'college-workbooks'
const WORKBOOKS = {
  ...{
    '01': '01学生出国境交流一览表.xlsx',
    '03': '03留学生名册.xlsx',
    '06': '06国境外技能大赛获奖.xlsx',
    '07': '07境外人员培训汇总.xlsx',
  },
  ...{ '08': '08标准输出一览.xlsx', '10': '10近三年国际学生人数.xlsx', two: 'two-row-header.xlsx' },
}
const MINISTRY = ['W020250627301230138068', 'W020250627301230143042'].flatMap((name) => [
  `moe-china-hei-2025/${name}.xls`,
  `moe-china-hei-2025/${name}.converted.xlsx`,
])
/** Files of which a mapping ships. */
const SHIPPED: [mapping: string, file: string][] = [
  ['bilgi-mobility', 'bilgi-erasmus-outbound-2024/placements_no_ids.csv'],
  ['bilgi-partner', 'bilgi-erasmus-outbound-2024/placements_no_ids.csv'],
  ['dfe-enrolment', 'dfe-apprenticeships-provider/provider_breakdowns_0.csv.gz'],
  ['dfe-institution', 'dfe-apprenticeships-provider/provider_breakdowns_0.csv.gz'],
  ['dfe-volume', 'dfe-apprenticeships-provider/lad_map_data_0.csv.gz'],
  ['inserjeunes-institution', 'inserjeunes-cfa/fr-en-inserjeunes-cfa.csv'],
  ['inserjeunes-peer-figure', 'inserjeunes-cfa/fr-en-inserjeunes-cfa.csv'],
  ...[...MINISTRY, 'moe-china-hei-2025/moe_2025_gb18030.csv'].map((file): [string, string] => [
    'moe-institution',
    file,
  ]),
  ['uis-inbound-peer-figure', 'uis-mobility/share-of-students-from-abroad.csv'],
  ['uis-outbound-peer-figure', 'uis-mobility/share-of-students-studying-abroad.csv'],
  ['worldskills-competition-result', 'worldskills-2007-2011/wsc_results_skills01-04.csv'],
]

/** Offered for columns that the mappings do not name, and right: the header and what is under it say so. */
const RIGHT_BESIDES = [
  `${DESK}/${WORKBOOKS['01']} mobility 专业 programme`,
  `${DESK}/${WORKBOOKS['07']} training-session 委托单位 sponsor`,
]
/**
 * What no single column of the workbooks says by itself: years as heads, two ends in a cell, a number that a code is made from, several
 * persons in a cell, a country with a school.
 */
const ASKED = [
  `${DESK}/${WORKBOOKS['10']} enrolment ^\\d{4}/`,
  `${DESK}/${WORKBOOKS['01']} mobility 起止时间`,
  `${DESK}/${WORKBOOKS['06']} competition-result 序号`,
  `${DESK}/${WORKBOOKS['06']} competition-result 获奖学生`,
  `${DESK}/${WORKBOOKS['08']} standard 序号`,
  `${DESK}/${WORKBOOKS['08']} adoption 序号`,
  `${DESK}/${WORKBOOKS['08']} adoption 采用国家及单位`,
]

interface Named {
  type: string
  column: string
  fields: string[]
}

type Source = string | { column?: string; columns?: string[]; name?: string; birth?: string }
interface Records {
  type: string
  fields: Record<string, Source>
  unpivot?: { columns: string; names: string[]; values: string }
}

/** Which columns a mapping names, and for which fields: those that it unfolds by the pattern of their heads. */
function namedBy(text: string): Named[] {
  const mapping = parse(text) as Records & { institution?: Source; records?: Records[] }
  const { institution } = mapping
  return (mapping.records ?? [mapping]).flatMap(({ type, fields, unpivot = mapping.unpivot }) => {
    const named = new Map<string, string[]>()
    for (const [field, source] of Object.entries({ ...fields, ...(institution !== undefined && { institution }) })) {
      const { column, columns = [], name, birth } = typeof source === 'string' ? { column: source } : source
      for (const one of [column, ...columns, name, birth])
        if (one !== undefined) {
          const from = unpivot && (one === unpivot.values || unpivot.names.includes(one)) ? unpivot.columns : one
          named.set(from, [...(named.get(from) ?? []), field])
        }
    }
    return [...named].map(([column, its]) => ({ type, column, fields: its }))
  })
}

/** Columns of a file by a name in a mapping: a header, the upper and the lower head, or (unfolded) a pattern of such. */
function findColumns(offers: OfferedColumn[], name: string): OfferedColumn[] {
  const [upper = '', lower] = name.split('/')
  if (name.startsWith('^')) return offers.filter(({ header }) => new RegExp(`${upper}$`).test(header))
  const found = offers.filter(({ header }) => header === upper || header === name)
  // Of two columns under one upper head, the first is 开始, the second 结束.
  return lower === undefined || found.length < 2 ? found : [found[lower === '结束' ? 1 : 0]!]
}

interface Judged {
  /** Columns that the mappings name, as `file type column`, once each. */
  named: string[]
  /** Of these, those that are not offered for what the mapping takes them for. */
  missed: string[]
  /** What is offered for anything else than the mapping says. */
  wrong: string[]
}

async function judge(file: string, mappingText: string, shipped?: string): Promise<Judged> {
  const judged: Judged = { named: [], missed: [], wrong: [] }
  const all = namedBy(mappingText)
  for (const type of new Set(all.map((one) => one.type))) {
    const offers = (await offersFor(realFile(file), type, shipped)) ?? []
    const right = new Map<OfferedColumn, string[]>()
    for (const { column, fields } of all.filter((one) => one.type === type)) {
      const place = `${file} ${type} ${column}`
      const columns = findColumns(offers, column)
      for (const one of columns) right.set(one, fields)
      judged.named.push(...(columns.length === 0 ? [place] : columns.map(() => place)))
      judged.missed.push(
        ...(columns.length === 0
          ? [place]
          : columns.flatMap(({ field }) => (fields.includes(field ?? '') ? [] : [place]))),
      )
    }
    for (const column of offers) {
      const said = `${file} ${type} ${column.header} ${column.field}`
      const isRight = column.field === null || right.get(column)?.includes(column.field)
      if (!isRight && !RIGHT_BESIDES.includes(said)) judged.wrong.push(said)
    }
  }
  return judged
}

function together(all: Judged[]): Judged {
  return {
    named: all.flatMap(({ named }) => named),
    missed: all.flatMap(({ missed }) => missed),
    wrong: all.flatMap(({ wrong }) => wrong),
  }
}

describe.skipIf(whySkipped)('what is offered for the columns of files that nobody here wrote', () => {
  const mappingOf = (number: string) => readFileSync(realFile(`${DESK}/mappings/${number}.yaml`), 'utf8')

  test('is never wrong, and is four in five of what their mappings name', async () => {
    const desk: Judged[] = []
    for (const [number, file] of Object.entries(WORKBOOKS)) desk.push(await judge(`${DESK}/${file}`, mappingOf(number)))
    const published: Judged[] = []
    for (const [mapping, file] of SHIPPED)
      published.push(await judge(file, readFileSync(join(MAPPINGS, `${mapping}.yaml`), 'utf8'), mapping))
    const { named, missed, wrong } = together([...desk, ...published])
    expect(wrong).toEqual([])
    expect(missed.length / named.length).toBeLessThanOrEqual(0.2)
    expect(together(desk).missed).toEqual(ASKED)
  })

  test('is nothing for files of which nothing is known', async () => {
    const flows = realFile('erasmus-flows-2013/sm2013-14_flow_20191018.csv')
    expect(await recognisedAs(flows)).toBeNull()
    for (const type of ['mobility', 'enrolment', 'partner']) expect(await offersFor(flows, type), type).toBeNull()
  })

  test('is no value for all rows where a column may hold it', async () => {
    const held = async (number: keyof typeof WORKBOOKS, type: string) => {
      const offers = (await offersFor(realFile(`${DESK}/${WORKBOOKS[number]}`), type)) ?? []
      return [...new Set(offers.flatMap(({ mayHold }) => mayHold))].sort()
    }
    expect(await held('01', 'mobility')).toEqual(['end', 'start'])
    expect(await held('10', 'enrolment')).toEqual(['kind', 'start'])
    expect(await held('06', 'competition-result')).toEqual([])
  })
})
