import { graph } from '../../graph/graph.ts'

/** What public figures name, in both languages, whichever is read: one searches in the other too. */
export const SubjectsQuery = graph(`
  query Subjects($institution: ID!) {
    PROGRAMME: publicSubjects(institution: $institution, kind: PROGRAMME) { ...NamedSubject }
    PARTNER: publicSubjects(institution: $institution, kind: PARTNER) { ...NamedSubject }
    PLATFORM: publicSubjects(institution: $institution, kind: PLATFORM) { ...NamedSubject }
    COUNTRY: publicSubjects(institution: $institution, kind: COUNTRY) { ...NamedSubject }
  }
  fragment NamedSubject on PublicSubject { code zh: name(locale: ZH) en: name(locale: EN) pinyin }
`)
