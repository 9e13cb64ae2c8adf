import { toIso } from '@causeway/shared/day'
import { type Bloc, BLOCS, type Membership } from '../../ground/reference/blocs.ts'
import { countryName } from '../../ground/reference/countries.ts'
import { markdownTable, toPage } from './markdown.ts'
import { CERTIFICATE_ISSUERS } from '../../ground/reference/certificate-issuers.ts'
import { COMPETITION_SCALES, LANGUAGE_SCALES, type LanguageScale } from '../../ground/reference/scales.ts'

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
  return toPage(lines)
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

/** The scales that levels and scores are given on, and who issues certificates, with sources and how sure we are. */
export function writeScalePage(): string {
  const lines = [
    '# 量表与发证机构 / Scales and issuers',
    '',
    '语言等级只在同一量表、同一版本内可比；竞赛得分只在同一计分制内可比。数据见 `server/src/ground/reference/data/` 下的 `language-scales.yaml`、`competition-scales.yaml`、`certificate-issuers.yaml`，可由管理员修改。可信度：V 见于原始发布者，M 见于转载，C 见于公开代码，G 为一般知识。',
    '',
    'Levels of a language compare on one scale and one version of it only, scores of competitions on one scale. The data are in `language-scales.yaml`, `competition-scales.yaml` and `certificate-issuers.yaml` in `server/src/ground/reference/data/`, where an operator may correct them. Confidence: V seen at the publisher, M on a mirror, C in public code, G general knowledge.',
    '',
    '_本页由数据文件生成（`npm run docs`） / This page is made from the data files (`npm run docs`)._',
    '',
    '## 语言等级 / Levels of languages',
    '',
    '导入时等级可写名称或序号；存为序号。An import takes the name of a level or its number; the number is stored.',
  ]
  for (const scale of LANGUAGE_SCALES) lines.push('', ...describeScale(scale))
  lines.push('', '## 竞赛计分制 / Scales of competitions', '', ...describeCompetitions())
  lines.push('', '## 发证机构 / Issuers of certificates', '', ...describeIssuers())
  return toPage(lines)
}

function describeScale({ id, name, versions }: LanguageScale): string[] {
  const lines = [`### ${name.zh} / ${name.en} \`${id}\``]
  for (const { version, also, from, levels, confidence, source } of versions) {
    lines.push(
      '',
      `\`${version}\`（${also.join('、')}），自 / from ${toIso(from)}. ${confidence}: ${source}`,
      '',
      ...markdownTable(
        ['序号 / number', '等级', 'Level', '也写作 / also'],
        levels.map((level) => [String(level.rank), level.name.zh, level.name.en, level.also.join('、')]),
      ),
    )
  }
  return lines
}

function describeCompetitions(): string[] {
  return markdownTable(
    [
      '系列 / series',
      '计分制 / scale',
      '名称',
      'Name',
      '中值 / centre',
      '自 / from',
      '至 / to',
      '可信度 / confidence',
      '来源 / source',
    ],
    COMPETITION_SCALES.map(({ series, scale, name, centre, from, to, confidence, source }) => [
      `\`${series}\``,
      `\`${scale}\``,
      name.zh,
      name.en,
      String(centre),
      toIso(from),
      to === null ? '' : toIso(to),
      confidence,
      source,
    ]),
  )
}

function describeIssuers(): string[] {
  return markdownTable(
    [
      '名称',
      'Name',
      '国家（地区）',
      'Country or region',
      '国际 / international',
      '也写作 / also',
      '可信度 / confidence',
      '来源 / source',
    ],
    CERTIFICATE_ISSUERS.map(({ name, also, country, international, confidence, source }) => [
      name.zh,
      name.en,
      countryName(country).zh,
      countryName(country).en,
      international ? '是 / yes' : '',
      also.join('、'),
      confidence,
      source,
    ]),
  )
}
