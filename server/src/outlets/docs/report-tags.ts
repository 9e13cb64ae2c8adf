import { argumentOf, type SeriesArgument } from '@causeway/shared/series-arguments'
import type { Words } from '@causeway/shared/words/words'
import { facets, FACT_WORDS as SPOKEN_FACTS, type Vocabulary } from '../reports/tags/spoken.ts'
import { CHOICES, FACETS, FACTS, TAG_ARGUMENTS, type Facet, type Fact } from '../reports/tags/kinds.ts'
import { markdownTable } from './markdown.ts'
import words from './words.json' with { type: 'json' }

const FACT_WORDS: Record<Fact, Words> = words.reportTags.facts
const FACET_WORDS: Record<Facet, Words> = words.reportTags.facets

/** Where the words of the declaration leave open what the words of a tag mean. */
const ARGUMENT_WORDS: { [Name in SeriesArgument]?: Words } = words.reportTags.arguments

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
  ['.partner', { zh: '只计报告所写的合作机构', en: 'of the partner alone that the report is about' }],
  ...ARGUMENTS,
  [
    '.with-period  .with-scope',
    {
      zh: '其后加括号注明时段、范围；同一段中时段或范围不同而未写明的，填写时自动加上',
      en: 'its period, its scope, in brackets after it; added by itself where they differ within a paragraph that does not say so',
    },
  ],
  [
    '{form:international-influence/2022/6}',
    {
      zh: '官方报表的指标项（报表/版式/序号），按该项的口径；其后可加空格和 previous、number 等',
      en: 'a line of an official table (table/edition/line), counted as that line is; after a blank previous, number and the like',
    },
  ],
]

const { texts: TEXTS, loops: LOOPS } = words.reportTags

/** A word of a tag in English and in Chinese. */
function spoken(word: string, { [word]: chinese }: Vocabulary, write: (word: string) => string): string {
  return [word, ...(chinese ?? []).slice(0, 1)].map(write).join('  ')
}

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
    ...table(FACTS.map((fact) => [spoken(fact, SPOKEN_FACTS, (word) => `{${word}}`), FACT_WORDS[fact]])),
    `## ${say(TEXTS.figures)}`,
    '',
    say(TEXTS.figuresIntro),
    '',
    ...table([
      ...MODIFIERS,
      ...FACETS.map((facet): [string, Words] => [spoken(facet, facets, (word) => `.${word}`), FACET_WORDS[facet]]),
    ]),
    `## ${say(TEXTS.loops)}`,
    '',
    ...table(Object.entries(LOOPS)),
  ]
    .join('\n')
    .trimEnd()
    .concat('\n')
}
