import type { StandardCertificate } from '../../answers/curriculum/results.ts'
import { builder } from './builder.ts'

export const StandardCertificateRef = builder.objectRef<StandardCertificate>('StandardCertificate')
StandardCertificateRef.implement({
  description:
    'An examination for a certificate whose results stand on a standard, by its level and by the version of the standard.',
  fields: (t) => ({
    instrument: t.exposeString('instrument', { description: 'The examination.' }),
    version: t.exposeString('version', { nullable: true, description: 'Its version; null: not said.' }),
    level: t.exposeString('level', { description: 'junior, intermediate or senior.' }),
    standardVersion: t.exposeString('standardVersion', {
      nullable: true,
      description: 'Version of the standard; null: not said.',
    }),
    results: t.exposeInt('results', { description: 'How many results there are, every attempt.' }),
    passed: t.exposeInt('passed', { description: 'How many of them passed.' }),
    persons: t.exposeInt('persons', { description: 'How many persons have one.' }),
    first: t.expose('first', { type: 'Date', description: 'Day of the first.' }),
    last: t.expose('last', { type: 'Date', description: 'Day of the last.' }),
  }),
})
