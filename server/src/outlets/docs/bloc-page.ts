import { toIso } from '@causeway/shared/day'
import { BLOCS, type Bloc, type Membership } from '../../ground/reference/blocs.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { markdownTable } from './markdown-table.ts'

/** Who is in which bloc, from when to when, and how sure we are. */
export function writeBlocPage(): string {
  const lines = [
    '# 国家集团成员 / Members of the blocs',
    '',
    '成员资格按日期计算，数据见 `server/src/ground/reference/data/blocs.yaml`，可由管理员修改。可信度：V 见于原始发布者，M 见于转载，C 见于公开代码，G 为一般知识。',
    '',
    'Membership acts by date. The data are in `server/src/ground/reference/data/blocs.yaml`, where an operator may correct them. Confidence: V seen at the publisher, M on a mirror, C in public code, G general knowledge.',
    '',
    '_本页由数据文件生成（`npm run docs`） / This page is made from the data file (`npm run docs`)._',
  ]
  for (const bloc of BLOCS) lines.push('', ...describeBloc(bloc))
  return `${lines.join('\n')}\n`
}

function describeBloc({ id, name, source, confidence, members }: Bloc): string[] {
  const sorted = [...members].sort((a, b) => a.from - b.from || a.country.localeCompare(b.country))
  return [
    `## ${name.zh} / ${name.en} \`${id}\``,
    '',
    `${confidence}: ${source}`,
    '',
    ...markdownTable(['国家（地区）', 'Country or region', '自 / from', '至 / to'], sorted.map(toRow)),
  ]
}

function toRow({ country, from, to }: Membership): string[] {
  const { zh, en } = countryName(country)
  return [zh, en, toIso(from), to === null ? '' : toIso(to)]
}
