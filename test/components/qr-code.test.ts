import assert from "node:assert/strict";
import test from "node:test";
import { encode } from "uqr";
import { renderQrCode } from "../../src/components/qr-code.ts";

/** Draws the path onto a square of modules, as a browser would. */
function drawPath(path: string, size: number): boolean[][] {
  const square = Array.from({ length: size }, () => Array.from({ length: size }, () => false));
  let x = 0;
  let y = 0;
  for (const [, command, first, second] of path.matchAll(/([Mmh])(-?\d+)(?: (-?\d+))?/g)) {
    const number = Number(first);
    if (command === "M") [x, y] = [number, Number(second)];
    else if (command === "m") [x, y] = [x + number, y + Number(second)];
    else {
      for (let step = 0; step < number; step++) {
        const row = square[y];
        if (row !== undefined) row[x + step] = true;
      }
      x += number;
    }
  }
  return square;
}

test("the picture of a QR code has exactly the modules of the code", () => {
  for (const address of ["https://wire.example/s/k3/x9q2p.html", "a", `https://wire.example/${"long/".repeat(30)}`]) {
    const { data, size } = encode(address, { border: 0, ecc: "L", maskPattern: 2 });
    const markup = renderQrCode(address, "Code").toString();
    const path = /<path d="([^"]*)"/.exec(markup)?.[1] ?? "";
    assert.deepEqual(drawPath(path, size), data);
    assert.ok(markup.includes(`viewBox="0 -.5 ${size} ${size}"`));
  }
});

test("codes of many addresses of one length are the codes that each would have alone", () => {
  for (let number = 0; number < 400; number++) {
    const name = String.fromCharCode(
      ...Array.from({ length: 8 }, (_none, place) => 33 + ((number * 31 + place * 17) % 94)),
    );
    const address = `https://wire.example/s/${name}`;
    const { data, size } = encode(address, { border: 0, ecc: "L", maskPattern: 2 });
    const path = /<path d="([^"]*)"/.exec(renderQrCode(address, "Code").toString())?.[1] ?? "";
    assert.deepEqual(drawPath(path, size), data, address);
  }
});

test("a label that is markup stays text", () => {
  assert.ok(!renderQrCode("a", '"><script>').toString().includes("<script>"));
});
