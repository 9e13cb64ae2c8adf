import { cacheExchange, Client, fetchExchange } from 'urql'
import type { StillTools } from '@causeway/shared/still-page'

/** Asks whoever writes the folder, with no network between. A page waits for its answers before it is written. */
export function createStillClient(ask: StillTools['ask']): Client {
  return new Client({
    url: 'http://still/graphql',
    preferGetMethod: false,
    suspense: true,
    exchanges: [cacheExchange, fetchExchange],
    fetch: async (_address, options) => {
      const question = JSON.parse(String(options?.body)) as Parameters<StillTools['ask']>[0]
      return new Response(JSON.stringify(await ask(question)), { headers: { 'content-type': 'application/json' } })
    },
  })
}
