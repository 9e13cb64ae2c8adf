import { parentPort } from 'node:worker_threads'
import { QuestionError } from './question-error.ts'
import { END, type ThreadAnswer, type ThreadOrder } from './thread-line.ts'

/** What a thread does that was started by a `threadLine`. @param end what is still to be done when it is to end */
export function answerOrders<Order, Made>(
  make: (order: Order, note: (share: number) => void) => Made | Promise<Made>,
  end: () => Promise<void> = async () => undefined,
): void {
  const port = parentPort!
  const say = (answer: ThreadAnswer<Made>) => port.postMessage(answer)
  port.on('message', async (message: ThreadOrder<Order> | typeof END) => {
    if (message === END) {
      await end()
      return port.close()
    }
    const { id, order } = message
    try {
      say({ id, made: await make(order, (share) => say({ id, share })) })
    } catch (error) {
      if (error instanceof QuestionError) {
        const { code, words, facts } = error
        say({ id, refused: { code, ...words, facts } })
      } else say({ id, error: (error as Error).stack ?? String(error) })
    }
  })
}
