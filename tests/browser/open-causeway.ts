import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, onTestFinished } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { filledSettings } from '../support/demonstration.ts'
import { askDoor } from '../support/door.ts'
import { settled } from '../support/settled.ts'
import { startForTests, type RunningCauseway } from './running-causeway.ts'

// Those of the test file that runs: files of one worker run one after the other.
export let causeway: Pick<RunningCauseway, 'address' | 'tokenFor'>
/** The same, of a file that has its own. */
export let ownCauseway: RunningCauseway
export let browser: Browser
/** Of the test that runs, where each has its own. */
export let context: BrowserContext
export let page: Page

/** Before the tests of a file its own server, filled with the demonstration college unless said not to, and a browser; gone after them. */
export function openCauseway(
  settings: Record<string, string> = {},
  start: (settings: Record<string, string>) => Promise<RunningCauseway> = startForTests,
): void {
  // After the pages that listen to it are closed.
  afterAll(() => ownCauseway?.stop())
  openBrowser(async () => {
    const filled = settings['CAUSEWAY_DEMO'] === 'off' ? {} : await filledSettings()
    causeway = ownCauseway = await start({ ...filled, ...settings })
  })
}

/** The same for tests that change nothing: a server that the files of a run share. */
export function shareCauseway(): void {
  openBrowser(async () => {
    causeway = { address: await askDoor('/causeway'), tokenFor: (role = 'reader') => askDoor(`/token/${role}`) }
  })
}

/** The files of a worker run in one browser. */
let launched: Browser | undefined

/** A browser for the tests of a file, beside what else they start. */
export function openBrowser(start?: () => Promise<void>): void {
  const launch = async () => (launched?.isConnected() ? launched : launchBrowser())
  beforeAll(async () => {
    ;[launched] = await Promise.all([launch(), start?.()])
    browser = launched
  })
  afterAll(async () => {
    free.clear()
    await Promise.all(browser?.contexts().map((one) => one.close()) ?? [])
  })
}

/** Each test is somebody who was never here before, at one page. */
export function openPageForEachTest(options?: BrowserContextOptions): void {
  beforeEach(async () => {
    page = await newPageHere(options)
    context = page.context()
  })
}

/** An empty page of somebody who was never here before; it goes when the test that asks for it is over. */
export async function newPage(options?: BrowserContextOptions): Promise<Page> {
  const own = await browser.newContext(options)
  onTestFinished(() => own.close())
  return own.newPage()
}

/**
 * The same for pages of the server of the file alone: the next one with the same options is in the same process, which has read our
 * scripts. To begin a process and read them takes a third of what a page does.
 */
export async function newPageHere(options: BrowserContextOptions = {}): Promise<Page> {
  const name = JSON.stringify(options)
  const [own = await openForgetful(options)] = free.get(name)?.splice(0, 1) ?? []
  onTestFinished(async () => {
    // A test may have closed it.
    if (own.context.isClosed()) return
    await own.forget()
    free.set(name, [...(free.get(name) ?? []), own])
  })
  return own.context.newPage()
}

interface Forgetful {
  context: BrowserContext
  /** Closes its pages, and leaves nothing of whom it was. */
  forget(): Promise<void>
}

/** Of the file that runs, by their options: those that no test has. */
const free = new Map<string, Forgetful[]>()

async function openForgetful(options: BrowserContextOptions): Promise<Forgetful> {
  const { address } = causeway
  const { own, stays } = await openStaying(options)
  const talk = await own.newCDPSession(stays)
  return {
    context: own,
    async forget() {
      await Promise.all(own.pages().map((one) => one !== stays && one.close()))
      await Promise.all([own.unrouteAll(), own.setOffline(false), own.clearCookies(), own.clearPermissions()])
      await own.grantPermissions(options.permissions ?? [])
      await talk.send('Network.clearBrowserCache')
      await talk.send('Storage.clearDataForOrigin', { origin: address, storageTypes: 'all' })
    },
  }
}

/** A context for all tests of a file, whose pages are in one process. */
export async function openContext(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return (await openStaying(options)).own
}

/** The process ends with the last page of the address. */
async function openStaying(options: BrowserContextOptions): Promise<{ own: BrowserContext; stays: Page }> {
  const own = await browser.newContext(options)
  const stays = await own.newPage()
  await stays.goto(`${causeway.address}/healthz`)
  return { own, stays }
}

/** Makes it the page of the test, and leads it to a path. */
export async function openOwnPage(
  path: string,
  { signedIn, ...options }: BrowserContextOptions & { signedIn?: true } = {},
): Promise<void> {
  page = await newPageHere({ viewport: { width: 1280, height: 900 }, locale: 'en-GB', ...options })
  context = page.context()
  if (signedIn) await signIn()
  await go(path)
}

export const CLIPBOARD = ['clipboard-read', 'clipboard-write']

/** Leads the page of the test to a path, and waits until it is whole. */
export async function go(path: string): Promise<void> {
  await page.goto(causeway.address + path)
  await settled(page)
}

/**
 * One page more, at a path with these parameters and whole; it goes when the test that asks for it is over. A test that opens many in
 * one context closes each: a browser keeps no more than six connections open, and a page takes one to hear of newer data.
 */
export async function openPage(
  path: string,
  of: BrowserContext,
  parameters: Record<string, string> = {},
): Promise<Page> {
  const opened = await of.newPage()
  onTestFinished(() => opened.close())
  const url = new URL(path, causeway.address)
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value)
  await opened.goto(url.href)
  await settled(opened)
  return opened
}

/** What a page asks the graph from now on, by the names of its questions; that it asks to be known of newer data is no question. */
export function questionsOf(page: Page): string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const { pathname, searchParams } = new URL(request.url())
    const [, kind, name = ''] = /^(\w+)\s*(\w+)?/.exec(searchParams.get('query') ?? '') ?? []
    if (pathname === '/graphql' && kind !== 'subscription') asked.push(name)
  })
  return asked
}

/** Signs in without the form for it. */
export async function signIn(role = 'reader', who = context): Promise<void> {
  const answer = await who.request.post(`${causeway.address}/session`, {
    data: { token: await causeway.tokenFor(role) },
    headers: { origin: causeway.address },
  })
  expect(answer.ok()).toBe(true)
}

/** What the graph answers to anyone who uses the page. */
export async function ask<Data>(query: string, who = context): Promise<Data> {
  const answer = await who.request.post(`${causeway.address}/graphql`, { data: { query } })
  const { data, errors } = (await answer.json()) as { data: Data; errors?: unknown }
  expect(errors).toBeUndefined()
  return data
}
