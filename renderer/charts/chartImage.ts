import { createElement } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import regular from '@fontsource/inter/files/inter-latin-400-normal.woff2?url'
import semibold from '@fontsource/inter/files/inter-latin-600-normal.woff2?url'
import type { Chart } from '../../shared/charts/chart.ts'
import { chartPicture, type Drawing, lightColours, type Picture } from '../../shared/charts/picture.ts'
import type { NumberStyle } from '../../shared/format/number.ts'
import tokens from '../styles/tokens.css?raw'
import type { AsOfReading } from './AsOfMark.tsx'
import { DeliveryStrip } from './DeliveryStrip.tsx'
import { Plot } from './Plot.tsx'

const [plotWidth, plotHeight] = [912, 420]
/** Pixels of the PNG to a pixel of the SVG. */
const density = 2

interface ImageContent {
  chart: Chart
  style: NumberStyle
  asOf: AsOfReading | null
  /** The book and the date its figures are of. */
  subject: string
}

/**
 * A chart as a picture of its own, in the light theme whatever the screen’s is: it goes into documents, which are light.
 */
export async function chartSvg({ chart, style, asOf, subject }: ImageContent): Promise<Picture> {
  const size = { width: plotWidth, height: plotHeight }
  const plot = await drawn(createElement(Plot, { chart, style, asOf, ...size }))
  const strip = chart.strip ? await drawn(createElement(DeliveryStrip, { chart, width: plotWidth })) : []
  return chartPicture({
    title: chart.title,
    lines: [chart.caption, subject],
    legend: chart.series,
    drawings: [...plot, ...strip],
    list: [...chart.markers.map(({ name, text }, i) => `(${i + 1}) ${name}: ${text}`), ...chart.notes],
    fonts: (await Promise.all([fontFace(regular, 400), fontFace(semibold, 600)])).join(''),
    colours: lightColours(tokens),
  })
}

/** The SVG as pixels, two to each of its own. */
export async function pngOf({ svg, width, height }: Picture): Promise<Uint8Array> {
  const image = new Image()
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
  await image.decode()
  const canvas = document.createElement('canvas')
  canvas.width = width * density
  canvas.height = height * density
  canvas.getContext('2d')!.drawImage(image, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
  if (!blob) throw new Error('The picture could not be drawn.')
  return new Uint8Array(await blob.arrayBuffer())
}

/** What a component draws, without what only the page needs; nothing where it draws nothing. */
async function drawn(element: React.ReactElement): Promise<Drawing[]> {
  const place = document.createElement('div')
  place.setAttribute('aria-hidden', 'true')
  place.style.cssText = 'position: fixed; left: -9999px; top: 0; visibility: hidden'
  document.body.append(place)
  const root = createRoot(place)
  flushSync(() => root.render(element))
  // The charting library puts its axes and layers in place after it was first drawn.
  for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
  const svg = place.querySelector('svg')
  const drawing = svg ? [drawingOf(svg)] : []
  root.unmount()
  place.remove()
  return drawing
}

function drawingOf(svg: SVGSVGElement): Drawing {
  const copy = svg.cloneNode(true) as SVGSVGElement
  for (const element of copy.querySelectorAll('title, desc')) element.remove()
  for (const element of copy.querySelectorAll('*'))
    for (const name of element.getAttributeNames())
      if (
        /^(class|tabindex|role|style|id$|aria-|data-)/.test(name) &&
        !(name === 'id' && isReferred(element))
      )
        element.removeAttribute(name)
  const markup = [...copy.childNodes].map((node) => new XMLSerializer().serializeToString(node)).join('')
  return {
    markup: markup.replaceAll(' xmlns="http://www.w3.org/2000/svg"', ''),
    width: Number(svg.getAttribute('width')),
    height: Number(svg.getAttribute('height')),
  }
}

const isReferred = ({ tagName }: Element) => tagName === 'clipPath'

async function fontFace(url: string, weight: number): Promise<string> {
  const font = new Uint8Array(await (await fetch(url)).arrayBuffer())
  return `@font-face{font-family:Inter;font-weight:${weight};src:url(data:font/woff2;base64,${base64Of(font)}) format('woff2')}`
}

/** Bytes as base64, in pieces: a call takes no more arguments than so many. */
export function base64Of(bytes: Uint8Array): string {
  let binary = ''
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192))
  return btoa(binary)
}
