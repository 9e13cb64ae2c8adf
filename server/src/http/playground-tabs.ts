/** One worked question of the playground; it runs as it is on the demonstration college. */
export interface PlaygroundTab {
  query: string
  variables?: Record<string, unknown>
  /** It asks for what needs signing in. */
  needsToken?: true
}

const PICTURE = { institution: 'demo', from: 2015, to: 2024 }

export const PLAYGROUND_TABS: readonly PlaygroundTab[] = [
  {
    query: `# One figure: foreign learners of the demonstration college in one school year.
# 一个指标值：演示院校某一学年的来华留学人数。
query OneFigure($institution: ID!, $year: Int!) {
  indicator(id: "EX02") {
    name
    zh: name(locale: ZH)
    unit
    series(institution: $institution, from: $year, to: $year) {
      figures {
        period { label zh: label(locale: ZH) start end partial }
        value
        gap
        explanation { formula recordCount }
      }
      summary
      zh: summary(locale: ZH)
    }
  }
}
`,
    variables: { institution: 'demo', year: 2023 },
  },
  {
    query: `# A series by category: the same over ten years, by country.
# 分类序列：同一指标十年，按国家（地区）。
query ByCategory($institution: ID!, $from: Int!, $to: Int!) {
  indicator(id: "EX02") {
    name
    dimensions { id name }
    series(institution: $institution, from: $from, to: $to, by: "country") {
      dimension { id name }
      figures {
        period { year label }
        category { key label zh: label(locale: ZH) }
        value
        gap
      }
    }
  }
}
`,
    variables: PICTURE,
  },
  {
    query: `# All indicators of a theme. A gap says why there is no number; zero is a number.
# 一个主题的全部指标。没有数值时 gap 说明原因；零是数值。
query Theme($theme: Theme!, $institution: ID!, $from: Int!, $to: Int!) {
  indicators(theme: $theme) {
    code
    name
    zh: name(locale: ZH)
    unit
    series(institution: $institution, from: $from, to: $to) {
      basis
      figures { period { label } value gap numerator denominator interval { low high method } }
    }
  }
}
`,
    variables: { theme: 'EXPORT', ...PICTURE, from: 2020 },
  },
  {
    query: `# What a figure was counted from: the records. It needs signing in: on the page first, or with
# {"Authorization": "Bearer …"} under Headers. Without it \`records\` is null and says UNAUTHENTICATED; the rest stands.
# 指标值由哪些记录算出。需要先登录：在页面上登录，或在 Headers 中填写令牌。
query CountedFrom($institution: ID!, $year: Int!) {
  indicator(id: "EX02") {
    formula
    series(institution: $institution, from: $year, to: $year) {
      figures {
        value
        gap
        explanation { formula definitionVersion recordCount groupHeadcount }
        records(first: 5) {
          totalCount
          pageInfo { hasNextPage endCursor }
          edges { cursor node { label row fields { name label text } batch { fileName } } }
        }
      }
    }
  }
}
`,
    variables: { institution: 'demo', year: 2023 },
    needsToken: true,
  },
]
