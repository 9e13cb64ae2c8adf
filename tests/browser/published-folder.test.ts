import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Brand } from '@causeway/server/ground/brand/brand'
import { writePublication } from '@causeway/server/outlets/publish/write-publication'
import { QuestionError } from '@causeway/server/ground/question-error'
import { expect, test } from 'vitest'
import { causeway, openPublished, out, parent, read } from './open-published.ts'

// As many as it takes for one of them to go.
openPublished(['DN02', 'EX02'])

test('an earlier publication is replaced whole, what somebody put beside it stays, and a folder of anything else is left alone', async () => {
  mkdirSync(join(out, '.git', 'refs'), { recursive: true })
  writeFileSync(join(out, '.git', 'refs', 'main'), 'abc')
  writeFileSync(join(out, 'zh', 'own.html'), 'mine')
  expect(existsSync(join(out, 'zh', 'indicator', 'foreign-students.html'))).toBe(true)
  const smaller = { ...causeway, indicators: causeway.indicators.slice(0, 1) }
  await writePublication(smaller, { institution: 'X', release: 'live', out })
  expect(existsSync(join(out, 'zh', 'indicator', 'foreign-students.html'))).toBe(false)
  expect(read('.git/refs/main')).toBe('abc')
  expect(read('zh/own.html')).toBe('mine')
  expect(readdirSync(parent)).toEqual(['site'])

  // A page of somebody else's where one of ours would be is not overwritten.
  writeFileSync(join(out, 'en', 'indicator', 'foreign-students.html'), 'mine')
  await expect(writePublication(causeway, { institution: 'X', release: 'live', out })).rejects.toMatchObject({
    code: 'FOREIGN_FILE',
  })
  expect(read('en/indicator/foreign-students.html')).toBe('mine')
  expect(readdirSync(parent)).toEqual(['site'])
  rmSync(join(out, 'en', 'indicator', 'foreign-students.html'))

  const foreign = mkdtempSync(join(tmpdir(), 'causeway-foreign-'))
  writeFileSync(join(foreign, 'thesis.docx'), 'mine')
  await expect(writePublication(causeway, { institution: 'X', release: 'live', out: foreign })).rejects.toMatchObject({
    code: 'FOLDER_NOT_EMPTY',
  })
  expect(readdirSync(foreign)).toEqual(['thesis.docx'])
  rmSync(foreign, { recursive: true })
  await expect(writePublication(causeway, { institution: 'nobody', release: 'live', out })).rejects.toBeInstanceOf(
    QuestionError,
  )
  expect(existsSync(join(out, 'index.html'))).toBe(true)
})

test('what is broken off leaves the folder as it was, and what was killed is tidied up by the next', async () => {
  const [signal, before] = [new AbortController(), read('publication.json')]
  const smaller = { ...causeway, indicators: causeway.indicators.slice(0, 1) }
  const onProgress = ({ part }: { part: string }) => part === 'files' && signal.abort()
  await expect(
    writePublication(smaller, { institution: 'X', release: 'live', out, onProgress, signal: signal.signal }),
  ).rejects.toMatchObject({ code: 'BROKEN_OFF' })
  expect(read('publication.json')).toBe(before)
  expect(readdirSync(parent)).toEqual(['site'])

  // Killed between the two steps that put the new one in place: 999999999 is nobody's number.
  const side = join(parent, '.causeway-site-999999999-abcdef')
  mkdirSync(join(side, 'new'), { recursive: true })
  writeFileSync(join(side, 'causeway-publishing.txt'), '.causeway-site-999999999-abcdef\n')
  renameSync(out, join(side, 'before'))
  const stopped = AbortSignal.abort()
  await expect(
    writePublication(causeway, { institution: 'X', release: 'live', out, signal: stopped }),
  ).rejects.toBeInstanceOf(QuestionError)
  expect(readdirSync(parent)).toEqual(['site'])
  expect(read('publication.json')).toBe(before)
})

test('a folder that is refused is refused before anything is begun, and a logo that cannot be drawn leaves nothing behind', async () => {
  const foreign = join(parent, 'foreign')
  mkdirSync(foreign)
  writeFileSync(join(foreign, 'thesis.docx'), 'mine')
  let begun = false
  const onProgress = () => (begun = true)
  await expect(
    writePublication(causeway, { institution: 'X', release: 'live', out: foreign, onProgress }),
  ).rejects.toMatchObject({
    code: 'FOLDER_NOT_EMPTY',
  })
  expect(begun).toBe(false)
  rmSync(foreign, { recursive: true })

  const brand: Brand = {
    name: { zh: '甲院国际化', en: 'College X abroad' },
    logo: { body: Buffer.from('no picture'), type: 'image/png', hash: 'x' },
    colors: {},
    runBy: null,
    contact: { email: null, phone: null, url: null, address: null },
  }
  await expect(writePublication({ ...causeway, brand }, { institution: 'X', release: 'live', out })).rejects.toThrow()
  expect(readdirSync(parent)).toEqual(['site'])
})
