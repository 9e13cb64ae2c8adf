import { createServer } from 'node:http'
import { join } from 'node:path'
import { createToken } from '@causeway/server/access/tokens'
import { loadDemonstration } from '@causeway/server/desk/demonstration/load-demonstration'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { settleKeeping } from '@causeway/server/figures/keep-later'
import { PROJECT_ROOT } from '@causeway/server/ground/files'
import { createApp } from '@causeway/server/outlets/http/app'
import { listen } from '@causeway/server/outlets/http/serve'
import { openSecret } from '@causeway/server/records/secret'
import { withDatabase } from './frame.ts'

// A program: the server of the demonstration college, and beside it in the same process bare `node:http` that answers what it is sent.
// To each message it says what of the processor it has used.
await withDatabase(async (database, folder) => {
  await loadDemonstration(database, await openSecret(database, join(folder, 'key')))
  const { token } = await createToken(database, { role: 'reader', institution: null, expires: null })
  const causeway = { database, indicators: CATALOGUE, publicReading: true }
  const app = createApp(causeway, { webRoot: join(PROJECT_ROOT, 'web', 'dist') })
  const served = await listen(app, { port: 0, host: '127.0.0.1' })
  let answer = { status: 200, headers: {} as Record<string, string>, body: Buffer.alloc(0) }
  const bare = createServer((incoming, outgoing) => {
    const end = () => outgoing.writeHead(answer.status, answer.headers).end(answer.body)
    if (incoming.method === 'POST') incoming.resume().on('end', end)
    else end()
  })
  bare.listen(0, '127.0.0.1', () =>
    process.send!({ token, served: served.port, bare: (bare.address() as { port: number }).port }),
  )
  process.on('message', (said: { status: number; headers: Record<string, string>; body: string } | 'used') => {
    if (said !== 'used') answer = { ...said, body: Buffer.from(said.body, 'latin1') }
    void settleKeeping(database).then(() => process.send!(process.cpuUsage()))
  })
  await new Promise((resolve) => process.once('disconnect', resolve))
  await served.close()
  await app.close()
  bare.close()
})
