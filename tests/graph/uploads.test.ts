import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { listen, type Listening } from '@causeway/server/outlets/http/serve'
import { removeLeftUploads, toFileName } from '@causeway/server/desk/uploads/uploads'
import { csv } from '../support/import-college.ts'
import { readerOf } from '../support/college.ts'
import { openUploadFolder } from '../support/upload-folder.ts'

const HEADER = '学号,方向,人员类别,目的,国家（地区）,开始日期,结束日期'
const STAY = 'S1,派出,学生,学习,泰国,2022-10-01,2022-10-31'
const QUERY =
  'mutation ($input: ImportRecordsInput!) { importRecords(input: $input) { __typename ... on Refused { code } ... on ImportReport { fileName problems { code message(locale: ZH) } } } }'

const { tmp, left, openDesk } = openUploadFolder()

function formOf(input: object, file: File = csv('a.csv', HEADER, STAY)): FormData {
  const form = new FormData()
  form.append('operations', JSON.stringify({ query: QUERY, variables: { input: { ...input, file: null } } }))
  form.append('map', JSON.stringify({ 0: ['variables.input.file'] }))
  form.append('0', file)
  return form
}

const INPUT = { institution: 'X', type: 'mobility', dryRun: true }

describe('a file that is sent along', () => {
  it('leaves nothing behind, whatever becomes of it', async () => {
    const { bring, editor } = await openDesk()
    await bring(csv('a.csv', HEADER, STAY), { type: 'mobility' })
    await bring(csv('a.csv', HEADER, STAY), { type: 'nonsense', dryRun: true })
    await bring(csv('a.csv', HEADER, STAY), { institution: 'Y', type: 'mobility' }, editor)
    await bring(csv('a.csv', ''), { type: 'mobility' })
    // An answer may be there a moment before the folder is gone.
    await expect.poll(left).toEqual([])
  })

  it('of somebody signed in is taken from a page of ours that says so, and from no form of another page', async () => {
    const { college } = await openDesk()
    const cookie = await college.signIn(await college.tokenFor('editor', 'X'))
    const send = async (headers: Record<string, string>) => {
      const response = await college.post('/graphql', formOf(INPUT), { cookie, ...headers })
      const { data, errors } = (await response.json()) as any // eslint-disable-line @typescript-eslint/no-explicit-any
      return errors?.[0]?.extensions.code ?? data.importRecords.__typename
    }
    const page = { origin: 'http://causeway.test', 'sec-fetch-site': 'same-origin' }
    expect(await send({ ...page, 'x-requested-with': 'causeway' })).toBe('ImportReport')
    // As a form sends it: same site or not, it cannot set the header.
    expect(await send(page)).toBe('CSRF_REFUSED')
    expect(await send({ 'x-requested-with': 'causeway' })).toBe('CSRF_REFUSED')
    expect(await send({ 'x-requested-with': 'causeway', 'sec-fetch-site': 'none' })).toBe('CSRF_REFUSED')
    // For another site the cookie does not count at all.
    for (const origin of [
      'https://elsewhere.test',
      'null',
      'http://causeway.test.elsewhere.test',
      'http://causeway.test:81',
    ])
      expect(await send({ origin, 'x-requested-with': 'causeway' })).toBe('UNAUTHENTICATED')
    expect(await send({ ...page, 'sec-fetch-site': 'cross-site', 'x-requested-with': 'causeway' })).toBe(
      'UNAUTHENTICATED',
    )
    const preflight = await college.app.fetch(new Request('http://causeway.test/graphql', { method: 'OPTIONS' }))
    expect(preflight.headers.get('access-control-allow-headers')?.toLowerCase()).not.toContain('x-requested-with')
    expect(left()).toEqual([])
  })

  it('of one who may change nothing is not even read', async () => {
    const { college, bring } = await openDesk()
    const none = await bring(csv('a.csv', HEADER), { type: 'mobility' }, {})
    expect([none.status, none.errors![0]!.extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
    const reader = await bring(csv('a.csv', HEADER), { type: 'mobility' }, await readerOf(college))
    expect([reader.status, reader.errors![0]!.extensions.code]).toEqual([403, 'FORBIDDEN'])
  })

  it('is no part of a question that is asked by an address or as JSON', async () => {
    const { college, editor } = await openDesk()
    const asked = await college.ask(QUERY, { input: { ...INPUT, file: 'x' } }, editor)
    expect(asked.data.importRecords).toEqual({ __typename: 'Refused', code: 'NO_FILE' })
    const written = await college.as(editor)(
      'mutation { importRecords(input: { institution: "X", type: "mobility", file: "x" }) { __typename } }',
    )
    expect(written.errors).toHaveLength(1)
    const encoded = `operations=${encodeURIComponent(JSON.stringify({ query: QUERY }))}`
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const urlencoded = await college.post('/graphql', encoded, { ...editor, ...type })
    expect(urlencoded.status).toBe(400)
  })

  it('is refused where the request is not put together as it must be', async () => {
    const { college, editor } = await openDesk()
    const send = async (parts: [string, string | File][], headers: Record<string, string> = {}) => {
      const form = new FormData()
      for (const [name, value] of parts) form.append(name, value)
      const response = await college.post('/graphql', form, { ...editor, ...headers })
      return ((await response.json()) as any).errors?.[0]?.extensions.code // eslint-disable-line @typescript-eslint/no-explicit-any
    }
    const operations: [string, string] = [
      'operations',
      JSON.stringify({ query: QUERY, variables: { input: { ...INPUT, file: null } } }),
    ]
    const map = (paths: unknown): [string, string] => ['map', JSON.stringify(paths)]
    const file: [string, File] = ['0', csv('a.csv', HEADER, STAY)]
    const right = map({ 0: ['variables.input.file'] })
    expect(await send([operations, right, file])).toBeUndefined()
    expect(await send([operations, right])).toBe('BAD_MULTIPART')
    expect(await send([operations, file])).toBe('BAD_MULTIPART')
    expect(await send([right, file])).toBe('BAD_MULTIPART')
    expect(await send([operations, right, file, file])).toBe('BAD_MULTIPART')
    expect(await send([operations, operations, right, file])).toBe('BAD_MULTIPART')
    expect(await send([operations, map({ 0: ['variables.__proto__.polluted'] }), file])).toBe('BAD_MULTIPART')
    expect(await send([operations, map({ 0: ['query'] }), file])).toBe('BAD_MULTIPART')
    expect(await send([operations, map({ 0: ['variables.input.type'] }), file])).toBe('BAD_MULTIPART')
    expect(await send([operations, map({ 0: ['variables.input.other'] }), file])).toBe('BAD_MULTIPART')
    expect(await send([operations, map([]), file])).toBe('BAD_MULTIPART')
    expect(await send([['operations', '{'], right, file])).toBe('BAD_JSON')
    const many = Array.from({ length: 6 }, (_, i): [string, File] => [String(i), csv('a.csv', HEADER)])
    const paths = Object.fromEntries(many.slice(0, 4).map(([name]) => [name, ['variables.input.file']]))
    expect(['TOO_MANY_PARTS', 'BAD_MULTIPART']).toContain(await send([operations, map(paths), ...many]))
    expect(await send([['operations', 'x'.repeat(5_000_000)], right, file])).toBe('TOO_LARGE')
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    const type = { 'content-type': 'multipart/form-data' }
    const broken = await college.post('/graphql', 'nothing of the kind', { ...editor, ...type })
    expect(broken.status).toBe(400)
    await expect.poll(left).toEqual([])
  })

  it('over the limit is refused in both languages, whether or not it says how large it is', async () => {
    const { bring, report } = await openDesk({ mostUploadBytes: 1024 * 1024 })
    const large = new File(['x'.repeat(1024 * 1024 + 1)], 'large.csv')
    const asked = await bring(large, { type: 'mobility' })
    expect(asked.status).toBe(413)
    expect(asked.errors![0]!.extensions).toMatchObject({
      code: 'FILE_TOO_LARGE',
      messages: {
        zh: '文件超过上限 1 MB，未接收。台账请拆成几份，或压缩成 CSV.GZ；佐证材料请降低扫描清晰度，或分成几个文件。',
        en: 'The file is over the limit of 1 MB and was not taken. Split records, or pack them as CSV.GZ; scan a document at a lower resolution, or in parts.',
      },
    })
    const fits = new File([`${HEADER}\n${STAY}\n`, '\n'.repeat(1024 * 1024 - 300)], 'fits.csv')
    expect(await report(fits, { type: 'mobility' })).toMatchObject({ accepted: 1 })
    await expect.poll(left).toEqual([])
  })

  it('with ten thousand corrections is taken, with more it is refused', async () => {
    const { report } = await openDesk()
    const corrections = Array.from({ length: 10_000 }, (_, i) => ({ row: i + 2, column: 4, value: '越南' }))
    const file = csv('a.csv', HEADER, ...Array.from({ length: 20 }, (_, i) => STAY.replace('S1', `S${i}`)))
    expect(await report(file, { type: 'mobility', dryRun: true, corrections })).toMatchObject({ accepted: 20 })
    corrections.push({ row: 1, column: 0, value: '' })
    expect(await report(file, { type: 'mobility', dryRun: true, corrections })).toMatchObject({
      code: 'TOO_MANY_CORRECTIONS',
    })
    for (const wrong of [
      { row: 2, column: -1, value: '' },
      { row: 2, column: 1e9, value: '' },
      { row: 0, column: 1, value: '' },
    ])
      expect(await report(file, { type: 'mobility', dryRun: true, corrections: [wrong] })).toMatchObject({
        code: 'BAD_CORRECTION',
      })
    const nul = [{ row: 2, column: 4, value: 'a\0b' }]
    await expect(report(file, { type: 'mobility', dryRun: true, corrections: nul })).rejects.toThrow('BAD_CHARACTER')
  })

  it('has a name without folders, control characters and turned letters, which never is a path', async () => {
    expect(toFileName('../../etc/passwd')).toBe('passwd')
    expect(toFileName('C:\\Users\\me\\留学生.xlsx')).toBe('留学生.xlsx')
    expect(toFileName('a\0b\u202egnp.csv')).toBe('abgnp.csv')
    expect(toFileName('..')).toBe('file')
    expect(toFileName('')).toBe('file')
    expect(toFileName(`${'长'.repeat(300)}.csv`)).toHaveLength(200)
    const { report } = await openDesk()
    const file = new File([`${HEADER}\n${STAY}\n`], '..\\..\\evil/../学期.csv')
    expect(await report(file, { type: 'mobility', dryRun: true })).toMatchObject({ fileName: '学期.csv', accepted: 1 })
  })

  it('that is broken off on the way leaves nothing, and the server goes on', async () => {
    const { college, editor, report } = await openDesk()
    const server: Listening = await listen(college.app, { port: 0, host: '127.0.0.1' })
    try {
      const boundary = 'xxxx'
      const part = (name: string, more: string, text: string) =>
        `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${text}\r\n`
      await new Promise<void>((resolve) => {
        const sending = request(`${server.address}/graphql`, {
          method: 'POST',
          headers: {
            ...editor,
            'content-type': `multipart/form-data; boundary=${boundary}`,
            'content-length': 10_000_000,
          },
        })
        sending.on('error', () => resolve())
        sending.write(
          part('operations', '', JSON.stringify({ query: QUERY, variables: { input: { ...INPUT, file: null } } })),
        )
        sending.write(part('map', '', JSON.stringify({ 0: ['variables.input.file'] })))
        sending.write(
          `--${boundary}\r\ncontent-disposition: form-data; name="0"; filename="a.csv"\r\n\r\n${'x'.repeat(200_000)}`,
        )
        const waiting = setInterval(() => {
          if (left().length === 0) return
          clearInterval(waiting)
          sending.destroy()
        }, 20)
      })
      await expect.poll(left).toEqual([])
      expect(await report(csv('a.csv', HEADER, STAY), { type: 'mobility' })).toMatchObject({ accepted: 1 })
    } finally {
      await server.close()
    }
  })
})

describe('what is said of a file on the page', () => {
  it('speaks of what one can do there, and of no option of a command', async () => {
    const { report } = await openDesk()
    const header = `institution,${HEADER}`
    const said: { zh: string; en: string; code: string }[] = []
    const hear = async (file: File, input: object) => {
      const { problems } = await report(file, { dryRun: true, type: 'mobility', ...input })
      said.push(...problems.map((one: { message: string; en: string; code: string }) => ({ ...one, zh: one.message })))
    }
    await hear(csv('a.csv', header, `Y,${STAY}`), {})
    await hear(csv('a.csv', 'foo,bar', '1,2'), {})
    await hear(csv('a.csv', HEADER, STAY), { replaces: { years: [2000] } })
    await hear(csv('a.csv', HEADER, STAY), { replaces: { units: ['GJ'] } })
    await hear(csv('a.csv', 'code,name_zh,country', 'Q,丙,CN'), { type: 'institution' })
    await hear(csv('a.csv', HEADER, STAY), { mapping: 'none' })
    await hear(csv('a.csv', HEADER, STAY.replace('2022-10-01', '03/04/2022')), {})
    await hear(csv('a.csv', `${HEADER},专业编号`, `${STAY},NONE`), {})
    expect(new Set(said.map(({ code }) => code))).toEqual(
      new Set([
        ...['OTHER_INSTITUTION', 'MISSING_COLUMN', 'OUTSIDE_REPLACED', 'REPLACES_NOT_APPLICABLE', 'NO_SUCH_MAPPING'],
        ...['AMBIGUOUS_DATE', 'UNKNOWN_REFERENCE'],
      ]),
    )
    for (const { zh, en } of said) {
      expect(`${zh} ${en}`).not.toMatch(/--[a-z]|causeway |YAML|mapping file|date_format/)
      expect(zh).not.toMatch(/请先导入 ?[a-z]/)
    }
    expect(said.at(-1)).toMatchObject({
      zh: expect.stringContaining('请先导入「专业（项目）」'),
      en: expect.stringContaining('import it first, as "Programme"'),
    })
  })
})

describe('what a process that was killed left behind', () => {
  it('is removed by the next start where its process is gone, or once it is an hour old', async () => {
    const host = hostname().replaceAll(/[^\w-]/g, '')
    const { pid } = spawnSync(process.execPath, ['--version'])
    const [old, young, gone] = ['old', 'young', `.partial-${host}-${pid}-0123456789ab`].map((name) =>
      join(tmp, `causeway-upload-${name}`),
    )
    for (const [path, minutes] of [
      [old!, 61],
      [young!, 59],
      [gone!, 0],
    ] as const) {
      mkdirSync(path)
      writeFileSync(join(path, 'a.csv'), STAY)
      const then = new Date(Date.now() - minutes * 60_000)
      utimesSync(path, then, then)
    }
    await removeLeftUploads()
    expect(left()).toEqual(['causeway-upload-young'])
    rmSync(young!, { recursive: true })
  })
})
