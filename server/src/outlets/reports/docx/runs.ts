import { officeMarkup, xml, type TextNodeTag, type XmlGeneralNode, type XmlNode } from 'easy-template-x'

/** Parts a run before a node of it: what was before the node has a run of the same look, after that comes what is given. */
export function apart(node: XmlGeneralNode, between: XmlNode): void {
  const run = officeMarkup.query.containingRunNode(node)
  const children = run.childNodes!
  const [properties] = children.filter((child) => child.nodeName === 'w:rPr')
  const before = children.slice(0, children.indexOf(node)).filter((child) => child !== properties)
  if (before.length > 0) {
    const left = runLike(run)
    xml.modify.insertBefore(left, run)
    for (const child of before) move(child, left)
  }
  xml.modify.insertBefore(between, run)
}

/** Empty, with the look of another. */
export function runLike(run: XmlGeneralNode): XmlGeneralNode {
  const properties = run.childNodes?.find((child) => child.nodeName === 'w:rPr')
  return xml.create.generalNode('w:r', {
    attributes: { ...run.attributes },
    childNodes: properties ? [xml.create.cloneNode(properties, true)] : [],
  })
}

export function move(node: XmlNode, to: XmlNode): void {
  xml.modify.remove(node)
  xml.modify.appendChild(to, node)
}

/** A separate text beside a tag, in the run of the tag. */
export function standInAt(tag: TextNodeTag, text: string, isBefore: boolean): void {
  const node = officeMarkup.query.containingTextNode(tag.xmlTextNode)
  const stand = xml.create.generalNode('w:t', { childNodes: [xml.create.textNode(text)] })
  if (isBefore) xml.modify.insertBefore(stand, node)
  else xml.modify.insertAfter(stand, node)
}

/** Every node of these names within, in reading order. */
export function elementsIn(node: XmlNode, ...names: string[]): XmlGeneralNode[] {
  const own = names.includes(node.nodeName) ? [node as XmlGeneralNode] : []
  return [...own, ...(node.childNodes ?? []).flatMap((one) => elementsIn(one, ...names))]
}
