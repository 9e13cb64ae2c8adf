import { formatFigure, formatQuantity } from '@causeway/shared/format-figure'
import { periodLabel } from '@causeway/shared/period'
import type { Series } from '@causeway/shared/series'
import type { SeriesRequest } from '@causeway/shared/series-arguments'
import { scopeWords } from '@causeway/shared/words/terms'
import { fill, inLocale, writtenWords, type Locale, type Words } from '@causeway/shared/words/words'
import { ANONYMOUS } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { scopesOf, type Declaration } from '../../figures/indicators/definition.ts'
import { readSeries } from '../../figures/read-series.ts'
import { momentWords } from '../../ground/downloads.ts'
import { QuestionError } from '../../ground/question-error.ts'
import { escapeMarkup } from '../pictures/text.ts'
import { editionWords, type Edition } from './editions.ts'
import { relativeLink, STYLE_FILE } from './folder-links.ts'
import WORDS from './changes-page.json' with { type: 'json' }

/** A public figure that is another one in the later of two sites. */
interface ChangedFigure {
  declaration: Declaration
  before: Series
  after: Series
}

export interface EditionChange {
  from: Edition
  to: Edition
  changed: ChangedFigure[]
  unchanged: number
}

/** What the public reads otherwise in each site of a folder than in the one before it, in the year of the later one. */
export async function listEditionChanges(editions: readonly Edition[]): Promise<EditionChange[]> {
  const changes: EditionChange[] = []
  for (const [at, from] of editions.entries()) if (at > 0) changes.push(await changeBetween(from, editions[at - 1]!))
  return changes
}

async function changeBetween(from: Edition, to: Edition): Promise<EditionChange> {
  const year = to.release?.year ?? from.release!.year
  const changed: ChangedFigure[] = []
  let unchanged = 0
  for (const declaration of to.causeway.indicators)
    for (const basis of declaration.bases)
      for (const scope of scopesOf(declaration)) {
        const asked = {
          indicator: declaration.id,
          institution: to.institution.code,
          basis,
          scope,
          from: year,
          to: year,
        }
        const [before, after] = [await readPublic(from.causeway, asked), await readPublic(to.causeway, asked)]
        if (!before || !after) continue
        const [was, is] = [before.figures[0]!, after.figures[0]!]
        if (was.value === is.value && was.gap === is.gap) unchanged++
        else changed.push({ declaration, before, after })
      }
  return { from, to, changed, unchanged }
}

/** Null: the release was made without the indicator. */
async function readPublic(causeway: Causeway, asked: SeriesRequest): Promise<Series | null> {
  try {
    return await readSeries(causeway, ANONYMOUS, asked)
  } catch (error) {
    if (error instanceof QuestionError && error.code === 'NOT_PUBLIC') return null
    throw error
  }
}

/** The page of a folder that says what changed from one of its releases to the next. */
export function changesPage(file: string, changes: readonly EditionChange[], locale: Locale): string {
  const say = (words: Words) => escapeMarkup(inLocale(words, locale))
  const [{ to }] = changes as [EditionChange]
  const lang = locale === 'ZH' ? 'zh' : 'en'
  return `<!doctype html>
<html lang="${locale === 'ZH' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${say(WORDS.title)} · ${say(to.institution.name)}</title>
<link rel="stylesheet" href="${relativeLink(file, STYLE_FILE)}">
</head>
<body>
<main class="page stack">
<p><a href="${relativeLink(file, `${lang}/index.html`)}">${say(to.institution.name)}</a></p>
<h1>${say(WORDS.title)}</h1>
${changes.map((change) => section(change, locale)).join('\n')}
</main>
</body>
</html>
`
}

function section({ from, to, changed, unchanged }: EditionChange, locale: Locale): string {
  const say = (words: Words) => escapeMarkup(inLocale(words, locale))
  const [was, is] = [editionWords(from), editionWords(to)]
  const facts = { fromZh: was.zh, fromEn: was.en, toZh: is.zh, toEn: is.en, changed: changed.length, unchanged }
  const { release } = to
  const out = release?.publishedAt ? momentWords(release.publishedAt, to.causeway) : null
  return [
    `<section class="card stack">\n<h2>${say(fill(WORDS.pair, facts))}</h2>`,
    ...(out ? [`<p>${say(fill(WORDS.out, { out }))}</p>`] : []),
    ...(release?.note ? [`<p>${say(fill(WORDS.note, noteFacts(release.note)))}</p>`] : []),
    `<p>${say(fill(WORDS.counts, facts))}</p>`,
    ...(changed.length > 0 ? [table(changed, [was, is], locale)] : []),
    '</section>',
  ].join('\n')
}

function noteFacts(note: string) {
  const { zh, en } = writtenWords(note)
  return { noteZh: zh, noteEn: en }
}

function table(changed: readonly ChangedFigure[], [was, is]: [Words, Words], locale: Locale): string {
  const say = (words: Words) => escapeMarkup(inLocale(words, locale))
  const heads = [say(WORDS.indicator), say(WORDS.period), say(WORDS.scope)]
  const numbers = [say(was), say(is), say(WORDS.difference)]
  const rows = changed.map(({ declaration, before, after }) => {
    const [old, now] = [before.figures[0]!, after.figures[0]!]
    const unit = declaration.unit.en === '%' ? WORDS.points : declaration.unit
    const difference =
      old.value === null || now.value === null
        ? ''
        : `${now.value > old.value ? '+' : ''}${formatQuantity(now.value - old.value, declaration.decimals, unit, locale)}`
    const cells = [
      escapeMarkup(periodLabel(now.period, locale)),
      after.scope === null ? '' : say(scopeWords[after.scope]),
      ...[old, now].map((figure) => escapeMarkup(formatFigure(figure, declaration, locale))),
      escapeMarkup(difference),
    ].map((cell, at) => `<td${at < 2 ? '' : ' class="number"'}>${cell}</td>`)
    return `<tr><th scope="row">${declaration.code} ${say(declaration.name)}</th>${cells.join('')}</tr>`
  })
  return `<div class="table-frame" role="group" aria-label="${say(WORDS.title)}" tabindex="0"><table>
<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}${numbers.map((head) => `<th scope="col" class="number">${head}</th>`).join('')}</tr></thead>
<tbody>
${rows.join('\n')}
</tbody></table></div>`
}
