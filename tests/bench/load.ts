import { connect } from 'node:net'

export const get = (path: string, ...headers: string[]) =>
  [`GET ${path} HTTP/1.1`, 'host: localhost', 'accept-encoding: gzip, br', ...headers, '', ''].join('\r\n')

export const post = (body: object, ...headers: string[]) => {
  const text = JSON.stringify(body)
  const length = `content-length: ${Buffer.byteLength(text)}`
  return get('/graphql', 'content-type: application/json', length, ...headers).replace('GET', 'POST') + text
}

let asked = 0
/** The same question with another variable each time, which it does not use: its figures are kept, its answer is not known. */
export const postAnew =
  (query: string, ...headers: string[]) =>
  () =>
    post({ query, variables: { asked: ++asked } }, ...headers)

/** What an answer says, in letters: status, headers that are no matter of the connection, body. */
export function answerOf(letters: string) {
  const [head, ...rest] = letters.split('\r\n\r\n')
  const [line, ...headers] = head!.split('\r\n')
  const pairs = headers.map((header) => header.split(/: (.*)/).slice(0, 2))
  const ours = pairs.filter(([name]) => !/^(date|connection|keep-alive)$/i.test(name!))
  return {
    status: Number(line!.split(' ')[1]),
    headers: Object.fromEntries(ours) as Record<string, string>,
    body: rest.join('\r\n\r\n'),
  }
}

/**
 * Sends the same again and again, on each connection when the last was answered.
 * @returns the last answer
 * @throws where it is a refusal
 */
export async function load(port: number, sent: string | (() => string), connections: number, requests: number) {
  let left = requests
  let last = ''
  const open = () =>
    new Promise<void>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1').setEncoding('latin1').setNoDelay().on('error', reject)
      let heard = ''
      let length = 0
      const next = () => {
        if (left-- > 0) return socket.write(typeof sent === 'string' ? sent : sent(), 'latin1')
        socket.destroy()
        resolve()
      }
      socket.on('data', (letters: string) => {
        heard += letters
        const body = heard.indexOf('\r\n\r\n') + 4
        if (length === 0 && body > 3) length = body + Number(/content-length: (\d+)/i.exec(heard)?.[1] ?? 0)
        if (length === 0 || heard.length < length) return
        last = heard
        heard = ''
        length = 0
        next()
      })
      next()
    })
  await Promise.all(Array.from({ length: connections }, open))
  const answer = answerOf(last)
  if (answer.status >= 400 || answer.body.startsWith('{"errors"')) throw new Error(last.slice(0, 2_000))
  return answer
}
