import { cacheExchange, Client, fetchExchange } from 'urql'

/** The document cache: an answer is kept as long as nothing it read was changed from this page. */
export function createGraphClient(): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    fetchOptions: { credentials: 'same-origin' },
    exchanges: [cacheExchange, fetchExchange],
  })
}
