import { spawnSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { publicationFolder } from '@causeway/server/outlets/publish/publication-folder'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

let parent: string
let out: string

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'causeway-publication-folder-'))
  out = join(parent, 'site')
})
afterEach(() => rmSync(parent, { recursive: true, force: true }))

function publish(...files: string[]): string | null {
  const folder = publicationFolder(out)
  try {
    for (const file of files) folder.write(file, file)
    return folder.finish({})
  } catch (error) {
    folder.discard()
    throw error
  }
}

function put(file: string, text = 'mine'): void {
  mkdirSync(dirname(join(parent, file)), { recursive: true })
  writeFileSync(join(parent, file), text)
}

const read = (file: string) => readFileSync(join(parent, file), 'utf8')
const sideFolders = () => readdirSync(parent).filter((name) => name.startsWith('.causeway-site-'))

/** A process that is killed while it writes; what it left beside the folder. */
function killWhileWriting(): string {
  const code = `const { publicationFolder } = await import(process.argv[1])
    publicationFolder(process.argv[2]).write('half.html', '')
    process.kill(process.pid, 'SIGKILL')`
  const source = import.meta.resolve('@causeway/server/outlets/publish/publication-folder')
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', code, source, out], { encoding: 'utf8' })
  expect(sideFolders(), stderr).toHaveLength(1)
  return join(parent, sideFolders()[0]!)
}

test('backups that somebody keeps beside the folder stay, whether it is published or refused', () => {
  const backups = ['site.old-2024', 'site.writing-2024', '.causeway-site-999999999-abcdef', '.causeway-site-old']
  for (const name of backups) put(`${name}/index.html`)
  // Not even where there is nothing in the place of what it is a backup of.
  publish('index.html')
  publish('index.html')
  rmSync(out, { recursive: true })
  put('site/thesis.docx')
  expect(() => publish('index.html')).toThrow(expect.objectContaining({ code: 'FOLDER_NOT_EMPTY' }))
  for (const name of backups) expect(read(`${name}/index.html`)).toBe('mine')
  expect(readdirSync(parent).toSorted()).toEqual(['site', ...backups].toSorted())
})

test('what a killed publication left is taken away by the next that is accepted, and by none that is refused', () => {
  publish('index.html')
  killWhileWriting()
  renameSync(out, join(parent, 'elsewhere'))
  put('site/thesis.docx')
  expect(() => publish('index.html')).toThrow(expect.objectContaining({ code: 'FOLDER_NOT_EMPTY' }))
  expect(sideFolders()).toHaveLength(1)
  rmSync(out, { recursive: true })
  publish('index.html')
  expect(readdirSync(parent).toSorted()).toEqual(['elsewhere', 'site'])
})

test('what was there before a publication was killed between its two last steps is put back, also in the place of an empty folder', () => {
  for (const emptied of [false, true]) {
    publish('index.html')
    put('site/.git/HEAD')
    renameSync(out, join(killWhileWriting(), 'before'))
    if (emptied) mkdirSync(out)
    publicationFolder(out).discard()
    expect(read('site/index.html')).toBe('index.html')
    expect(read('site/.git/HEAD')).toBe('mine')
    expect(readdirSync(parent)).toEqual(['site'])
  }
})

test('what another process is writing stays, also where that is of another user', () => {
  const name = '.causeway-site-999999999-abcdef'
  put(`${name}/causeway-publishing.txt`, `${name}\n`)
  // As the system answers anyone who may not send a signal; to the superuser it never does.
  const kill = vi.spyOn(process, 'kill').mockImplementation(() => {
    throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' })
  })
  try {
    publish('index.html')
  } finally {
    kill.mockRestore()
  }
  expect(readdirSync(parent).toSorted()).toEqual([name, 'site'])
  publish('index.html')
  expect(readdirSync(parent)).toEqual(['site'])
})

test('two that are written by one process leave each other alone', () => {
  const [first, second] = [publicationFolder(out), publicationFolder(out)]
  first.write('index.html', 'first')
  second.discard()
  first.finish({})
  expect(read('site/index.html')).toBe('first')
})

test('a folder with the name of a page, and a file with the name of a folder of pages, are said by their path and stay', () => {
  const foreign = (path: string) =>
    expect.objectContaining({ code: 'FOREIGN_FILE', facts: { file: join(out, path) } }) as Error
  publish('index.html', 'zh/about.html')
  rmSync(join(out, 'zh', 'about.html'))
  put('site/zh/about.html/notes.txt')
  expect(() => publish('index.html', 'zh/about.html')).toThrow(foreign('zh/about.html'))
  expect(read('site/zh/about.html/notes.txt')).toBe('mine')

  put('site/data')
  const folder = publicationFolder(out)
  expect(() => folder.write('data/figures.csv', '')).toThrow(foreign('data'))
  folder.discard()
  expect(read('site/data')).toBe('mine')

  // It came while the pages were written.
  rmSync(join(out, 'data'))
  const late = publicationFolder(out)
  late.write('en', '')
  put('site/en/notes.txt')
  expect(() => late.finish({})).toThrow(foreign('en'))
  late.discard()
  expect(read('site/en/notes.txt')).toBe('mine')
  expect(readdirSync(parent)).toEqual(['site'])
})

// The superuser may remove anything, and elsewhere folders have no such rights.
test('one before that cannot be removed is no failure: it is said where it is, and the next removes it', ({ skip }) => {
  if (!process.seteuid) skip('a folder of this machine has no such rights')
  const asker = process.geteuid!()
  const user = asker === 0 ? 65_534 : asker
  // Nobody in particular may pass through, and owns what is in it.
  if (asker === 0) chmodSync(dirname(parent), statSync(dirname(parent)).mode | 0o011)
  chownSync(parent, user, process.getegid!())
  process.seteuid!(user)
  try {
    publish('index.html', 'zh/about.html')
    chmodSync(join(out, 'zh'), 0o555)
    const left = publish('index.html')
    expect(left).toBe(join(parent, sideFolders()[0]!))
    expect(existsSync(join(out, 'zh'))).toBe(false)
    expect(read('site/index.html')).toBe('index.html')
    chmodSync(join(left!, 'replaced', 'zh'), 0o755)
    publish('index.html')
    // It is of a process that runs, and of a publication that is done.
    expect(readdirSync(parent)).toEqual(['site'])
  } finally {
    process.seteuid!(asker)
  }
})

test('a folder may have as long and odd a name as the system takes, and one that cannot be made is said in words', () => {
  for (const name of [
    '界河农业职业学院国际化数据公开站点'.repeat(5).slice(0, 83),
    '100% # ? 甲 & b',
    'n'.repeat(255),
  ]) {
    out = join(parent, name)
    publish('index.html')
    publish('index.html')
    expect(readdirSync(out).toSorted()).toEqual(['index.html', 'publication.json'])
  }
  expect(readdirSync(parent)).toHaveLength(3)
  out = join(parent, 'n'.repeat(256))
  expect(() => publish('index.html')).toThrow(expect.objectContaining({ code: 'FOLDER_NOT_WRITABLE' }))
})
