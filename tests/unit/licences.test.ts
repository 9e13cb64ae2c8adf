import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../architecture/source-files.ts'

type Judge = (components: object[]) => { byLicence: Map<string, string[]>; unfit: string[] }
// A plain script without types, as all of the set-up.
const script = join(ROOT, 'server', 'setup', 'licences.mjs')
const { judgeLicences } = (await import(script)) as { judgeLicences: Judge }

const of = (name: string, ...licenses: object[]) => ({ name, version: '1.0.0', licenses })

test('a package whose licence asks for more than its name, or that has none, may not be used', () => {
  const { byLicence, unfit } = judgeLicences([
    of('free', { license: { id: 'MIT' } }),
    of('either', { expression: '(MIT OR GPL-3.0-or-later)' }),
    of('both', { expression: '(MIT AND Zlib)' }),
    of('half', { expression: '(MIT AND GPL-3.0-only)' }),
    of('strict', { license: { id: 'AGPL-3.0-only' } }),
    of('named', { license: { name: 'my own' } }),
    of('silent'),
    of('twice', { license: { id: 'MIT' } }, { license: { id: 'SSPL-1.0' } }),
    of('lightningcss', { license: { id: 'MPL-2.0' } }),
    of('another', { license: { id: 'MPL-2.0' } }),
    { ...of('server'), group: '@causeway' },
  ])
  expect(unfit).toEqual([
    'half@1.0.0: (MIT AND GPL-3.0-only)',
    'strict@1.0.0: AGPL-3.0-only',
    'named@1.0.0: my own',
    'silent@1.0.0: none',
    'twice@1.0.0: MIT AND SSPL-1.0',
    'another@1.0.0: MPL-2.0',
  ])
  expect(byLicence.get('MIT')).toEqual(['free@1.0.0'])
})
