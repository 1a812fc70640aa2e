import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import test, { after } from "node:test";
import sharp from "sharp";
import { drawPictures } from "../../src/media/draw-pictures.ts";
import { MediaError, measurePicture, pictureFiles, selectImageSource } from "../../src/media/pictures.ts";

const folder = mkdtempSync(path.join(os.tmpdir(), "pictures-"));
const mediaDir = path.join(folder, "media");
mkdirSync(path.join(mediaDir, "2026"), { recursive: true });
after(() => rmSync(folder, { recursive: true }));

function blank(width: number, height: number, alpha = 1) {
  return sharp({ create: { width, height, channels: alpha < 1 ? 4 : 3, background: { r: 180, g: 40, b: 30, alpha } } });
}

function save(name: string, content: Buffer | string): string {
  const file = path.join(mediaDir, name);
  writeFileSync(file, content);
  return file;
}

const wide = save("2026/Harbour côte.jpg", await blank(1700, 850).jpeg().toBuffer());

for (const type of ["jpeg", "png", "webp", "avif", "gif"] as const) {
  test(`size and type of a ${type} file come from its header`, async () => {
    const file = save(`plain.${type}`, await blank(30, 20).toFormat(type).toBuffer());
    const { width, height, type: found, hash } = measurePicture(file);
    assert.deepEqual({ width, height, found }, { width: 30, height: 20, found: type });
    assert.match(hash, /^[0-9a-f]{8}$/);
  });
}

for (const type of ["jpeg", "png", "webp"] as const) {
  test(`a ${type} photographed upright is measured as it is shown`, async () => {
    const content = await blank(30, 20).withMetadata({ orientation: 6 }).toFormat(type).toBuffer();
    const { width, height } = measurePicture(save(`turned.${type}`, content));
    assert.deepEqual({ width, height }, { width: 20, height: 30 });
  });
}

for (const [type, expected] of [
  ["png", true],
  ["webp", true],
  ["avif", true],
  ["jpeg", false],
] as const) {
  test(`transparency of a ${type} file is ${expected ? "seen" : "never claimed"}`, async () => {
    const clear = await blank(30, 20, 0.5).toFormat(type).toBuffer();
    assert.equal(measurePicture(save(`clear.${type}`, clear)).alpha, expected);
    const solid = await blank(30, 20).toFormat(type).toBuffer();
    assert.equal(measurePicture(save(`solid.${type}`, solid)).alpha, false);
  });
}

test("lossless WebP tells its transparency in another place", async () => {
  const clear = await blank(30, 20, 0.5).webp({ lossless: true }).toBuffer();
  const solid = await blank(30, 20).webp({ lossless: true }).toBuffer();
  assert.equal(measurePicture(save("clear-lossless.webp", clear)).alpha, true);
  assert.equal(measurePicture(save("solid-lossless.webp", solid)).alpha, false);
});

test("a missing, empty, foreign or cut picture is an error that names the file and says what to do", async () => {
  const cut = (await blank(30, 20).jpeg().toBuffer()).subarray(0, 100);
  const cases: readonly [string, RegExp][] = [
    [path.join(mediaDir, "absent.jpg"), /absent\.jpg: there is no such file; put the file there/],
    [save("empty.jpg", ""), /empty\.jpg: it is empty; save it again/],
    [save("text.jpg", "Dear editor"), /text\.jpg: it is not a picture/],
    [save("cut.jpg", cut), /cut\.jpg: it is not a picture, or only the beginning/],
    [save("camera.bmp", Buffer.concat([Buffer.from("BM"), Buffer.alloc(60, 1)])), /camera\.bmp: it is a bmp file/],
  ];
  for (const [file, expected] of cases) {
    assert.throws(
      () => measurePicture(file),
      (error) => error instanceof MediaError && expected.test(error.message) && error.file === file,
    );
  }
});

test("a picture that was replaced is measured again", async () => {
  const file = save("replaced.png", await blank(30, 20).png().toBuffer());
  const before = measurePicture(file);
  save("replaced.png", await blank(50, 20).png().toBuffer());
  utimesSync(file, 1, 1);
  assert.equal(measurePicture(file).width, 50);
  assert.notEqual(measurePicture(file).hash, before.hash);
});

test("no file made from a picture is wider than the picture", () => {
  const facts = { width: 1000, height: 501, hash: "0123abcd", type: "jpeg", alpha: false } as const;
  const files = pictureFiles(facts, "2026/Harbour côte.jpg");
  assert.deepEqual(
    files.filter(({ type }) => type === "image/webp").map(({ width, height }) => [width, height]),
    [
      [400, 200],
      [800, 401],
      [1000, 501],
    ],
  );
  assert.equal(files[0]?.address, "media/01/harbour-cote-0123abcd-400.webp");
  assert.deepEqual(
    pictureFiles({ ...facts, width: 90 }, "x.jpg").map(({ width }) => width),
    [90, 90],
  );
  assert.deepEqual(
    pictureFiles({ ...facts, width: 450 }, "x.jpg").map(({ width }) => width),
    [400, 400],
  );
  assert.deepEqual(
    [...new Set(pictureFiles({ ...facts, alpha: true }, "x.png").map(({ type }) => type))],
    ["image/webp", "image/png"],
  );
});

test("published names are short, lower case and plain, whatever the file is called", () => {
  const facts = { width: 2000, height: 900, hash: "0123abcd", type: "png", alpha: false } as const;
  for (const src of ["ГАВАНЬ.png", "CON.png", "../../etc/passwd.png", `${"long-".repeat(40)}.png`, "a b?c#d.png"]) {
    for (const { address } of pictureFiles(facts, src)) {
      assert.match(address, /^media\/01\/[a-z0-9-]+\.(webp|jpg)$/);
      assert.ok(path.basename(address).length <= 60, address);
    }
  }
});

test("a page gets WebP first, a plain file for every browser, and the dimensions to reserve", () => {
  const picture = { src: "2026/harbour.jpg", alt: "Cranes", caption: "The harbour", credit: "A. Person" };
  const facts = { width: 1200, height: 800, hash: "0123abcd", type: "jpeg", alpha: false } as const;
  const to = (address: string) => `../../${address}`;
  const source = selectImageSource(facts, picture, to, { url: "https://news.example/" });
  assert.equal(source.src, "../../media/01/harbour-0123abcd-800.jpg");
  assert.deepEqual([source.width, source.height, source.credit], [1200, 800, "A. Person"]);
  assert.equal(source.absolute, "https://news.example/media/01/harbour-0123abcd-1200.jpg");
  assert.deepEqual(
    source.srcset.map(({ type }) => type),
    ["image/webp", "image/jpeg"],
  );
  assert.match(source.srcset[0]?.srcset ?? "", /-400\.webp 400w, .*-800\.webp 800w, .*-1200\.webp 1200w$/);
  const narrow = selectImageSource(facts, picture, to, { maxWidth: 500 });
  assert.equal(narrow.srcset[0]?.srcset, "../../media/01/harbour-0123abcd-400.webp 400w");
  assert.equal("absolute" in narrow, false);
});

test("pictures are drawn to the sizes promised, the same bytes each time, and taken from the cache after that", async () => {
  const wanted = [{ src: "2026/Harbour côte.jpg", facts: measurePicture(wide) }];
  const one = { mediaDir, cacheDir: path.join(folder, "cache-1"), outputDir: path.join(folder, "out-1") };
  const two = { mediaDir, cacheDir: path.join(folder, "cache-2"), outputDir: path.join(folder, "out-2") };
  const addresses = await drawPictures(wanted, one);
  assert.deepEqual(await drawPictures([...wanted, ...wanted], two), addresses);
  assert.equal(addresses.length, 8);
  for (const file of pictureFiles(measurePicture(wide), "2026/Harbour côte.jpg")) {
    const content = readFileSync(path.join(one.outputDir, file.address));
    assert.deepEqual(content, readFileSync(path.join(two.outputDir, file.address)));
    const { width, height, format } = await sharp(content).metadata();
    assert.deepEqual(
      { width, height, type: `image/${format}` },
      { width: file.width, height: file.height, type: file.type },
    );
  }
  rmSync(one.outputDir, { recursive: true });
  const gone = { ...one, mediaDir: path.join(folder, "no-such-folder") };
  assert.deepEqual(await drawPictures(wanted, gone), addresses);
  const leftovers = readdirSync(one.cacheDir, { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".part"),
  );
  assert.deepEqual(leftovers, []);
});

test("the place where a photograph was taken is not published, and the photograph stands upright", async () => {
  const exif = { IFD0: { Artist: "Secret Name" }, IFD3: { GPSLatitude: "60/1 10/1 0/1", GPSLatitudeRef: "N" } };
  const content = await blank(900, 600).withExif(exif).withMetadata({ orientation: 8 }).jpeg().toBuffer();
  assert.ok(content.includes("Secret Name"));
  const facts = measurePicture(save("gps.jpg", content));
  const outputDir = path.join(folder, "out-gps");
  for (const address of await drawPictures([{ src: "gps.jpg", facts }], {
    mediaDir,
    cacheDir: path.join(folder, "cache-1"),
    outputDir,
  })) {
    const made = readFileSync(path.join(outputDir, address));
    const metadata = await sharp(made).metadata();
    assert.equal(metadata.exif, undefined);
    assert.equal(made.includes("Secret Name"), false);
    assert.ok((metadata.height ?? 0) > (metadata.width ?? 0));
  }
});

test("a picture damaged after its header is an error, not a grey area", async () => {
  const whole = await sharp({
    create: {
      width: 800,
      height: 600,
      channels: 3,
      background: "#888",
      noise: { type: "gaussian", mean: 128, sigma: 40 },
    },
  })
    .png({ compressionLevel: 0 })
    .toBuffer();
  whole.fill(0xee, 20_000, 20_200);
  const facts = measurePicture(save("torn.png", whole));
  await assert.rejects(
    drawPictures([{ src: "torn.png", facts }], { mediaDir, cacheDir: path.join(folder, "cache-1"), outputDir: folder }),
    (error) =>
      error instanceof MediaError && /torn\.png: it cannot be drawn .*save or export it again/.test(error.message),
  );
});
