import type { Causeway } from './causeway.ts'
import type { Declaration } from './indicators/definition.ts'
import { didYouMean, findNearest } from '../ground/nearest.ts'
import { QuestionError } from '../ground/question-error.ts'

type Catalogue = Pick<Causeway, 'indicators' | 'earlier'>

/**
 * An indicator by id or code, as it is now or as it was declared in an earlier version.
 * @throws QuestionError UNKNOWN_INDICATOR (for the bare code of one with variants only, it names those), UNKNOWN_VERSION
 */
export function findIndicator(catalogue: Catalogue, idOrCode: string, version?: number | null): Declaration {
  const now = findCurrent(catalogue, idOrCode)
  if (version == null || version === now.version) return now
  const versions = versionsOf(catalogue, now)
  const then = versions.find((one) => one.version === version)
  if (then) return then
  const known = versions.map((one) => one.version)
  throw new QuestionError('UNKNOWN_VERSION', {
    zh: `指标“${now.name.zh}”没有第 ${version} 版定义；有：${known.join('、')}。`,
    en: `${now.code} has no definition version ${version}. It has ${known.join(', ')}.`,
    facts: { indicator: now.id, definitionVersion: version, versions: known },
  })
}

/** Every version of an indicator's declaration, the first one first. */
export function versionsOf({ earlier = [] }: Catalogue, now: Declaration): Declaration[] {
  return [...earlier.filter(({ id }) => id === now.id), now].sort((a, b) => a.version - b.version)
}

function findCurrent({ indicators }: Catalogue, idOrCode: string): Declaration {
  const found = indicators.find(({ id, code }) => id === idOrCode || code === idOrCode)
  if (found) return found
  const variants = indicators.filter(({ code }) => code.startsWith(`${idOrCode}.`)).map(({ code }) => code)
  if (variants.length > 0) {
    throw new QuestionError('UNKNOWN_INDICATOR', {
      zh: `指标“${idOrCode}”须指明口径：${variants.join('、')}。`,
      en: `"${idOrCode}" has variants only: ${variants.join(', ')}.`,
      facts: { indicator: idOrCode, variants },
    })
  }
  const near = findNearest(
    idOrCode,
    indicators.flatMap(({ id, code }) => [id, code]),
  )
  const hint = didYouMean(near)
  throw new QuestionError('UNKNOWN_INDICATOR', {
    zh: `没有指标“${idOrCode}”${hint.zh || '，全部指标见指标目录。'}`,
    en: `There is no indicator "${idOrCode}"${hint.en || '; the catalogue has them all.'}`,
    facts: { indicator: idOrCode, nearest: near },
  })
}
