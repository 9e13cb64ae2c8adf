import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locale, Words } from '@causeway/shared/words/words'
import { parse } from 'yaml'
import { OPERATOR } from '../../access/viewer.ts'
import type { Causeway } from '../../figures/causeway.ts'
import { CATALOGUE } from '../../figures/indicators/catalogue.ts'
import { settleKeeping } from '../../figures/keep-later.ts'
import { openDatabase } from '../../ground/database/open.ts'
import { importFile } from '../../records/import/import-file.ts'
import { migrate } from '../../records/migrate.ts'
import { openSecret } from '../../records/secret.ts'
import { readShown, type ShownBlock } from '../reports/docx/read-shown.ts'
import { templateFile } from '../reports/shipped/template-file.ts'
import { writeReport } from '../reports/write-report.ts'
import { markdownTable, toPage } from './markdown.ts'
import words from './words.json' with { type: 'json' }

interface Gallery {
  dataDate: string
  year: number
  /** The lines of a CSV by record type. */
  records: Record<string, string[]>
  groups: { title: Words; tags: (string | Words)[] }[]
}

const TEXTS: Record<'title' | 'made' | 'about' | 'records' | 'tag' | 'result' | 'leftOut', Words> = words.gallery

/** Each tag beside what it became, filled with the records that the page shows. By the name of the page. */
export async function galleryPages(): Promise<Record<string, string>> {
  const gallery = parse(readFileSync(new URL('./gallery.yaml', import.meta.url), 'utf8')) as Gallery
  const folder = mkdtempSync(join(tmpdir(), 'causeway-gallery-'))
  const database = await openDatabase(`file:${join(folder, 'gallery.db')}`)
  try {
    await migrate(database)
    const secret = await openSecret(database, join(folder, 'key'))
    for (const [type, rows] of Object.entries(gallery.records)) {
      const path = join(folder, `${type}.csv`)
      writeFileSync(path, rows.join('\n'))
      const of = type === 'institution' ? undefined : 'X'
      const { problems } = await importFile(database, secret, {
        path,
        as: type,
        institution: of,
        dataDate: gallery.dataDate,
      })
      if (problems.length > 0) throw new Error(`${type}: ${JSON.stringify(problems)}`)
    }
    const causeway: Causeway = { database, indicators: CATALOGUE, publicReading: true }
    const pages = {
      'report-gallery.zh.md': await page(causeway, gallery, 'ZH', folder),
      'report-gallery.en.md': await page(causeway, gallery, 'EN', folder),
    }
    await settleKeeping(database)
    return pages
  } finally {
    await database.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function page(
  causeway: Causeway,
  { groups, records, year }: Gallery,
  locale: Locale,
  folder: string,
): Promise<string> {
  const language = locale === 'ZH' ? 'zh' : 'en'
  const say = (text: string | Words) => (typeof text === 'string' ? text : text[language])
  const lines = [`# ${say(TEXTS.title)}`, '', say(TEXTS.made), '', say(TEXTS.about), '']
  for (const { title, tags } of groups) {
    lines.push(`## ${say(title)}`, '')
    const rows: string[][] = []
    for (const tag of tags) {
      const blocks = await filled(causeway, say(tag), locale, year, folder)
      const [only] = blocks
      if (blocks.every((block) => block.is === 'text'))
        rows.push([`\`${say(tag)}\``, only ? textOf(blocks) : say(TEXTS.leftOut)])
      else lines.push(`\`${say(tag)}\``, '', ...blocks.flatMap(linesOf))
    }
    if (rows.length > 0) lines.push(...markdownTable([say(TEXTS.tag), say(TEXTS.result)], rows), '')
  }
  lines.push(`## ${say(TEXTS.records)}`, '')
  for (const [type, rows] of Object.entries(records)) lines.push(`\`${type}\``, '', '```csv', ...rows, '```', '')
  return toPage(lines)
}

const textOf = (blocks: ShownBlock[]) => blocks.map((block) => (block.is === 'text' ? block.text : '')).join(' ')

function linesOf(block: ShownBlock): string[] {
  if (block.is === 'text') return [block.text, '']
  if (block.is === 'table') return [...markdownTable(block.rows[0] ?? [], block.rows.slice(1)), '']
  const { title, categories, series } = block.chart
  const rows = categories.map((category, at) => [category, ...series.map(({ values }) => String(values[at] ?? ''))])
  return [...markdownTable([title, ...series.map(({ name }) => name)], rows), '']
}

/** What became of one tag, alone in a document. */
async function filled(
  causeway: Causeway,
  tag: string,
  locale: Locale,
  year: number,
  folder: string,
): Promise<ShownBlock[]> {
  const [template, out] = [join(folder, 'template.docx'), join(folder, 'out.docx')]
  // A paragraph that is left out is never the only one.
  const blocks = [tag, ''].map((text) => ({ style: 'body' as const, text }))
  writeFileSync(template, templateFile({ locale, header: '', footer: '', blocks }))
  const { unknown } = await writeReport(causeway, OPERATOR, {
    template,
    institution: 'X',
    year,
    locale,
    strict: true,
    out,
  })
  if (unknown.length > 0) throw new Error(tag)
  return readShown(readFileSync(out))
}
