import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { parsePlace } from './address/place.ts'
import { App } from './app.tsx'
import { PAGES } from './pages.ts'
import { SessionProvider } from './session/use-session.tsx'
import './styles/tokens.css'
import './styles/base.css'
import './styles/shell.css'
import './styles/parts.css'
import './styles/charts.css'
import './styles/overview.css'
import './styles/pages.css'
import './styles/print.css'

// Fetched beside the first question and not after its answer; a page that cannot be fetched says so once it is shown.
PAGES[parsePlace(location.pathname).page]?.load().catch(() => undefined)

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <SessionProvider>
      <App />
    </SessionProvider>
  </StrictMode>,
)
