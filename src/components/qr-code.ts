import { encode } from "uqr";
import { type Html, html } from "../html.ts";

/** Every reader takes every mask; weighing all eight would cost more than the rest of an article's page. */
const MASK = 2;

/** A QR code as a small inline picture: dark modules are runs of one stroked line, one row after another. */
export function renderQrCode(text: string, label: string): Html {
  const { data, size } = encode(text, { border: 0, ecc: "L", maskPattern: MASK });
  let path = "";
  data.forEach((row, y) => {
    let end = 0;
    let line = "";
    for (let x = 0; x < size; x++) {
      if (!row[x]) continue;
      let length = 1;
      while (row[x + length]) length++;
      line += `${line === "" ? `M${x} ${y}` : `m${x - end} 0`}h${length}`;
      end = x + length;
      x = end;
    }
    path += line;
  });
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 -.5 ${size} ${size}"><path d="${path}"/></svg>`;
}
