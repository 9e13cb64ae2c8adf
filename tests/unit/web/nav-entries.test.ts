import { expect, test } from 'vitest'
import { parsePlace } from '@causeway/shared/pages'
import { listNavEntries } from '../../../web/src/shell/site-nav.tsx'

test('whatever page one is on, one entry of the menu says where it belongs', () => {
  const belongs: Record<string, string> = {
    '/': 'Overview page',
    '/theme/export': 'Export page',
    '/skills': 'Skills page',
    '/theme/skills': 'Skills true',
    '/indicator/EX02': 'Export true',
    '/answer/EX02': 'Export true',
    '/standard/S1': 'Standards true',
    '/crosswalk/S1/F1': 'Standards true',
    '/platform/P': 'Platforms true',
    '/partner/P': 'Platforms true',
    '/programme/P': 'Overview true',
    '/country/VN': 'Overview true',
    '/form/f': 'Forms true',
    '/forms': 'Forms page',
    '/record/r': 'Data true',
    '/data': 'Data page',
    '/catalogue': 'Catalogue page',
  }
  for (const [path, said] of Object.entries(belongs)) {
    const current = listNavEntries(parsePlace(path), 'EXPORT', true).filter((entry) => entry.current)
    expect(
      current.map(({ words, current: how }) => `${words.en} ${how}`),
      path,
    ).toEqual([said])
  }
})
