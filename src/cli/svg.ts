import { xmlAttribute } from '../export/index.js';

/** A picture with a white ground, which reads in any viewer and on paper. */
export function svgDocument(
  { width, height, title }: { readonly width: number; readonly height: number; readonly title: string },
  body: readonly string[],
): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, 'Helvetica Neue', Arial, sans-serif">`,
    `<title>${xmlAttribute(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#ffffff"/>`,
    ...body,
    '</svg>',
    '',
  ].join('\n');
}

/** Colours that the colour-blind tell apart too (Okabe and Ito). */
export const COLOURS = {
  support: '#0072b2',
  oppose: '#d55e00',
  neutral: '#999999',
  conditionalSupport: '#56b4e9',
  conditionalOppose: '#e69f00',
  conditionalUnstated: '#cccccc',
  ink: '#222222',
  faint: '#dddddd',
} as const;

/** A number in a picture: a tenth of a pixel is enough. */
export function px(value: number): string {
  return String(Math.round(value * 10) / 10);
}
