import { markNotes } from '@causeway/shared/charts/reading'
import type { ChartSpec } from '@causeway/shared/charts/spec'
import type { Series } from '@causeway/shared/series'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import type { Causeway } from '../../figures/causeway.ts'
import { releaseWords } from '../../figures/releases/release.ts'
import { momentWords } from '../../ground/downloads.ts'
import type { InstitutionFacts } from '../../records/institutions.ts'

const NOTES = {
  demonstration: { zh: '演示院校，数据均为虚构', en: 'Demonstration college: every figure is invented' },
  exact: { zh: '校内精确版，请勿对外公开', en: 'Exact figures, not for publication' },
} satisfies Record<string, Words>

/** What is below a chart that leaves the page: its signs and marks, source and day. */
export function pictureNotes(
  spec: ChartSpec,
  institution: InstitutionFacts,
  { profile, computedAt }: Pick<Series, 'profile' | 'computedAt'>,
  from: { codes: string[]; source?: Words; notes?: Words[] },
  locale: Locale,
  clock: Pick<Causeway, 'timeZone'>,
): string[] {
  const [stop, semicolon] = locale === 'ZH' ? ['。', '；'] : ['. ', '; ']
  const say = (words: Words) => inLocale(words, locale)
  const marked = [
    ...(institution.demonstration ? [say(NOTES.demonstration)] : []),
    ...(profile === 'EXACT' ? [say(NOTES.exact)] : []),
    ...(institution.release ? [say(releaseWords(institution.release))] : []),
  ]
  return [
    (from.notes ?? []).map(say).join(semicolon),
    signNote(spec, locale),
    [...marked, say(sourceWords(institution, computedAt && momentWords(computedAt, clock), from))].join(stop),
  ].filter((note) => note !== '')
}

/** What the signs and marks of a chart mean: those that are drawn in it, and no other. */
export function signNote(spec: ChartSpec, locale: Locale): string {
  const [colon, semicolon] = locale === 'ZH' ? ['：', '；'] : [': ', '; ']
  const say = (words: Words) => inLocale(words, locale)
  const signs = spec.symbols.map(({ symbol, word, meaning }) => `${symbol} ${say(word)}${colon}${say(meaning)}`)
  return [...signs, ...markNotes(spec).map(say)].join(semicolon)
}

/** Of what a picture has no room for. */
export function leftOutWords(count: number): Words {
  return { zh: `另有${count}项未在图中列出`, en: `${count} more not shown here` }
}

/** Where the figures are from: the college, the day up to which its records speak, when the data were last changed. */
function sourceWords(
  { name, dataDate }: InstitutionFacts,
  updated: string | null,
  { codes, source }: { codes: string[]; source?: Words },
): Words {
  return {
    zh: [
      `来源：${source?.zh ?? `${name.zh}的台账记录`}${dataDate ? `，截至${formatDay(dataDate, 'zh-CN')}` : ''}`,
      updated && `数据更新至 ${updated}`,
      codes.length > 0 && `指标 ${codes.join('、')}`,
    ]
      .filter(Boolean)
      .join('；'),
    en: [
      `Source: ${source?.en ?? name.en}${dataDate ? `, records up to ${formatDay(dataDate, 'en-GB')}` : ''}`,
      updated && `updated ${updated}`,
      codes.length > 0 && `${codes.length > 1 ? 'indicators' : 'indicator'} ${codes.join(', ')}`,
    ]
      .filter(Boolean)
      .join('; '),
  }
}

/** `2024-08-31` as people write it: 31 August 2024, 2024年8月31日. */
export function formatDay(iso: string, tag: 'zh-CN' | 'en-GB'): string {
  return new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${iso}T00:00:00Z`))
}
