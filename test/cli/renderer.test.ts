import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Render, type Renderer, renderer } from '../../src/cli/renderer.js'
import { trainDrawing } from '../../src/cli/train.js'
import { readPng } from '../../src/data/index.js'
import { diagram, heatMap, panels, planePlot } from '../../src/drawing/index.js'
import { standalone } from '../../src/report/study/standalone.js'
import * as T from '../../src/tensor/index.js'
import { install, type Installed } from './installed.js'
import { unwrapped } from './unwrapped.js'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'png-'))
afterAll(() => { rmSync(folder, { recursive: true, force: true }) })

const moon = async (name: string, found: () => Promise<Renderer>) => {
  let [out, err] = ['', '']
  const code = await trainDrawing(found)(['double-moon', '--epochs', '1', '--json', '--out', join(folder, name)], {
    out: text => { out += text }, err: text => { err += text }, colour: false, interactive: false
  })
  const { files } = JSON.parse(out) as { readonly files: ReadonlyArray<string> }
  return { code, err, files: files.map(file => basename(file)), there: readdirSync(join(folder, name)).sort() }
}

const drawn = ['boundary.png', 'boundary.svg', 'errors.png', 'errors.svg', 'loss.png', 'loss.svg']
const withoutPng = drawn.filter(name => name.endsWith('svg'))
const noFont = 'pictures are not written as PNG: no font was found; lemmata train --help says how to get one\n'
const beside = ['begun.json', 'index.html', 'runs']

let render: Render

beforeAll(async () => {
  const found = await renderer()
  if (typeof found !== 'function') throw new Error(found ?? 'no renderer')
  render = found
})

/** The width and the height that an SVG says. */
const sizeOf = (svg: string): readonly [number, number] => {
  const [, width = '', height = ''] = /viewBox="0 0 (\S+) ([^"]+)"/.exec(svg) ?? []
  return [Number(width), Number(height)]
}

/** The pixels that differ between two images of one size, as places in the SVG. */
const differing = (one: T.Tensor, other: T.Tensor): ReadonlyArray<readonly [number, number]> => {
  const [, width = 0, channels = 0] = one.shape
  expect(other.shape).toEqual(one.shape)
  const pixels = Array.from(one.data, (entry, k) => (entry === other.data[k] ? [] : Math.floor(k / channels))).flat()
  return pixels.map(pixel => [pixel % width / 2, Math.floor(pixel / width) / 2])
}

describe('each picture of an experiment is a PNG file too', () => {
  beforeAll(async () => {
    const { code, err, files, there } = await moon('moon', renderer)
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect([...files].sort()).toEqual([...drawn, 'index.html'].sort())
    expect(there).toEqual([...drawn, ...beside].sort())
  })

  test.each(withoutPng)('%s: twice as wide and as high', name => {
    const svg = readFileSync(join(folder, 'moon', name), 'utf8')
    const png = readFileSync(join(folder, 'moon', name.replace('svg', 'png')))
    const [width, height] = sizeOf(svg)
    expect(readPng(png).shape.slice(0, 2)).toEqual([2 * height, 2 * width])
    expect(png.equals(render(svg))).toBe(true)
  })

  test('the label of an axis is where the SVG has it, and nothing else changes without it', () => {
    const svg = readFileSync(join(folder, 'moon/loss.svg'), 'utf8')
    const [label = '', x = '', y = ''] = /<text class="axis" x="([^"]+)" y="([^"]+)"[^>]*>epoch<\/text>/.exec(svg) ?? []
    const places = differing(readPng(render(svg)), readPng(render(svg.replace(label, ''))))
    expect(places.length).toBeGreaterThan(0)
    // five letters, at most 24 high and wide each
    const far = places.filter(([atX, atY]) => Math.abs(atX - Number(x)) > 60 || Math.abs(atY - Number(y)) > 24)
    expect(far).toEqual([])
  })

  test('a line has the colour of its series, and not that of another', () => {
    const svg = readFileSync(join(folder, 'moon/loss.svg'), 'utf8')
    const other = svg.replace('--series-1: #2b6cb0', '--series-1: #c4511d')
    expect(other).not.toBe(svg)
    const pixelsOf = (colour: ReadonlyArray<number>, { shape: [, , channels = 0], data }: T.Tensor): number =>
      Array.from(data, (_, k) => k % channels === 0 && colour.every((byte, c) => data[k + c] === byte))
        .filter(Boolean).length
    const [blue, red] = [[0x2b, 0x6c, 0xb0], [0xc4, 0x51, 0x1d]]
    const [one, two] = [svg, other].map(each => readPng(render(each)))
    expect([pixelsOf(red, one!), pixelsOf(blue, two!)]).toEqual([0, 0])
    expect(pixelsOf(blue, one!)).toBeGreaterThan(0)
    expect(pixelsOf(red, two!)).toBe(pixelsOf(blue, one!))
  })
})

describe('what an SVG says in the words of browsers is drawn', () => {
  const colourAt = (image: T.Tensor, x: number, y: number): ReadonlyArray<number> =>
    [0, 1, 2].map(c => T.at(image, [2 * y, 2 * x, c]))

  test('a pixel that is enlarged stays a square', () => {
    const svg = standalone(panels({ title: 'two', panels: [{ title: '', image: T.fromNested([[0, 255]]) }] }))
    const image = readPng(render(svg))
    const [width] = sizeOf(svg)
    const colours = [1, width / 2 - 1, width / 2 + 1, width - 2].map(x => colourAt(image, x, 100))
    expect(colours).toEqual([0, 0, 255, 255].map(grey => [grey, grey, grey]))
  })
  test('the cells of a heat map', () => {
    const svg = standalone(heatMap({
      title: 'cells', values: T.fromNested([[0, 1]]), written: () => '',
      rows: { label: '', names: [''] }, columns: { label: '', names: ['', ''] }
    }))
    const [, x = '', y = '', wide = ''] = /<image x="(\d+)" y="(\d+)" width="(\d+)"/.exec(svg) ?? []
    const [left, middle] = [Number(x), Number(x) + Number(wide) / 2]
    const image = readPng(render(svg))
    expect([left + 2, middle - 1, middle + 1].map(at => colourAt(image, at, Number(y) + 9)))
      .toEqual([0, 0, 255].map(grey => [grey, grey, grey]))
  })
  test.each([
    ['letters in italics', standalone(diagram({
      title: 'one', width: 90, height: 90, arrows: [], nodes: [{ label: '', x: 45, y: 45, below: 'leans' }]
    })), ' font-style="italic"'],
    ['an arrow of a series', standalone(planePlot({
      title: 'one', x: { label: 'x', range: [0, 1] }, y: { label: 'y', range: [0, 1] },
      arrows: [{ label: 'step', from: { x: 0, y: 0 }, to: { x: 1, y: 1 } }]
    })), ' fill="var(--colour)"']
  ])('%s', (_, svg, said) => {
    expect(svg).toContain(said)
    expect(differing(readPng(render(svg)), readPng(render(svg.replace(said, '')))).length).toBeGreaterThan(0)
  })
})

test('letters are of the first family that is known, and not of the first file that is found', async () => {
  const { resolve: there } = createRequire(import.meta.url)
  const fontFiles = ['MathTeXGyre', 'Sans', 'Sans-Oblique'].map(file => there(`dejavu-fonts-ttf/ttf/DejaVu${file}.ttf`))
  const found = await renderer({ load: () => import('@resvg/resvg-js'), fonts: () => ({ loadSystemFonts: false, fontFiles }) })
  const svg = standalone(panels({ title: 'one', panels: [{ title: 'letters', image: T.fromNested([[0]]) }] }))
  expect(typeof found === 'function' && Buffer.from(found(svg)).equals(render(svg))).toBe(true)
})

describe('where it cannot be drawn', () => {
  test('and nobody has asked for it, SVG files alone are written, and nothing is said', async () => {
    const { code, err, files, there } = await moon('svg', () => Promise.resolve(undefined))
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect([...files].sort()).toEqual(['index.html', ...withoutPng].sort())
    expect(there).toEqual([...withoutPng, ...beside].sort())
  })
  test('for there is no font, that is said in a line, in place of pictures without text', async () => {
    const load = () => import('@resvg/resvg-js')
    const fonts = () => ({ loadSystemFonts: false as const, fontFiles: [] })
    const { code, err, there } = await moon('no-font', () => renderer({ load, fonts }))
    expect(code).toBe(0)
    expect(unwrapped(err)).toBe(noFont)
    expect(there).toEqual([...withoutPng, ...beside].sort())
  })
})

describe('as somebody has it installed', () => {
  const without = ['@resvg', 'dejavu-fonts-ttf']
  let here: Installed
  beforeAll(() => {
    here = install({})
    const modules = join(here.folder, 'node_modules')
    rmSync(modules)
    mkdirSync(modules)
    for (const name of readdirSync(join(root, 'node_modules'))) {
      if (!without.includes(name)) symlinkSync(join(root, 'node_modules', name), join(modules, name), 'junction')
    }
  })
  afterAll(() => { here.remove() })

  const trained = async () => {
    const { code, err } = await here.lemmata(['train', 'double-moon', '--epochs', '1', '--out', 'moon'])
    const there = readdirSync(join(here.folder, 'moon')).filter(name => !beside.includes(name)).sort()
    return { code, err: unwrapped(err), there }
  }

  test('without the packages, SVG files alone are written, and nothing is said', async () => {
    expect(await trained()).toEqual({ code: 0, err: '', there: withoutPng })
  })
  test('with one that does not load, that is said in a line', async () => {
    const broken = join(here.folder, 'node_modules/@resvg/resvg-js/index.js')
    mkdirSync(dirname(broken), { recursive: true })
    writeFileSync(broken, `throw new Error('no binding')`)
    expect(await trained()).toEqual({
      code: 0, err: 'pictures are not written as PNG: @resvg/resvg-js cannot be loaded (no binding)\n', there: withoutPng
    })
    rmSync(dirname(broken), { recursive: true })
  })
  const add = (name: string): void => {
    rmSync(join(here.folder, 'node_modules', name), { recursive: true, force: true })
    symlinkSync(join(root, 'node_modules', name), join(here.folder, 'node_modules', name), 'junction')
  }
  test('with what draws alone, the letters are of the system, or it is said that it has none', async () => {
    add('@resvg')
    const ended = await trained()
    expect([{ code: 0, err: '', there: drawn }, { code: 0, err: noFont, there: withoutPng }]).toContainEqual(ended)
    for (const name of drawn.filter(file => file.endsWith('png'))) rmSync(join(here.folder, 'moon', name), { force: true })
  })
  test('with both, PNG files are written', async () => {
    add('dejavu-fonts-ttf')
    expect(await trained()).toEqual({ code: 0, err: '', there: drawn })
  })
})

test('help and guide say how to get the packages, in the versions that fit', async () => {
  const { peerDependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    readonly peerDependencies: Readonly<Record<string, string>>
    readonly devDependencies: Readonly<Record<string, string>>
  }
  const line = `npm install ${Object.entries(peerDependencies).map(([name, version]) => `${name}@${version}`).join(' ')}`
  const { trainHelp } = await import('../../src/cli/trainOptions.js')
  expect(trainHelp).toContain(line)
  expect(readFileSync(join(root, 'docs/train.md'), 'utf8')).toContain(line)
  expect(devDependencies).toMatchObject(peerDependencies)
})
