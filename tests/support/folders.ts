import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, onTestFinished } from 'vitest'

const make = () => mkdtempSync(join(tmpdir(), 'causeway-test-'))
const remove = (folder: string) => rmSync(folder, { recursive: true, force: true })

/** A folder that goes when the tests of a file are over. */
export function folderOfFile(): string {
  const folder = make()
  afterAll(() => remove(folder))
  return folder
}

/** A folder that goes when the test that asks for it is over. */
export function folderOfTest(): string {
  const folder = make()
  onTestFinished(() => remove(folder))
  return folder
}

/** Paths in a folder that each test has for itself. */
export function folderOfEachTest(): (...names: string[]) => string {
  let folder = ''
  beforeEach(() => {
    folder = make()
  })
  afterEach(() => remove(folder))
  return (...names) => join(folder, ...names)
}
