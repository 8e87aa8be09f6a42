// Run as a program of its own: the reader is an ES module that awaits at its top, which Jest cannot require.
// Prints the text of each page, and how a page's picture is inked: its size and how many points are not white.
import { Buffer } from 'node:buffer';
import { readFileSync } from 'node:fs';
import { ColorSpace, Document, Matrix } from 'mupdf';

const pdf = Document.openDocument(readFileSync(0), 'application/pdf');
const pages = Array.from({ length: pdf.countPages() }, (_, index) => {
  const page = pdf.loadPage(index);
  const text = page.toStructuredText('preserve-whitespace');
  const lines = [];
  text.walk({
    beginLine: (box) => lines.push({ box, text: '' }),
    onChar: (character) => {
      lines[lines.length - 1].text += character;
    },
  });
  return { width: page.getBounds()[2], height: page.getBounds()[3], lines };
});
const picture = pdf.loadPage(0).toPixmap(Matrix.identity, ColorSpace.DeviceGray, false, true);
const inked = picture.getPixels().filter((point) => point < 128).length;
const png = picture.asPNG();
process.stdout.write(
  JSON.stringify({ pages, inked, pngHeader: Buffer.from(png.subarray(1, 4)).toString('latin1') }),
);
