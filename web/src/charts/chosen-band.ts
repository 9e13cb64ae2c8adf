import type { Chart, Plugin } from 'chart.js'

/** A quiet band behind the place that the page is about; one place alone needs none. */
export function chosenBand(place: number, lying: boolean, color: string): Plugin<'bar' | 'line'> {
  return {
    id: 'causeway-chosen',
    beforeDraw(chart: Chart) {
      const scale = chart.scales[lying ? 'y' : 'x']
      const count = chart.data.labels?.length ?? 0
      if (!scale || place < 0 || place >= count || count < 2) return
      const { ctx, chartArea, width } = chart
      const middle = scale.getPixelForValue(place)
      const thick = (lying ? chartArea.height : chartArea.width) / count
      ctx.save()
      ctx.fillStyle = color
      if (lying) ctx.fillRect(0, middle - thick / 2, width, thick)
      else ctx.fillRect(middle - thick / 2, chartArea.top, thick, chartArea.height)
      ctx.restore()
    },
  }
}
