import { type Html, html, raw } from "../html.ts";
import { encodeModules } from "./qr-modules.ts";

/** A QR code as a small inline picture: dark modules are runs of one stroked line, one row after another. */
export function renderQrCode(text: string, label: string): Html {
  const { size, isDark } = encodeModules(text);
  let path = "";
  for (let y = 0; y < size; y++) {
    let end = -1;
    for (let x = 0; x < size; x++) {
      if (!isDark(x, y)) continue;
      let length = 1;
      while (x + length < size && isDark(x + length, y)) length++;
      path += `${end < 0 ? `M${x} ${y}` : `m${x - end} 0`}h${length}`;
      end = x + length;
      x = end;
    }
  }
  return html`<svg class="qr" role="img" aria-label="${label}" viewBox="0 -.5 ${size} ${size}"><path d="${raw(path)}"/></svg>`;
}
