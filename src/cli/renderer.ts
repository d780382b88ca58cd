import { createRequire } from 'node:module'
import { plainSvg } from './plainSvg.js'

/** Draws an SVG picture, as the bytes of a PNG file. */
export type Render = (svg: string) => Uint8Array

/** What draws pictures, why they cannot be drawn, or nothing where nobody has asked for it. */
export type Renderer = Render | string | undefined

type Resvg = typeof import('@resvg/resvg-js').Resvg
type Fonts = { readonly loadSystemFonts: true } | { readonly loadSystemFonts: false; readonly fontFiles: Array<string> }

/** Where the renderer and the letters come from. */
export interface Installed {
  readonly load: () => Promise<{ readonly Resvg: Resvg }>
  readonly fonts: () => Fonts
}

const name = '@resvg/resvg-js'

/** The letters of a package, the same on every machine; where it is not installed, those of the system. */
const fonts = (): Fonts => {
  const require = createRequire(import.meta.url)
  try {
    const fontFiles = [require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf'), require.resolve('dejavu-fonts-ttf/ttf/DejaVuSans-Oblique.ttf')]
    return { loadSystemFonts: false, fontFiles }
  } catch {
    return { loadSystemFonts: true }
  }
}

const installed: Installed = { load: () => import('@resvg/resvg-js'), fonts }

/** The renderer, where its package is installed; it draws twice as large as the SVG says, on white. */
export const renderer = async (from: Installed = installed): Promise<Renderer> => {
  try {
    const { Resvg } = await from.load()
    const font = from.fonts()
    return hasLetters(Resvg, font) ? svg =>
      new Resvg(plainSvg(svg), { fitTo: { mode: 'zoom', value: 2 }, background: '#fff', font }).render().asPng() : noLetters
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    return code === 'ERR_MODULE_NOT_FOUND' && message.includes(name) ? undefined : `${name} cannot be loaded (${message})`
  }
}

const noLetters = 'no font was found; lemmata train --help says how to get one'

const letter = plainSvg(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text y="9" style="font: 9px system-ui, sans-serif">A</text></svg>'
)

/** Whether a letter leaves ink: where there is no font, a text is left out without a word. */
const hasLetters = (Resvg: Resvg, font: Fonts): boolean =>
  new Resvg(letter, { font }).render().pixels.some(byte => byte !== 0)
