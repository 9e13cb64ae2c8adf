import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Words } from '@causeway/shared/words/words'
import { makeOneTime, oneTimeAddress, refusedByPlace } from './access/one-time.ts'
import { createApp } from './outlets/http/app.ts'
import { limitsOf } from './outlets/http/asking-budget.ts'
import type { Causeway } from './figures/causeway.ts'
import { say } from './ground/locale.ts'
import { ConfigProblems, readConfig, type Config } from './ground/config.ts'
import { isDemonstrationDue, loadDemonstration } from './desk/demonstration/load-demonstration.ts'
import { releasesOfDemonstration } from './desk/demonstration/release-demonstration.ts'
import { settleKeeping } from './figures/keep-later.ts'
import { warmOpening, warmTotals, type WarmNext } from './figures/warm.ts'
import { GRACE_MS, listen } from './outlets/http/serve.ts'
import { settleImports, tellCutOff } from './desk/intake/import-records.ts'
import { outliveReaders } from './ground/log.ts'
import { openCauseway } from './figures/open-causeway.ts'
import { notesBeside, removeLeftIn, removeUnfinished, PROJECT_ROOT } from './ground/files.ts'
import { openSecret } from './records/secret.ts'
import { FOLDER_OF_HASHES } from './desk/evidence/evidence-files.ts'
import { QuestionError } from './ground/question-error.ts'
import { warmSubjects } from './answers/subjects/public-subjects.ts'
import { removeLeftUploads } from './desk/uploads/uploads.ts'

const CANNOT_START = 2
/** Longest that stopping takes; what is cut off then is a transaction that was not committed, and changes nothing. */
const MOST_STOPPING_MS = GRACE_MS + 10_000

/** Starts everything, says each step and ends with the address; stops on SIGINT, SIGTERM and when its parent is gone. */
export async function startServer(): Promise<void> {
  outliveReaders(process.stdout, process.stderr)
  try {
    const serving = await openServer(process.env)
    stopBySignal(serving)
    tell({ zh: `Causeway 已就绪：${serving.address}`, en: `Causeway is ready: ${serving.address}` })
    // A log is read by others than who started it.
    const { causeway, config, address } = serving
    if (refusedByPlace(config) === null && process.stdout.isTTY) await tellSignIn(causeway, config.reachedAt ?? address)
  } catch (error) {
    complain(error)
    process.exit(CANNOT_START)
  }
}

export interface Serving {
  address: string
  causeway: Causeway
  config: Config
  /** Lets what is under way end. */
  stop(): Promise<void>
}

/** A server of these settings in this process: it neither listens to signals nor ends the process. */
export async function openServer(settings: NodeJS.ProcessEnv): Promise<Serving> {
  let causeway: Causeway | undefined
  try {
    const config = readConfig(settings, PROJECT_ROOT)
    // Before the work that can take a while.
    await checkPort(config)
    tell({ zh: '打开数据库……', en: 'Opening the database …' })
    causeway = await openCauseway(config, { threaded: true })
    await fill(causeway, config)
    return await serve(causeway, config)
  } catch (error) {
    await causeway?.database.close()
    throw error
  }
}

async function fill(causeway: Causeway, config: Config): Promise<void> {
  const { database } = causeway
  const secret = await openSecret(database, config.secretFile)
  if (!config.demo || !(await isDemonstrationDue(database))) return
  tell({
    zh: '装入演示院校（数据均为虚构）……',
    en: 'Filling in the demonstration college (all of it invented) …',
  })
  await loadDemonstration(database, secret, tell, releasesOfDemonstration(causeway, tell))
}

async function serve(causeway: Causeway, config: Config): Promise<Serving> {
  void removeLeftUploads()
  void removeUnfinished(notesBeside(config.secretFile))
  void removeLeftIn(config.evidence, FOLDER_OF_HASHES)
  if (config.warm) await warmOpening(causeway)
  const oneTimeRefused = refusedByPlace(config)
  const limits = limitsOf(config.budgetSeconds)
  const app = createApp(causeway, { ...config, limits, oneTimeRefused, webRoot: join(PROJECT_ROOT, 'web', 'dist') })
  const server = await listen(app, config).catch((error) => {
    throw describePort(error, config)
  })
  const subjects: WarmNext = (institution, nextTurn) => warmSubjects(causeway, institution, nextTurn)
  const stopWarming = config.warm && warmTotals(causeway, subjects, server.quietFor)
  const stop = async () => {
    await server.close()
    await app.close()
    if (stopWarming) await stopWarming()
    await settleImports(causeway.database)
    await settleKeeping(causeway.database)
    await causeway.database.close()
  }
  return { address: server.address, causeway, config, stop }
}

function stopBySignal({ causeway, stop }: Serving): void {
  let stopping = false
  const end = async () => {
    if (stopping) return // one Ctrl-C reaches this process twice: from the terminal and from its parent
    stopping = true
    tell({ zh: '正在停止……', en: 'Stopping …' })
    setTimeout(() => {
      tell(tellCutOff(causeway.database))
      process.exit(0)
    }, MOST_STOPPING_MS).unref()
    await stop()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect'] as const) process.on(signal, () => void end())
}

async function tellSignIn({ database }: Causeway, origin: string): Promise<void> {
  try {
    const { once } = await makeOneTime(database, 'administrator')
    const address = oneTimeAddress(origin, once)
    tell({
      zh: `以管理员登录（15 分钟内有效，只能用一次）：\n${address}`,
      en: `Sign in as administrator (works once, within 15 minutes):\n${address}`,
    })
  } catch {
    // As behind a long import of another process.
    tell({
      zh: '暂时无法生成登录地址，可稍后运行：npm run causeway -- sign-in',
      en: 'A sign-in address could not be made now. Later: npm run causeway -- sign-in',
    })
  }
}

async function checkPort(config: Config): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen({ port: config.port, host: config.host }, () => probe.close(() => resolve()))
  }).catch((error) => {
    throw describePort(error, config)
  })
}

function describePort(error: NodeJS.ErrnoException, { port, host }: Config): Error {
  const words: Record<string, Words> = {
    EADDRINUSE: {
      zh: `端口 ${port} 已被占用。请停止占用它的程序，或用 PORT 另设端口。`,
      en: `Port ${port} is taken. Stop the program that has it, or set PORT to another.`,
    },
    EACCES: {
      zh: `没有权限监听端口 ${port}。请用 PORT 设为 1024 以上的端口。`,
      en: `This user may not listen on port ${port}. Set PORT to one above 1024.`,
    },
    EADDRNOTAVAIL: {
      zh: `本机没有地址 ${host}，请检查 HOST。`,
      en: `This machine has no address ${host}: look at HOST.`,
    },
    ENOTFOUND: { zh: `找不到地址 ${host}，请检查 HOST。`, en: `There is no address ${host}: look at HOST.` },
  }
  const found = words[error.code ?? '']
  return found ? new QuestionError('CANNOT_LISTEN', found) : error
}

function tell(words: Words): void {
  process.stdout.write(`${say(words)}\n`)
}

/** In both languages: anyone who reads the console may not be who set it up. */
function complain(error: unknown): void {
  const { words, message } = error as Error & { words?: Words }
  const problems =
    error instanceof ConfigProblems
      ? error.problems
      : [words ?? { zh: `无法启动：${message}`, en: `It cannot start: ${message}` }]
  for (const problem of problems) process.stderr.write(`${problem.zh}\n${problem.en}\n`)
}
