import type { StandardCertificate } from '../../answers/curriculum/results.ts'
import { builder } from './builder.ts'

export const StandardCertificateRef = builder.objectRef<StandardCertificate>('StandardCertificate').implement({
  description:
    'An examination for a certificate whose results are on a standard, by its level and by the version of the standard.',
  fields: (t) => ({
    instrument: t.given('String', 'The examination.', 'instrument'),
    version: t.maybe('String', 'Its version; null: not said.', 'version'),
    level: t.given('String', 'junior, intermediate or senior.', 'level'),
    standardVersion: t.maybe('String', 'Version of the standard; null: not said.', 'standardVersion'),
    results: t.given('Int', 'How many results there are, every attempt.', 'results'),
    passed: t.given('Int', 'How many of them passed.', 'passed'),
    persons: t.given('Int', 'How many persons have one.', 'persons'),
    first: t.given('Date', 'Day of the first.', 'first'),
    last: t.given('Date', 'Day of the last.', 'last'),
  }),
})
