// In a folder the other language is another file: it opens at the part of the page that was being read.
;(() => {
  const link = document.querySelector('a.language')
  if (!link) return
  const isRead = (part) => {
    const { top, height } = part.getBoundingClientRect()
    return height > 0 && top <= innerHeight / 3
  }
  link.addEventListener('click', () => {
    const parts = scrollY > 0 ? [...document.querySelectorAll('main [id]')].filter(isRead) : []
    link.hash = parts.length > 0 ? parts[parts.length - 1].id : location.hash
  })
})()
