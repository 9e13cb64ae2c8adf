import { strFromU8, unzipSync } from 'fflate'
import { templateFile } from '@causeway/server/outlets/reports/shipped/template-file'
import type { Block } from '@causeway/server/outlets/reports/shipped/chapter'

/** A Word template with these paragraphs, and a chart with this tag in its title. */
export function wordTemplate(
  texts: (string | Block)[],
  { chart = '{chart EX02}', header = '{institution}', description = 'a chart' } = {},
): Buffer {
  const blocks = texts.map((text): Block => (typeof text === 'string' ? { style: 'body', text } : text))
  return Buffer.from(
    templateFile({
      locale: 'EN',
      header,
      footer: '',
      blocks: [...blocks, { chart: { tag: chart, description, series: ['One', 'Two'] } }],
    }),
  )
}

export interface ReadDocument {
  /** The text of each paragraph outside tables. */
  paragraphs: string[]
  /** The texts of the cells of the first table. */
  rows: string[][]
  header: string
  /** The alternative text of the chart. */
  description: string
  chart: { title: string; categories: string[]; series: { name: string; values: (number | null)[] }[] }
  /** The cells of the workbook behind the chart, as text; empty: null. */
  workbook: (string | null)[][]
  /** Every part, for what must not be anywhere. */
  xml: string
}

/** What a reader of a filled report sees. */
export function readDocument(docx: Uint8Array): ReadDocument {
  const files = unzipSync(docx)
  const part = (name: string) => strFromU8(files[name] ?? new Uint8Array())
  const document = part('word/document.xml')
  const chart = part('word/charts/chart1.xml')
  const table = /<w:tbl>[\s\S]*?<\/w:tbl>/.exec(document)?.[0] ?? ''
  return {
    paragraphs: all(document.replaceAll(/<w:tbl>[\s\S]*?<\/w:tbl>/g, ''), 'w:p').map(textOf),
    rows: all(table, 'w:tr').map((row) => all(row, 'w:tc').map(textOf)),
    header: textOf(part('word/header1.xml')),
    description: unescape(/descr="([^"]*)"/.exec(document)?.[1] ?? ''),
    chart: readChart(chart),
    workbook: files['word/embeddings/chart1.xlsx'] ? readWorkbook(files['word/embeddings/chart1.xlsx']) : [],
    xml: Object.entries(files)
      .filter(([name]) => name.endsWith('.xml'))
      .map(([, content]) => strFromU8(content))
      .join('\n'),
  }
}

function readChart(xml: string): ReadDocument['chart'] {
  const series = all(xml, 'c:ser').map((one) => {
    const values = /<c:val>[\s\S]*?<\/c:val>/.exec(one)?.[0] ?? ''
    const points = pointsOf(values)
    const count = Number(/<c:ptCount val="(\d+)"/.exec(values)?.[1] ?? 0)
    return {
      name: [...pointsOf(/<c:tx>[\s\S]*?<\/c:tx>/.exec(one)?.[0] ?? '').values()].join(''),
      values: Array.from({ length: count }, (_, n) => (points.has(n) ? Number(points.get(n)) : null)),
    }
  })
  return {
    title: [...(/<c:title>[\s\S]*?<\/c:title>/.exec(xml)?.[0] ?? '').matchAll(/<a:t>([^<]*)<\/a:t>/g)]
      .map((match) => unescape(match[1]!))
      .join(''),
    categories: [...pointsOf(/<c:cat>[\s\S]*?<\/c:cat>/.exec(xml)?.[0] ?? '').values()],
    series,
  }
}

function pointsOf(xml: string): Map<number, string> {
  return new Map(
    [...xml.matchAll(/<c:pt idx="(\d+)">\s*<c:v>([^<]*)<\/c:v>/g)].map((match) => [
      Number(match[1]),
      unescape(match[2]!),
    ]),
  )
}

function readWorkbook(xlsx: Uint8Array): (string | null)[][] {
  const files = unzipSync(xlsx)
  const strings = all(strFromU8(files['xl/sharedStrings.xml']!), 'si').map(textOf)
  return all(strFromU8(files['xl/worksheets/sheet1.xml']!), 'row').map((row) =>
    [...row.matchAll(/<c [^>]*?(?:\/>|>([\s\S]*?)<\/c>)/g)].map((cell) => {
      const value = /<v>([^<]*)<\/v>/.exec(cell[1] ?? '')?.[1]
      if (value === undefined) return null
      return cell[0].includes('t="s"') ? strings[Number(value)]! : value
    }),
  )
}

function all(xml: string, name: string): string[] {
  return xml.match(new RegExp(`<${name}[ >][\\s\\S]*?</${name}>`, 'g')) ?? []
}

function textOf(xml: string): string {
  return [...xml.matchAll(/<(?:w:)?t(?: [^>]*)?>([^<]*)<\/(?:w:)?t>/g)].map((match) => unescape(match[1]!)).join('')
}

function unescape(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}
