import {
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  LinearScale,
  LineController,
  LineElement,
  PointElement,
} from 'chart.js'

// Only what is used: what else a chart shows is drawn by `chartMarks`, read by `ChartFrame`.
Chart.register(BarController, BarElement, CategoryScale, LinearScale, LineController, LineElement, PointElement)

export { Chart }
