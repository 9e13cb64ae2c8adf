import { graph } from '../../graph/graph.ts'

export const FillLineMutation = graph(`
  mutation FillLine($input: FillLineInput!, $locale: Locale!) {
    fillLine(input: $input) { __typename ... on LineFilled { changed } ... on Refused { message(locale: $locale) } }
  }
`)
