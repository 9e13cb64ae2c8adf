import { PALETTES, type Light, type Palette } from '@causeway/shared/colors'
import type { Table } from '@causeway/shared/table'
import { inLocale, type Locale, type Words } from '@causeway/shared/words/words'
import { escapeMarkup } from './text.ts'
import { likelyHeight, measuresOf, NARROW, sizeForFrame, SMALL, type PictureSize } from './picture.ts'
import type { ShownView } from './shown-view.ts'
import { pageAddress, writeParameters } from './view-query.ts'

const TEXTS = {
  table: { zh: '表格', en: 'Table' },
  page: { zh: '查看来源、口径与更多', en: 'Source, definition and more' },
  failed: { zh: '这张图无法显示', en: 'This chart cannot be shown' },
} satisfies Record<string, Words>

/** Tells the frame's height. A file of this server. */
export const EMBED_SCRIPT = '/embed.js'

/** A page with one chart in it, that needs no script: a picture with its summary, its table, a link to the whole page. */
export function embedPage(view: ShownView, name: string, parameters: URLSearchParams): string {
  const { locale, light } = view.look
  const say = (words: Words) => escapeMarkup(inLocale(words, locale))
  const { spec, table } = view
  return documentOf(
    say(spec.title),
    locale,
    light,
    `<main>
<h1>${say(spec.title)}</h1>
${pictureOf(view, name, parameters)}
<div class="foot">
<details><summary>${say(TEXTS.table)}</summary>
${tableOf(table, locale)}
</details>
<a href="${escapeMarkup(pageAddress(view.page.path, view.institution.code, parameters, view.page.query))}" target="_blank" rel="noopener">${say(TEXTS.page)}</a>
</div>
</main>
<script src="${EMBED_SCRIPT}" defer></script>`,
  )
}

/** What a frame shows in the place of a chart that cannot be had. */
export function embedError(message: string, locale: Locale): string {
  const title = escapeMarkup(inLocale(TEXTS.failed, locale))
  const body = `<main><p><strong>${title}</strong></p><p>${escapeMarkup(message)}</p></main>\n<script src="${EMBED_SCRIPT}" defer></script>`
  return documentOf(title, locale, null, body)
}

function documentOf(title: string, locale: Locale, light: Light | null, body: string): string {
  return `<!doctype html>
<html lang="${locale === 'ZH' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="${light ?? 'light dark'}">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${styleOf(light)}</style>
</head>
<body>
${body}
</body>
</html>
`
}

/** Of the width that the frame has and the mode that the reader's system has, unless the address says one. */
function pictureOf(view: ShownView, name: string, parameters: URLSearchParams) {
  const { light, size, locale } = view.look
  const address = (mode: Light, of: PictureSize) => {
    const query = new URLSearchParams(parameters)
    query.set('institution', view.institution.code)
    query.set('mode', mode)
    query.set('size', of)
    return escapeMarkup(`/i/${encodeURIComponent(name)}.svg${writeParameters(query)}`)
  }
  const wide = size ?? 'medium'
  const source = (mode: Light, of: PictureSize, media: string[]) =>
    `<source media="${media.join(' and ')}" srcset="${address(mode, of)}"${measured(view, of)}>`
  const dark = '(prefers-color-scheme: dark)'
  // The first that fits is taken.
  const slim =
    size === null ? [NARROW, SMALL].map((most) => [sizeForFrame(most), `(max-width: ${most}px)`] as const) : []
  const sources = [
    ...(light === null
      ? [...slim.map(([of, width]) => source('dark', of, [dark, width])), source('dark', wide, [dark])]
      : []),
    ...slim.map(([of, width]) => source(light ?? 'light', of, [width])),
  ]
  const alt = escapeMarkup(inLocale(view.spec.summary, locale))
  return `<picture>${sources.join('')}<img src="${address(light ?? 'light', wide)}"${measured(view, wide)} alt="${alt}"></picture>`
}

function measured({ spec }: ShownView, size: PictureSize): string {
  return ` width="${measuresOf(size).width}" height="${likelyHeight(spec, size)}"`
}

function tableOf({ title, columns, rows, notes, symbols }: Table, locale: Locale): string {
  const say = (words: Words) => escapeMarkup(inLocale(words, locale))
  const numeric = (at: number) => (columns[at]?.numeric ? ' class="number"' : '')
  const head = columns.map(({ heading }, at) => `<th scope="col"${numeric(at)}>${say(heading)}</th>`).join('')
  const lines = rows.map((row) => {
    const cells = row.map(({ text, heading }, at) =>
      heading ? `<th scope="row">${say(text)}</th>` : `<td${numeric(at)}>${say(text)}</td>`,
    )
    return `<tr>${cells.join('')}</tr>`
  })
  const colon = locale === 'ZH' ? '：' : ': '
  const said = [
    ...notes.map(say),
    ...symbols.map(({ symbol, word, meaning }) => `${escapeMarkup(symbol)} ${say(word)}${colon}${say(meaning)}`),
  ]
  return `<div class="frame" role="group" aria-label="${say(title)}" tabindex="0"><table>
<caption>${say(title)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${lines.join('\n')}
</tbody></table></div>
${said.map((line) => `<p class="note">${line}</p>`).join('')}`
}

function styleOf(light: Light | null): string {
  const variables = (palette: Palette) =>
    `--paper:${palette.surface};--ink:${palette.ink};--ink-2:${palette.ink2};--line:${palette.line};--link:${palette.themes.INTRODUCTION}`
  return `:root{${variables(PALETTES[light ?? 'light'])}}
${light === null ? `@media (prefers-color-scheme:dark){:root{${variables(PALETTES.dark)}}}` : ''}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}
h1,caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
img{display:block;width:100%;height:auto}
p{margin:.5rem 16px}
a{color:var(--link)}
.foot{display:flex;flex-wrap:wrap;gap:0 1.5rem;justify-content:space-between;padding:0 16px 8px}
.foot>a,summary{line-height:44px;cursor:pointer}
details[open]{flex-basis:100%}
.frame{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{padding:.3rem .6rem;border-bottom:1px solid var(--line);text-align:start;font-weight:400;vertical-align:top}
thead th{color:var(--ink-2)}
.number{text-align:end}
.note{margin:.4rem 0;color:var(--ink-2);font-size:12px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}`
}
