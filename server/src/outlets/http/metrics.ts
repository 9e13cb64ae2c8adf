import { kept } from '../../ground/kept.ts'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { KnownAnswers } from './known-answers.ts'
import type { ReadyAnswers } from './ready-answers.ts'

const BUCKETS_SECONDS = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 30]

/** Counts of what was asked, for anyone who runs it, as Prometheus reads them. */
export class Metrics {
  readonly #requests = new Map<string, Map<number, number>>()
  readonly #durations = new Map<string, { buckets: number[]; sum: number; count: number }>()
  readonly #eventLoop = monitorEventLoopDelay({ resolution: 20 })
  readonly #started = Date.now()

  constructor() {
    this.#eventLoop.enable()
  }

  count(route: string, status: number, milliseconds: number): void {
    const ofRoute = kept(this.#requests, route, () => new Map<number, number>())
    ofRoute.set(status, (ofRoute.get(status) ?? 0) + 1)
    const durations = kept(this.#durations, route, () => ({ buckets: BUCKETS_SECONDS.map(() => 0), sum: 0, count: 0 }))
    const seconds = milliseconds / 1000
    for (let i = BUCKETS_SECONDS.length; i-- > 0 && seconds <= BUCKETS_SECONDS[i]!;) durations.buckets[i]!++
    durations.sum += seconds
    durations.count++
  }

  print(known: KnownAnswers, ready: ReadyAnswers): string {
    const lines = [
      ...head('causeway_http_requests_total', 'counter', 'Requests answered, by route and status.'),
      ...[...this.#requests].flatMap(([route, ofRoute]) =>
        [...ofRoute].map(
          ([status, count]) => `causeway_http_requests_total{route="${route}",status="${status}"} ${count}`,
        ),
      ),
      ...head('causeway_http_request_duration_seconds', 'histogram', 'Time to the whole answer.'),
      ...[...this.#durations].flatMap(([route, it]) => [
        ...BUCKETS_SECONDS.map(
          (limit, i) =>
            `causeway_http_request_duration_seconds_bucket{route="${route}",le="${limit}"} ${it.buckets[i]}`,
        ),
        `causeway_http_request_duration_seconds_bucket{route="${route}",le="+Inf"} ${it.count}`,
        `causeway_http_request_duration_seconds_sum{route="${route}"} ${it.sum}`,
        `causeway_http_request_duration_seconds_count{route="${route}"} ${it.count}`,
      ]),
      ...head('causeway_known_answers_total', 'counter', 'Data answers, given again or made.'),
      `causeway_known_answers_total{found="yes"} ${known.hits + ready.hits}`,
      `causeway_known_answers_total{found="no"} ${known.misses}`,
      ...head('causeway_known_answers_bytes', 'gauge', 'Memory that whole answers take.'),
      `causeway_known_answers_bytes ${known.bytes + ready.bytes}`,
      ...head('process_resident_memory_bytes', 'gauge', 'Resident memory.'),
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
      ...head('process_start_time_seconds', 'gauge', 'When the process began, seconds since 1970.'),
      `process_start_time_seconds ${this.#started / 1000}`,
      ...head('nodejs_eventloop_lag_p99_seconds', 'gauge', 'How late the event loop ran, 99th percentile.'),
      `nodejs_eventloop_lag_p99_seconds ${this.#eventLoop.percentile(99) / 1e9}`,
    ]
    return `${lines.join('\n')}\n`
  }

  close(): void {
    this.#eventLoop.disable()
  }
}

function head(name: string, type: string, help: string): string[] {
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`]
}
