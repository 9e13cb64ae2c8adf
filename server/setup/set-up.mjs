import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { withLock } from './lock.mjs'
import { FOR_SERVING, NODE, PNPM, ROOT } from './project.mjs'
import { hashFiles, Stamp } from './stamp.mjs'

const MANIFESTS = [
  'server/setup/trim.mjs',
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  ...['.', 'server', 'web', 'shared', 'tests'].map((at) => `${at}/package.json`),
]
/** What is built, by the package that it is built of: the program that serves; the page, and the same pages as what writes them as files. */
export const BUILT = {
  server: { sources: ['server/src', 'server/vite.config.ts'], folders: { dist: 'vite.config.ts' } },
  web: { sources: ['web'], folders: { dist: 'vite.config.ts', 'dist-still': 'vite.still.config.ts' } },
}
const SOURCES_OF_ALL = ['shared/src', 'shared/package.json', 'pnpm-lock.yaml']

/**
 * Brings a clone to where its programs run: dependencies as the lock file pins them, and built what is needed. Does nothing, and
 * asks the network nothing, where what is there was made from the same sources.
 * @param {{ say: import('./prepare.mjs').Say, built: (keyof BUILT)[], tools: boolean }} options `tools`: what tests and checks need,
 *   beyond what serving does
 */
export async function setUp({ say, built, tools }) {
  if (areInstalled(tools) && existsSync(NODE) && built.every((part) => stampOf(part).holds())) return
  const onWait = () => say({ zh: '另一处正在准备，等它完成……', en: 'Another set-up is under way; waiting for it …' })
  await withLock(join(ROOT, '.causeway-setup.lock'), onWait, async () => {
    if (!areInstalled(tools)) await installDependencies(say, tools)
    for (const part of built) if (!stampOf(part).holds()) await build(part, say)
  })
}

/** All that there is serves too. */
function areInstalled(tools) {
  return dependencies('all').holds() || (!tools && dependencies('serving').holds())
}

/** @param {'serving' | 'all'} part */
function dependencies(part) {
  const made = `${process.platform}-${process.arch} ${part} ${hashFiles(ROOT, MANIFESTS)}`
  return new Stamp(join(ROOT, 'node_modules', '.causeway-stamp'), made)
}

/** @param {keyof BUILT} part */
function stampOf(part) {
  const made = hashFiles(ROOT, [...BUILT[part].sources, ...SOURCES_OF_ALL])
  return new Stamp(join(ROOT, part, 'dist', '.causeway-stamp'), made)
}

/** Where the tools are there, they stay: an install of what serving needs would throw them out. */
async function installDependencies(say, tools) {
  const part = tools || existsSync(join(ROOT, 'tests', 'node_modules')) ? 'all' : 'serving'
  say({
    zh: '安装依赖（仅首次或依赖变更时，需要联网）……',
    en: 'Installing dependencies (first time, or when they changed; needs the network) …',
  })
  const stamp = dependencies(part)
  stamp.remove()
  // CI: pnpm asks no questions, and never changes the lock file.
  const env = { ...process.env, CI: 'true', npm_config_update_notifier: 'false' }
  const only = part === 'all' ? [] : FOR_SERVING
  await runProgram('npx', ['--yes', PNPM, 'install', '--frozen-lockfile', ...only], { cwd: ROOT, env })
  await runProgram(NODE, [join(ROOT, 'server', 'setup', 'trim.mjs')], { cwd: ROOT })
  stamp.write()
}

/** @param {keyof BUILT} part */
async function build(part, say) {
  say(
    {
      server: { zh: '构建服务器……', en: 'Building the server …' },
      web: { zh: '构建网页……', en: 'Building the web app …' },
    }[part],
  )
  const stamp = stampOf(part)
  stamp.remove()
  for (const [folder, config] of Object.entries(BUILT[part].folders))
    await buildFolder(join(ROOT, part), folder, config)
  stamp.write()
}

/** Built beside and moved into place whole, so that a running server never finds half of it. */
async function buildFolder(at, folder, config) {
  const into = join(at, folder)
  const beside = join(at, `.causeway-${folder}-${process.pid}`)
  const old = join(at, `.causeway-old-${process.pid}`)
  const vite = join(at, 'node_modules', 'vite', 'bin', 'vite.js')
  try {
    await runProgram(NODE, [vite, 'build', '--config', config, '--outDir', beside, '--emptyOutDir'], { cwd: at })
    mkdirSync(into, { recursive: true })
    renameSync(into, old)
    renameSync(beside, into)
  } finally {
    rmSync(beside, { recursive: true, force: true })
    rmSync(old, { recursive: true, force: true })
  }
}

class ProgramFailed extends Error {}

/**
 * Runs a program to its end. On a terminal it shows what it says, on standard error; elsewhere only where it fails.
 * @param {string} command @param {string[]} args @param {import('node:child_process').SpawnOptions} options
 * @returns {Promise<void>}
 */
function runProgram(command, args, options) {
  const shows = process.stderr.isTTY === true
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', shows ? 2 : 'pipe', shows ? 2 : 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += String(chunk)))
    child.once('error', (error) => reject(new ProgramFailed(`${command}: ${error.message}`)))
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new ProgramFailed(said.slice(-8000) || `${command} ended with ${code}`))
    })
  })
}
