import { basisWords } from '@causeway/shared/words/terms'
import { fill, type Words } from '@causeway/shared/words/words'
import { findNearest } from '../../ground/nearest.ts'
import type { Declaration } from './definition.ts'
import { FIGURE_FACTOR } from '../../records/record-types.ts'
import REFUSALS from '../refusals.json' with { type: 'json' }

/** What a record of another's making says of an indicator: a target, a figure that a peer published. */
export interface Mention {
  /** Id or code. */
  indicator: string
  /** Null: the indicator's first. */
  basis: string | null
  /** Null: not said. */
  scope?: string | null
  cumulative?: boolean
  /** In the indicator's unit. */
  value?: number | null
}

/** The message is half a sentence, as those of a cell are. */
export interface MentionProblem {
  code: 'UNKNOWN_INDICATOR' | 'UNKNOWN_BASIS' | 'SCOPE_NOT_APPLICABLE' | 'NOT_CUMULATIVE' | 'OVER_100'
  field: string
  message: Words
  /** It may be right all the same. */
  isDoubt: boolean
  /** What may have been meant, the likeliest first. */
  nearest?: readonly { key: string; label: Words }[]
}

const LARGEST_SHARE = 100
const MOST_OFFERED = 4

/** What is wrong with it, or doubtful. Null: nothing. */
export function checkMention(
  indicators: readonly Declaration[],
  { indicator, basis, scope = null, cumulative = false, value = null }: Mention,
): MentionProblem | null {
  const found = indicators.find(({ id, code }) => id === indicator || code === indicator)
  if (!found) return unknownIndicator(indicators, indicator)
  if (basis !== null && !found.bases.some((it) => it === basis))
    return wrong(
      'UNKNOWN_BASIS',
      'basis',
      {
        zh: `指标“${found.name.zh}”没有统计时段 ${basis}，可用：${found.bases.join('、')}`,
        en: `${found.code} has no basis ${basis}; it has ${found.bases.join(', ')}`,
      },
      found.bases.map((key) => ({ key, label: basisWords[key] })),
    )
  if (scope !== null && !found.scope)
    return wrong(
      'SCOPE_NOT_APPLICABLE',
      'scope',
      fill(REFUSALS.SCOPE_TO_LEAVE_EMPTY, { nameZh: found.name.zh, code: found.code }),
    )
  if (cumulative && found.kind === 'STOCK')
    return wrong(
      'NOT_CUMULATIVE',
      'cumulative',
      fill(REFUSALS.NOT_CUMULATIVE, { nameZh: found.name.zh, code: found.code }),
    )
  if (found.unit.en === '%' && value !== null && value > LARGEST_SHARE)
    return {
      code: 'OVER_100',
      field: 'value',
      message: fill(REFUSALS.SHARE_OVER_100, { nameZh: found.name.zh, code: found.code }),
      isDoubt: true,
    }
  return null
}

function unknownIndicator(indicators: readonly Declaration[], name: string): MentionProblem {
  const variants = indicators.filter(({ code }) => code.startsWith(`${name}.`)).map(({ code }) => code)
  const names = indicators.flatMap(({ id, code }) => [code, id])
  const near =
    variants.length > 0 ? variants : [...new Set([...findNamed(indicators, name), ...findNearest(name, names)])]
  const cure =
    near.length === 0 ? { zh: '', en: '' } : { zh: `，可用：${near.join('、')}`, en: `; there is ${near.join(', ')}` }
  const nearest = [...new Set(near)].slice(0, MOST_OFFERED).flatMap((text) => {
    const one = indicators.find(({ id, code }) => code === text || id === text)
    return one ? [{ key: text, label: one.name }] : []
  })
  return wrong(
    'UNKNOWN_INDICATOR',
    'indicator',
    { zh: `没有指标“${name}”${cure.zh}`, en: `there is no indicator "${name}"${cure.en}` },
    nearest,
  )
}

/** Codes of what is called so, or nearly so: people know an indicator by its name. */
function findNamed(indicators: readonly Declaration[], text: string): string[] {
  const codes = new Map(indicators.flatMap(({ name, code }) => [name.zh, name.en].map((one) => [one, code] as const)))
  return findNearest(text, codes.keys()).map((name) => codes.get(name)!)
}

function wrong(
  code: MentionProblem['code'],
  field: string,
  message: Words,
  nearest: NonNullable<MentionProblem['nearest']> = [],
): MentionProblem {
  return { code, field, message, isDoubt: false, nearest }
}

/** What the importer, which knows of no indicators, asks of each row whose cells are all right. */
export function makeImportedRowCheck(
  indicators: readonly Declaration[],
): (values: Record<string, string | number | null>) => MentionProblem | null {
  return (values) => {
    if (typeof values['indicator'] !== 'string') return null
    const text = (field: string) => (values[field] == null ? null : String(values[field]))
    return checkMention(indicators, {
      indicator: values['indicator'],
      basis: text('basis'),
      scope: text('scope'),
      cumulative: values['cumulative'] === 1,
      value: typeof values['value'] === 'number' ? values['value'] / FIGURE_FACTOR : null,
    })
  }
}
