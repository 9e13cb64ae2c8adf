import type { Causeway } from '@causeway/server/figures/causeway'
import { listFolderPages } from '@causeway/server/outlets/publish/folder-page'
import { SINGLE_PAGES } from '@causeway/shared/pages'
import { THEMES } from '@causeway/shared/series'
import { expect, test } from 'vitest'

test('a folder has a page of every theme, and of every page of one name that needs neither signing in nor a server', () => {
  const causeway = { indicators: [] } as unknown as Causeway
  const addresses = listFolderPages(causeway, { subjects: [], hasFigures: () => false }).map(({ address }) => address)
  for (const theme of THEMES) expect(addresses).toContain(`/theme/${theme.toLowerCase()}`)
  expect(SINGLE_PAGES.filter((page) => !addresses.includes(`/${page}`))).toEqual([
    'data',
    'developers',
    'institutions',
    'sign-in',
  ])
})
