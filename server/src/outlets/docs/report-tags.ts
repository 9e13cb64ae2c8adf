import { argumentOf, type SeriesArgument } from '@causeway/shared/series-arguments'
import type { Words } from '@causeway/shared/words/words'
import { CHOICES, FACETS, FACTS, TAG_ARGUMENTS, type Facet, type Fact } from '../reports/report-tag.ts'
import { markdownTable } from './markdown.ts'

const FACT_WORDS: Record<Fact, Words> = {
  institution: { zh: '院校名称', en: 'name of the institution' },
  'institution.code': { zh: '院校代码', en: 'its code' },
  year: {
    zh: '所选学年；在按年循环中为该行的学年',
    en: 'the school year picked; in a loop over years, that of the turn',
  },
  'year.start': { zh: '学年首日', en: 'its first day' },
  'year.end': { zh: '学年末日', en: 'its last day' },
  'previous-year': { zh: '上一学年', en: 'the school year before' },
  edition: {
    zh: '质量年报的年度：2023—2024学年写在 2024 年度的年报里',
    en: 'the edition of the quality report: that of 2024 holds the school year 2023/24',
  },
  'data-date': { zh: '数据截止日', en: 'the day up to which the data speak' },
  demonstration: {
    zh: '演示院校的虚构标记；其他院校为空',
    en: 'the mark of the invented college; of any other, nothing',
  },
}

const FACET_WORDS: Record<Facet, Words> = {
  value: { zh: '带单位的指标值（不写即此）', en: 'the figure with its unit; so without any of these' },
  number: { zh: '不带单位的数', en: 'the number without its unit' },
  name: { zh: '指标名称', en: 'name of the indicator' },
  unit: { zh: '单位', en: 'its unit' },
  period: { zh: '该值所属的时段', en: 'the period of the figure' },
  numerator: { zh: '分子', en: 'the numerator' },
  denominator: { zh: '分母', en: 'the denominator' },
  size: { zh: '涉及的人数或个数', en: 'persons or objects behind it' },
  interval: { zh: '95%置信区间', en: 'the 95% interval' },
  definition: { zh: '指标含义', en: 'what the indicator means' },
  formula: { zh: '计算口径', en: 'how it is made' },
  summary: {
    zh: '近五个时段的一句话概述，可用作图表的替换文字',
    en: 'a sentence on five periods, such as a chart needs as its alternative text',
  },
}

/** Where the words of the declaration leave open what the words of a tag mean. */
const ARGUMENT_WORDS: { [Name in SeriesArgument]?: Words } = {
  basis: { zh: '统计时段：学年、自然年、时点、届', en: 'basis: school year, calendar year, point in time, cohort' },
  scope: { zh: '统计范围：国外、国（境）外', en: 'scope: abroad; with Hong Kong, Macao and Taiwan' },
  filter: { zh: '只计某一维度的某些类别', en: 'only these categories of a dimension' },
}

/** What a tag can say of its question but for `by`, which is for loops: a choice as a word, anything else with its value. */
const ARGUMENTS = TAG_ARGUMENTS.filter((name) => name !== 'by').map((name): [tag: string, words: Words] => {
  const { kind, example, words } = argumentOf(name)
  const choices = CHOICES.filter((one) => one.name === name)
  const tag = kind === 'filter' ? example.replace(':', '=') : `${name}=${example}`
  return [
    choices.length > 0 ? choices.map(({ word }) => `.${word}`).join('  ') : `.${tag}`,
    ARGUMENT_WORDS[name] ?? words,
  ]
})

const MODIFIERS: [tag: string, words: Words][] = [
  ['.previous  .previous2', { zh: '上一年、上两年……', en: 'the year before, two years before …' }],
  ['.next', { zh: '下一年', en: 'the year after' }],
  ...ARGUMENTS,
  [
    '{form:international-influence/2022/6}',
    {
      zh: '官方报表的指标项（报表/版式/序号），按该项的口径；其后可加空格和 previous、number 等',
      en: 'a line of an official table (table/edition/line), counted as that line is; after a blank previous, number and the like',
    },
  ],
]

const LOOPS: [tag: string, words: Words][] = [
  [
    '{#years}…{/years}',
    {
      zh: '近五年每年一次；{#years 8} 为八年。写在表格一行的首尾单元格，即每年一行',
      en: 'once for each of five years; {#years 8} for eight. In the first and last cell of a row it repeats the row',
    },
  ],
  [
    '{#EX02.by=country}…{/}',
    {
      zh: '每个类别一次；其中用 {category}、{figure}、{figure.previous}、{figure.number}',
      en: 'once for each category; inside it {category}, {figure}, {figure.previous}, {figure.number}',
    },
  ],
  [
    '{chart DN02 DN03}',
    {
      zh: '写在 Word 图表的标题里：近五年的柱形图或折线图；可加 years=10',
      en: 'in the title of a Word chart: five years of it; years=10 for more',
    },
  ],
  [
    '{chart EX02.by=country}',
    { zh: '写在 Word 图表的标题里：所选年度按类别', en: 'in the title of a Word chart: the year picked, by category' },
  ],
]

const TEXTS = {
  title: { zh: '报告模板的标签', en: 'The tags of a report template' },
  intro: {
    zh: '模板是普通的 Word 文档（.docx）。在要出现指标值的地方写标签，如 {EX02}，再运行 `causeway report 模板.docx --institution 代码 --year 2023 --lang zh --out 报告.docx`。无数值的指标写出原因（如“未填报”），不写 0，也不留空。认不得的标签会逐个列出位置并在报告中标明；加 `--strict` 则不写出报告。旁边的 `报告.lock.json` 列明每个指标值。',
    en: 'A template is an ordinary Word document (.docx). Write a tag such as {EX02} where a figure goes and run `causeway report TEMPLATE.docx --institution CODE --year 2023 --lang en --out REPORT.docx`. A figure without a number reads as why ("no records"), never as 0 or blank. A tag that is not known is listed with its place and marked in the report; with `--strict` no report is written. `REPORT.lock.json` beside it lists every figure.',
  },
  facts: { zh: '院校与年度', en: 'The institution and the year' },
  figures: { zh: '指标值', en: 'Figures' },
  figuresIntro: {
    zh: '指标的代码或标识，如 {EX02}、{SK05.best}、{foreign-students}；其后可加，次序不限：',
    en: 'An indicator by code or id, as in {EX02}, {SK05.best}, {foreign-students}; after it, in any order:',
  },
  loops: { zh: '循环与图表', en: 'Loops and charts' },
  tag: { zh: '标签', en: 'Tag' },
  writes: { zh: '写出', en: 'Writes' },
  made: { zh: '本页自动生成（`npm run docs`），请勿手改。', en: 'This page is made (`npm run docs`); do not edit it.' },
} satisfies Record<string, Words>

/** How to write a report template, in one language, as Markdown. */
export function reportTagsPage(language: 'zh' | 'en'): string {
  const say = (words: Words) => words[language]
  const code = (tags: string) =>
    tags
      .split(/\s{2,}/)
      .map((tag) => `\`${tag}\``)
      .join(' ')
  const table = (rows: [string, Words][]) => [
    ...markdownTable(
      [say(TEXTS.tag), say(TEXTS.writes)],
      rows.map(([tags, words]) => [code(tags), say(words)]),
    ),
    '',
  ]
  return [
    `# ${say(TEXTS.title)}`,
    '',
    say(TEXTS.made),
    '',
    say(TEXTS.intro),
    '',
    `## ${say(TEXTS.facts)}`,
    '',
    ...table(FACTS.map((fact) => [`{${fact}}`, FACT_WORDS[fact]])),
    `## ${say(TEXTS.figures)}`,
    '',
    say(TEXTS.figuresIntro),
    '',
    ...table([...MODIFIERS, ...FACETS.map((facet): [string, Words] => [`.${facet}`, FACET_WORDS[facet]])]),
    `## ${say(TEXTS.loops)}`,
    '',
    ...table(LOOPS),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}
