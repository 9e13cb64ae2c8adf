import { GENERATORS, outdated } from '@causeway/server/outlets/generate/generators'
import { expect, it } from 'vitest'

it.each(GENERATORS)(
  'the committed files of $name are what the declarations say (npm run generate writes them)',
  async ({ write }) => {
    const files = await write()
    expect(Object.keys(files).length).toBeGreaterThan(0)
    expect(outdated(files)).toEqual([])
  },
)
