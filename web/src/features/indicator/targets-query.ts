import { graph } from '../../graph/graph.ts'

export const TargetsQuery = graph(`
  query Targets($institution: ID!, $id: ID!) {
    targets(institution: $institution, indicator: $id) { ...PlanLine }
  }
  fragment PlanLine on PlanLine { plan basis base { ...PlanYear } targets { ...PlanYear } }
  fragment PlanYear on PlanYear { year value cumulative }
`)

export const SetTarget = graph(`
  mutation SetTarget($input: SetTargetInput!, $locale: Locale!) {
    setTarget(input: $input) {
      __typename ... on TargetSet { changed } ... on Refused { code message(locale: $locale) }
    }
  }
`)
