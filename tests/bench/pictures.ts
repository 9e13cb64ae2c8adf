import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { Chart, type ChartItem } from 'chart.js'
import { toChartJs } from '@causeway/shared/charts/to-chart-js'
import { ANONYMOUS } from '@causeway/server/access/viewer'
import { createApp } from '@causeway/server/outlets/http/app'
import type { Causeway } from '@causeway/server/figures/causeway'
import { loadDemonstration } from '@causeway/server/desk/demonstration/load-demonstration'
import { AnswerReads } from '@causeway/server/outlets/graph/context'
import { CATALOGUE } from '@causeway/server/figures/indicators/catalogue'
import { FONT_FAMILY, registerFonts } from '@causeway/server/outlets/pictures/drawing-kit'
import { readShownView } from '@causeway/server/outlets/pictures/shown-view'
import { openSecret } from '@causeway/server/records/secret'
import { median } from '../support/oracle/statistics.ts'
import { once, timed, withDatabase, rowOf, type Row } from './frame.ts'

// Registers what Chart.js draws with.
import '@causeway/server/outlets/pictures/draw-chart'

const FIRST_YEARS = [2014, 2015, 2016, 2017, 2018, 2019, 2020]
const ASKED = ['EX02', 'EX02&by=country', 'SK05', 'SK05&by=programme', 'DN02'].flatMap((indicator) =>
  FIRST_YEARS.flatMap((from) =>
    ['zh', 'en'].map((lang) => `${indicator}&from=${from}&to=2024&lang=${lang}&institution=demo`),
  ),
)

/** Pictures of a view as an address gives them, beside what Chart.js and the encoder of PNG take for the chart alone. */
const measured = once(({ small }) =>
  withDatabase(async (database, folder) => {
    await loadDemonstration(database, await openSecret(database, join(folder, 'key')))
    const causeway: Causeway = { database, indicators: CATALOGUE, publicReading: true }
    const app = createApp(causeway, { webRoot: null, log: () => {} })
    registerFonts()
    const times = { png: [] as number[], svg: [] as number[], bare: [] as number[] }
    for (const asked of small ? ASKED.slice(0, 16) : ASKED) {
      const [name, query] = [asked.slice(0, asked.indexOf('&')), asked.slice(asked.indexOf('&') + 1)]
      const get = (format: string) => app.fetch(new Request(`http://bench/i/${name}.${format}?${query}`))
      // Figures are counted once, whatever is drawn of them.
      await get('json')
      times.png.push(await timed(() => get('png')))
      times.svg.push(await timed(() => get('svg')))
      const data = { causeway, viewer: ANONYMOUS, parameters: new URLSearchParams(query), reads: new AnswerReads() }
      const view = await readShownView(data, name)
      times.bare.push(await timed(async () => drawBare(view.spec)))
    }
    await app.close()
    // The first of each begins with a thread and fonts that are not there yet.
    const warm = (all: number[]) => all.slice(3)
    const [png, svg, bare] = [warm(times.png), warm(times.svg), warm(times.bare)]
    const note = `PNG ${median(png).toFixed(0)} ms, SVG ${median(svg).toFixed(0)} ms, the chart alone ${median(bare).toFixed(0)} ms`
    return {
      ratio: { value: median(png) / median(bare), note: `${png.length} pictures, 1,600 pixels wide: ${note}` },
      slowest: { value: Math.max(...png) },
    }
  }),
)

function drawBare(spec: Parameters<typeof toChartJs>[0]): Buffer {
  const canvas = createCanvas(800, 520)
  const config = toChartJs(spec, {
    light: 'light',
    locale: 'ZH',
    fontFamily: FONT_FAMILY,
    fontSize: 13,
  })
  config.options = { ...config.options, responsive: false, devicePixelRatio: 2, events: [] }
  const chart = new Chart(canvas as unknown as ChartItem, config)
  const body = canvas.toBuffer('image/png')
  chart.destroy()
  return body
}

export const pictureRows: Row[] = [
  rowOf('picture of a view beside Chart.js alone', '≤ 3', measured, 'ratio'),
  rowOf('the slowest picture', '≤ 300 ms', measured, 'slowest'),
]
