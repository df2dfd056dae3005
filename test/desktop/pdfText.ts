import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib'

/** A run of text as a page of a PDF shows it. */
interface ShownText {
  /** The size of its type in points: the font's size as the text matrix and the page's own scale it. */
  size: number
  /** How many bytes of text it has; two make a letter of an embedded font. */
  length: number
}

type Matrix = readonly [number, number, number, number, number, number]
const identity: Matrix = [1, 0, 0, 1, 0, 0]

/** The matrix that does `first`, and then `second`. */
const times = ([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix => [
  a * g + b * i,
  a * h + b * j,
  c * g + d * i,
  c * h + d * j,
  e * g + f * i + k,
  e * h + f * j + l,
]

/** Every run of text on every page of a PDF, those within its forms included. */
async function textsOf(pdf: Uint8Array): Promise<ShownText[]> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  return document.getPages().flatMap(({ node }) => {
    const contents = node.Contents()
    const parts =
      contents instanceof PDFArray ? contents.asArray().map((_, i) => contents.lookup(i)) : [contents]
    const code = parts.map((part) => (part instanceof PDFRawStream ? codeOf(part) : '')).join('\n')
    return shownBy(code, identity, node.Resources())
  })
}

const codeOf = (stream: PDFRawStream) => Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')

/** Strings in brackets and in hexadecimal, dictionaries, names, numbers and operators (ISO 32000-1, 7.2 and 7.3). */
const tokens = /\((?:\\[^]|[^\\()])*\)|<<|>>|<[0-9A-Fa-f\s]*>|\[|\]|\/[^\s/<>[\]()]*|[^\s/<>[\]()]+/g

/** The texts of a content stream that begins with this matrix (ISO 32000-1, 8.4.2 and 9.4). */
function shownBy(code: string, outer: Matrix, resources: PDFDict | undefined): ShownText[] {
  const shown: ShownText[] = []
  const saved: { matrix: Matrix; fontSize: number }[] = []
  let [matrix, text, fontSize] = [outer, identity, 0]
  let operands: string[] = []
  const lastSix = () => operands.slice(-6).map(Number) as unknown as Matrix
  for (const [token] of code.matchAll(tokens)) {
    switch (token) {
      case 'q':
        saved.push({ matrix, fontSize })
        break
      case 'Q':
        ;({ matrix, fontSize } = saved.pop()!)
        break
      case 'cm':
        matrix = times(lastSix(), matrix)
        break
      case 'BT':
        text = identity
        break
      case 'Tm':
        text = lastSix()
        break
      case 'Tf':
        fontSize = Number(operands.at(-1))
        break
      case 'Tj':
      case 'TJ':
      case "'":
      case '"': {
        const [a, b, c, d] = times(text, matrix)
        shown.push({ size: fontSize * Math.sqrt(Math.abs(a * d - b * c)), length: lengthOf(operands) })
        break
      }
      case 'Do':
        shown.push(...shownByForm(operands.at(-1)!.slice(1), matrix, resources))
        break
      default:
        operands.push(token)
        continue
    }
    operands = []
  }
  return shown
}

const lengthOf = (operands: readonly string[]): number =>
  operands.reduce((sum, each) => sum + (each.startsWith('<') ? (each.length - 2) / 2 : 0), 0)

function shownByForm(name: string, matrix: Matrix, resources: PDFDict | undefined): ShownText[] {
  const form = resources?.lookupMaybe(PDFName.of('XObject'), PDFDict)?.lookup(PDFName.of(name))
  if (!(form instanceof PDFRawStream)) return []
  if (form.dict.lookup(PDFName.of('Subtype')) !== PDFName.of('Form')) return []
  const own = form.dict.lookupMaybe(PDFName.of('Matrix'), PDFArray)
  const inner = own ? (own.asArray().map(Number) as unknown as Matrix) : identity
  const its = form.dict.lookupMaybe(PDFName.of('Resources'), PDFDict)
  return shownBy(codeOf(form), times(inner, matrix), its ?? resources)
}

/** A size without the error of the matrices it is multiplied from: 8.9999996 points are 9. */
const withoutError = (size: number): number => Math.round(size * 1000) / 1000

/** The smallest type of a PDF, and the size its middle letter has, in points. */
export async function typeOf(pdf: Uint8Array): Promise<{ smallest: number; median: number }> {
  const texts = (await textsOf(pdf)).toSorted((a, b) => a.size - b.size)
  const half = texts.reduce((sum, { length }) => sum + length, 0) / 2
  let passed = 0
  const middle = texts.find(({ length }) => (passed += length) >= half)
  return { smallest: withoutError(texts[0]?.size ?? 0), median: withoutError(middle?.size ?? 0) }
}
