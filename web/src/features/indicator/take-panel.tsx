import { figureSentence } from '@causeway/shared/figure-sentence'
import { seriesToTable } from '@causeway/shared/table'
import { embeddingCode, type FileFormat } from '../../address/taken-view.ts'
import { useAddress } from '../../address/address.tsx'
import { spoken } from '../../language/words.ts'
import { judgedBy } from '../../graph/change.ts'
import { useLanguage } from '../../language/language.tsx'
import type { Setting } from '../../setting/setting.tsx'
import { CopyButton, useOrigin } from '../../ui/copy-button.tsx'
import { factsOf, readableOf } from './chart-of-series.ts'
import type { ExplainedFigure } from './indicator-query.ts'
import type { IndicatorFacts } from '../../graph/generated.ts'
import { embedAddress, graphqlOf, seriesAddress, type Asked } from './take.ts'
import type { Words } from '@causeway/shared/words/words'
import { readableCode } from '../../ui/theme-mark.tsx'
import TAKE_WORDS from './take-words.json' with { type: 'json' }

interface Cited {
  institution: string
  name: string
  code: string
  version: number
  /** The sentence of the figure, with its period, scope and date. */
  sentence: Words
  /** ISO day of the last change of the data. */
  updated: string
  /** Of the page. */
  link: string
}

/** As references are written: GB/T 7714 for an electronic resource in Chinese, name first and link last in English. */
function citationOf({ institution, name, code, version, sentence, updated, link }: Cited): Words {
  const readable = readableCode(code)
  const [zh, en] = readable === null ? ['', ''] : [`${readable}，`, `${readable}, `]
  return {
    zh: `${institution}. ${name}（${zh}定义第${version}版）[DS/OL]. (${updated}). ${link}. ${sentence.zh}`,
    en: `${institution} (${updated}). ${name} (${en}definition version ${version}). ${link}. ${sentence.en}`,
  }
}

interface Props {
  indicator: IndicatorFacts
  setting: Setting
  asked: Asked
  /** The figure that the page is about. */
  figure: ExplainedFigure | null
  /** What of all is counted. */
  narrowed: string[]
}

const FORMATS: FileFormat[] = ['csv', 'xlsx', 'json', 'png', 'svg']

/** The same figures for a spreadsheet, a page, a program, a colleague, a list of references. */
export function TakePanel({ indicator, setting, asked, figure, narrowed }: Props) {
  const { say } = useLanguage()
  const address = useAddress()
  const origin = useOrigin()
  const { institution } = setting
  const files = `${indicator.code}-${institution.code}`
  const link = () =>
    origin +
    address.with({
      lang: asked.locale === 'ZH' ? 'zh' : 'en',
      institution: institution.code,
      year: setting.year,
      tab: null,
    })
  const dataAddress = origin + seriesAddress(asked, 'csv')
  const snippet = embeddingCode(origin + embedAddress(asked), indicator.name)
  const citation = figure && cite(figure)
  return (
    <div className="take stack-loose off-paper">
      <section className="card" aria-labelledby="take">
        <h3 id="take">{say(TAKE_WORDS.files)}</h3>
        <p className="quiet">{say(TAKE_WORDS.filesNote)}</p>
        <div className="actions">
          {FORMATS.map((format) => (
            <a key={format} className="button" href={seriesAddress(asked, format)} download={`${files}.${format}`}>
              {say(TAKE_WORDS[format])}
            </a>
          ))}
        </div>
        <h3>{say(TAKE_WORDS.share)}</h3>
        <div className="actions">
          <CopyButton text={link}>{say(TAKE_WORDS.copyLink)}</CopyButton>
          <CopyButton text={() => graphqlOf(asked)}>{say(TAKE_WORDS.copyGraphql)}</CopyButton>
        </div>
      </section>
      <section className="card" aria-labelledby="sheet">
        <h3 id="sheet">{say(TAKE_WORDS.sheet)}</h3>
        <p className="quiet">{say(TAKE_WORDS.sheetNote)}</p>
        <label htmlFor="data-address">{say(TAKE_WORDS.address)}</label>
        <input id="data-address" readOnly value={dataAddress} onFocus={(event) => event.target.select()} />
        <div className="actions">
          <CopyButton text={() => dataAddress}>{say(TAKE_WORDS.copyAddress)}</CopyButton>
          <CopyButton text={tabSeparated}>{say(TAKE_WORDS.copyTable)}</CopyButton>
        </div>
      </section>
      <section className="card" aria-labelledby="embed">
        <h3 id="embed">{say(TAKE_WORDS.embed)}</h3>
        <p className="quiet">{say(TAKE_WORDS.embedNote)}</p>
        <label htmlFor="snippet">{say(TAKE_WORDS.snippet)}</label>
        <textarea id="snippet" readOnly rows={4} value={snippet} onFocus={(event) => event.target.select()} />
        <div className="actions">
          <CopyButton text={() => snippet}>{say(TAKE_WORDS.copySnippet)}</CopyButton>
          <a className="button" href={`/oembed?url=${encodeURIComponent(link())}`}>
            {say(TAKE_WORDS.oembed)}
          </a>
        </div>
      </section>
      {citation && (
        <section className="card" aria-labelledby="cite">
          <h3 id="cite">{say(TAKE_WORDS.cite)}</h3>
          <p className="citation">{citation}</p>
          <p className="quiet">{say(TAKE_WORDS.citeNote)}</p>
          <div className="actions">
            <CopyButton text={() => citation}>{say(TAKE_WORDS.copyCitation)}</CopyButton>
          </div>
        </section>
      )}
    </div>
  )

  /** As a spreadsheet takes it from the clipboard. Gaps stay words: an empty cell would be read as zero. */
  function tabSeparated(): string {
    const { series } = indicator
    if (!series) return ''
    const figures = series.figures.map(readableOf)
    const table = seriesToTable(
      { basis: series.basis, scope: series.scope, dimension: null, figures },
      factsOf(indicator, institution.name),
    )
    const lines = [
      table.columns.map((column) => say(column.heading)),
      ...table.rows.map((row) => row.map((cell) => (cell.value === null ? say(cell.text) : String(cell.value)))),
    ]
    return lines.map((line) => line.join('\t')).join('\n')
  }

  function cite(one: ExplainedFigure): string {
    const sentence = figureSentence(one, {
      institution: spoken(institution.name),
      name: spoken(indicator.name),
      unit: spoken(indicator.unit),
      decimals: indicator.decimals,
      kind: indicator.kind,
      countedIn: judgedBy(indicator).countedIn,
      scope: indicator.series?.scope ?? null,
      narrowed: [...narrowed, ...(one.category ? [one.category.label] : [])].map(spoken),
      dataDate: institution.dataDate,
      release: indicator.series?.release?.name ?? null,
    })
    return say(
      citationOf({
        institution: institution.name,
        name: indicator.name,
        code: indicator.code,
        version: indicator.version,
        sentence,
        updated: indicator.series?.computedAt?.slice(0, 10) ?? institution.dataDate ?? '',
        link: link(),
      }),
    )
  }
}
