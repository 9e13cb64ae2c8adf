import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { forEachDatabase } from '../support/databases.ts'
import { runCauseway, startNode, type RunningProcess } from '../support/processes.ts'

let folder: string
let server: RunningProcess | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'causeway-restore-'))
})
afterEach(async () => {
  server?.child.kill('SIGKILL')
  await server?.ended
  rmSync(folder, { recursive: true, force: true })
})

forEachDatabase((_name, _open, newUrl) => {
  test('a server that runs through a backup and a restore answers what the database then holds', async () => {
    const settings = {
      DATABASE_URL: await newUrl(),
      CAUSEWAY_SECRET_FILE: join(folder, 'secret'),
      CAUSEWAY_DEMO: 'off',
      PORT: '0',
    }
    const run = async (...args: string[]) =>
      expect(await runCauseway([...args, '--json'], settings, folder)).toMatchObject({ code: 0 })
    const importStays = async (days: number, dataDate: string) => {
      const rows = Array.from(
        { length: 6 },
        (_, person) => `T${person},out,staff,guide,TH,2022-10-01,2022-10-${String(days).padStart(2, '0')}`,
      )
      writeFileSync(
        join(folder, 'stays.csv'),
        ['person,direction,audience,purpose,country,start,end', ...rows].join('\n'),
      )
      await run('import', 'stays.csv', '--as', 'mobility', '--institution', 'x', '--data-date', dataDate)
    }
    server = startNode('server/src/main.ts', [], settings)
    const [, address] = await server.untilSays(/ready: (\S+)\n/)
    let etag: string | null = null
    const ask = async () => {
      const answer = await fetch(`${address}/i/EX11.json?institution=x&from=2022&to=2022`, {
        headers: etag ? { 'if-none-match': etag } : {},
      })
      etag = answer.headers.get('etag')
      return answer.status === 304 ? 304 : ((await answer.json()) as { figures: { value: number }[] }).figures[0]!.value
    }

    writeFileSync(join(folder, 'me.csv'), 'code,name_zh,country\nx,学院,CN\n')
    await run('import', 'me.csv', '--as', 'institution', '--data-date', '2024-08-31')
    await importStays(10, '2024-08-31')
    expect(await ask()).toBe(60)
    await run('backup', 'b')
    expect(await ask()).toBe(304)
    await importStays(20, '2024-09-01')
    expect(await ask()).toBe(120)
    await run('restore', 'b')
    expect(await ask()).toBe(60)
    await importStays(15, '2024-09-02')
    expect(await ask()).toBe(90)
    await run('verify')
  })
})
