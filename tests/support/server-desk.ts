import { join } from 'node:path'
import type { Serving } from '@causeway/server/start-server'
import { ROOT } from '../architecture/source-files.ts'
import './one-processor.ts'

// A program: opens and stops the built servers that it is asked for, in this process.

/** A server of these settings, or the end of one at an address. */
export type Order = { open: NodeJS.ProcessEnv } | { stop: string }
export interface Answer {
  /** Of what was opened. */
  address?: string
  /** Why it did not come to be. */
  error?: string
}

const { openServer } = (await import(join(ROOT, 'server/dist/start-server.js'))) as {
  openServer(settings: NodeJS.ProcessEnv): Promise<Serving>
}
const serving = new Map<string, Serving>()

process.once('disconnect', () => process.exit())
process.on('message', async ({ id, order }: { id: number; order: Order }) => {
  const answer = await carryOut(order).catch((error: Error): Answer => ({ error: error.stack ?? String(error) }))
  process.send!({ id, ...answer })
})

async function carryOut(order: Order): Promise<Answer> {
  if ('stop' in order) {
    await serving.get(order.stop)!.stop()
    serving.delete(order.stop)
    return {}
  }
  const opened = await openServer(order.open)
  serving.set(opened.address, opened)
  return { address: opened.address }
}
