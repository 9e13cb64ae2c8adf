import type { SubjectKind } from './subject-query.ts'

/** Part of a document: what public figures call the thing, for anybody. Needs `$institution`, `$code`, `$locale`. */
export const namedInPublic = (kind: SubjectKind) => /* GraphQL */ `
  named: publicSubjects(institution: $institution, kind: ${kind}, code: $code) { name(locale: $locale) }
`

export interface Names {
  /** None: no public figure names it. Null: that could not be answered. */
  named: { name: string }[] | null
}

/** What anybody may call the thing of a code: its name in public figures, else the code itself. */
export function publicName({ named }: Names, code: string): string {
  return named?.[0]?.name ?? code
}
