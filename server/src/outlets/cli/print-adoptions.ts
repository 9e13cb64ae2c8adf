import { fill } from '@causeway/shared/words/words'
import { countAdoptionStates, type AdoptionStates, type StateCounts } from '../../answers/adoptions/adoption-states.ts'
import { readAllAdoptions, type Adoption, readSubjects } from '../../answers/adoptions/list-adoptions.ts'
import { STAGE_WORDS, stageWords } from '../../answers/adoptions/life-cycle.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { readDayAsked } from '../../figures/standing.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { findCountry } from '../../ground/reference/find-country.ts'
import { inColumns } from './text-table.ts'
import { say } from '../../ground/locale.ts'
import { printJson, printLine, sayLine } from './print.ts'
import SAID from './said.json' with { type: 'json' }

export interface AdoptionsOptions {
  institution: string
  on?: string
  standard?: string
  country?: string
  json?: boolean
}

/** Answers `causeway adoptions`. */
export async function printAdoptions({ database }: Causeway, options: AdoptionsOptions): Promise<void> {
  const { institution, standard } = options
  const on = await readDayAsked(database, institution, options.on)
  const country = options.country === undefined ? null : (findCountry(options.country) ?? options.country)
  const adoptions = await readAllAdoptions(database, { institution, on, standard, country })
  const states = countAdoptionStates(on, adoptions)
  const titles = await readSubjects(database, adoptions)
  const titleOf = (adoption: Adoption) => say(titles.get(adoption)!)
  if (options.json)
    return printJson({
      institution,
      ...statesToJson(states),
      adoptions: adoptions.map((it) => toJson(it, titleOf(it))),
    })
  if (adoptions.length === 0) return sayLine({ zh: '没有标准（资源）采用记录。', en: 'There are no adoptions.' })
  sayLine(fill(SAID.ADOPTIONS, { on, total: states.total, inForce: states.inForce, live: states.live }))
  printLine('')
  for (const line of inColumns(stateRows(states))) printLine(line)
  printLine('')
  for (const line of inColumns(adoptionRows(adoptions, titleOf))) printLine(line)
  for (const adoption of adoptions)
    for (const { words } of adoption.life.disorders)
      printLine(
        `! ${titleOf(adoption)} · ${String(adoption.values['adopter'])}${say({ zh: '：', en: ': ' })}${say(words)}`,
      )
}

/** How many reached each stage; stages that none has reached are left out. Use is beside them. */
function stateRows({ countries, ...all }: AdoptionStates): string[][] {
  const shown = all.states.filter(({ count }) => count > 0).map(({ stage }) => stage)
  const cells = (counts: StateCounts) => [
    ...shown.map((stage) => String(counts.states.find((it) => it.stage === stage)!.count)),
    ...[counts.total, counts.live].map(String),
  ]
  return [
    [
      say({ zh: '国家（地区）', en: 'Country or region' }),
      ...shown.map((it) => say(stageWords(it))),
      say({ zh: '合计', en: 'All' }),
      say({ zh: '近一年有学生使用', en: 'used within a year' }),
    ],
    ...countries.map((counts) => [say(countryName(counts.country)), ...cells(counts)]),
    [say({ zh: '合计', en: 'All' }), ...cells(all)],
  ]
}

function adoptionRows(adoptions: readonly Adoption[], titleOf: (adoption: Adoption) => string): string[][] {
  const day = say({ zh: '天', en: ' d' })
  return [
    [
      say({ zh: '标准（资源）', en: 'Adopted' }),
      say({ zh: '国家（地区）', en: 'Country or region' }),
      say({ zh: '采用机构', en: 'Adopter' }),
      say({ zh: '状态', en: 'State' }),
      say({ zh: '自', en: 'Since' }),
      say({ zh: '学生使用', en: 'Used' }),
      say({ zh: '各阶段天数', en: 'Days in each stage' }),
    ],
    ...adoptions.map((adoption) => [
      titleOf(adoption),
      say(countryName(String(adoption.values['country']))),
      String(adoption.values['adopter']),
      say(stageWords(adoption.life.state)),
      adoption.life.since ?? '',
      adoption.life.usedSince ?? '',
      adoption.life.stages
        .filter(({ days }) => days > 0)
        .map(({ stage, days }) => `${say(STAGE_WORDS[stage])} ${days}${day}`)
        .join(say({ zh: '，', en: ', ' })),
    ]),
  ]
}

function statesToJson({ countries, ...states }: AdoptionStates): object {
  const counts = ({ states: list, ...rest }: StateCounts) => ({
    ...rest,
    states: Object.fromEntries(list.map(({ stage, count }) => [stage ?? 'NOT_BEGUN', count])),
  })
  return { ...counts(states), countries: countries.map((one) => ({ ...counts(one) })) }
}

function toJson({ record, values, life }: Adoption, title: string): object {
  return {
    key: record.key,
    standard: values['standard'] ?? null,
    resource: values['resource'] ?? null,
    title,
    country: values['country'],
    adopter: values['adopter'],
    state: life.state,
    stateLabel: say(stageWords(life.state)),
    since: life.since,
    inForce: life.inForce,
    live: life.live,
    usedSince: life.usedSince,
    stages: life.stages,
    disorders: life.disorders.map(({ words, ...disorder }) => ({ ...disorder, message: say(words) })),
  }
}
