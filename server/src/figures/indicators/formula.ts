import { scopeWords } from '@causeway/shared/words/terms'
import type { Words } from '@causeway/shared/words/words'
import { type Declaration, type Measure, type Part, fieldOf, type PartName } from './definition.ts'
import { countedIn } from './counted-in.ts'
import { nested } from './formula/join-words.ts'
import { measureWords } from './formula/measure-words.ts'
import { namingOfSet, setWords, type ScopeOfSet } from './formula/set-words.ts'
import { THE_DAY } from './formula/value-words.ts'

/**
 * What a figure is, in plain words made from the declaration alone: which records are taken, and how the figure comes of them.
 * Fields and values read as they head the columns and cells of the Excel templates. Throws on a declaration that
 * `checkDeclaration` refuses.
 */
export function formulaOf(declaration: Declaration): Words {
  const { measure, set } = declaration
  if ('ratio' in measure) return ratioWords(declaration, measure)
  if (!set) throw new Error(`${declaration.id} has neither a set nor a ratio`)
  const acts = declaration.scope && !onNumeratorAlone(declaration) ? scopeOf(declaration, 'numerator') : null
  const pairs = 'pairs' in measure && !('union' in set)
  const taken = setWords(pairs ? { ...set, time: { always: true } } : set, acts)
  const measured = measureWords(namingOfSet(set), measure, pairs ? set.time : undefined, countedIn(declaration))
  return sentences([
    { zh: `统计对象：${taken.zh}`, en: `Based on: ${taken.en}` },
    { zh: `指标值：${measured.zh}`, en: `Figure: ${measured.en}` },
    ...scopeSentence(declaration),
  ])
}

function ratioWords(declaration: Declaration, { ratio, forEvery }: Extract<Measure, { ratio: unknown }>): Words {
  const scopes = [scopeOf(declaration, 'numerator'), scopeOf(declaration, 'denominator')] as const
  const common = isOfOneSet(ratio, scopes) ? setWords(ratio.numerator.set, scopes[0]) : null
  const say = (part: Part, scope: ScopeOfSet | null) => (common ? amountWords(part) : partWords(part, scope))
  const numerator = say(ratio.numerator, scopes[0])
  const denominator = say(ratio.denominator, scopes[1])
  const percentage = declaration.unit.en === '%'
  const response = ratio.response && say(ratio.response, null)
  return sentences([
    ...(common ? [{ zh: `统计对象：${common.zh}`, en: `Based on: ${common.en}` }] : []),
    { zh: `分子：${numerator.zh}`, en: `Numerator: ${numerator.en}` },
    { zh: `分母：${denominator.zh}`, en: `Denominator: ${denominator.en}` },
    forEvery
      ? {
          zh: `指标值：分子除以分母，再乘以${forEvery}`,
          en: `Figure: the numerator for every ${forEvery} of the denominator`,
        }
      : percentage
        ? { zh: '指标值：分子占分母的百分比', en: 'Figure: the numerator as a percentage of the denominator' }
        : { zh: '指标值：分子除以分母', en: 'Figure: the numerator divided by the denominator' },
    ...(response
      ? [
          {
            zh: common ? `回收率：分母占${response.zh}的百分比` : `回收率：分母占“${nested(response.zh)}”的百分比`,
            en: `Response rate: the denominator as a percentage of ${response.en}`,
          },
        ]
      : []),
    ...scopeSentence(declaration),
  ])
}

/** Every part counts something else of the same records. */
function isOfOneSet(ratio: Record<string, Part>, scopes: readonly (ScopeOfSet | null)[]): boolean {
  const alike = (list: readonly unknown[]) => new Set(list.map((one) => JSON.stringify(one))).size === 1
  return alike(Object.values(ratio).map(({ set }) => set)) && alike(scopes)
}

function amountWords({ set, measure }: Part): Words {
  if ('ratio' in measure) throw new Error('a ratio has no ratio within it')
  return measureWords(namingOfSet(set), measure)
}

function partWords(part: Part, scope: ScopeOfSet | null): Words {
  const taken = setWords(part.set, scope)
  const measured = amountWords(part)
  return { zh: `${measured.zh}，取自${taken.zh}`, en: `${measured.en}, over ${taken.en}` }
}

function scopeOf({ scope }: Declaration, part: PartName): ScopeOfSet | null {
  const field = scope ? fieldOf(scope, part) : null
  return field === null ? null : { field, default: scope!.default }
}

/** Of a count there is but the one part. */
function onNumeratorAlone({ scope, measure }: Declaration): boolean {
  return fieldOf(scope!, 'denominator') === null && ('share' in measure || 'ratio' in measure)
}

/** What a scope does where it is no condition of the set. */
function scopeSentence(declaration: Declaration): Words[] {
  const { scope, measure } = declaration
  if (!scope) return []
  if (onNumeratorAlone(declaration)) {
    const place = scope.default && scopeWords[scope.default]
    const which: Words = place
      ? { zh: `（默认${place.zh}）`, en: ` (${place.en}, unless another is asked for)` }
      : { zh: '', en: '' }
    return [
      {
        zh: `统计范围${which.zh}只作用于分子，分母始终是全部`,
        en: `The scope${which.en} acts on the numerator alone, the denominator stays whole`,
      },
    ]
  }
  if (scope.default !== null || 'ratio' in measure) return []
  return [{ zh: '不限国家（地区），除非另选统计范围', en: 'Any country, unless a scope is asked for' }]
}

function sentences(list: Words[]): Words {
  return dayOnce({
    zh: list.map((words) => `${words.zh}。`).join(''),
    en: list.map((words) => `${words.en}.`).join(' '),
  })
}

/** The day is one and the same wherever a formula speaks of it: explained the first time, `that day` from then on. */
function dayOnce({ zh, en }: Words): Words {
  return { zh: afterFirst(zh, THE_DAY.zh, '该日'), en: afterFirst(en, THE_DAY.en, 'that day') }
}

function afterFirst(text: string, phrase: string, short: string): string {
  const [first, ...rest] = text.split(phrase)
  return rest.length === 0 ? text : first! + phrase + rest.join(short)
}
