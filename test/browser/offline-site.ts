/** A small newsroom for the tests of reading offline: two days, a picture, a sound, two languages. */
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import sharp from "sharp";
import { build } from "../../src/build/build.ts";
import type { Folders } from "../../src/newsroom/folders.ts";

export interface OfflineSite {
  readonly folder: string;
  readonly folders: Folders;
  /** Writes a file of the newsroom: `content/…` or `data/…`. */
  readonly write: (address: string, text: string | Uint8Array) => void;
  /** Builds into another folder, as a deploy does; gives it. */
  readonly build: (name: string, now: string) => Promise<string>;
}

/** One second of a tone: RIFF WAVE, PCM, 8 kHz, mono, 8 bit. */
export function makeSound(): Uint8Array {
  const samples = 8000;
  const bytes = Buffer.alloc(44 + samples, 128);
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + samples, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(1, 22);
  bytes.writeUInt32LE(8000, 24);
  bytes.writeUInt32LE(8000, 28);
  bytes.writeUInt16LE(1, 32);
  bytes.writeUInt16LE(8, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(samples, 40);
  for (let index = 0; index < samples; index++) bytes[44 + index] = 128 + Math.round(80 * Math.sin(index / 5));
  return bytes;
}

/** One article file. */
export function article(title: string, date: string, body: string, more = ""): string {
  return `---\ntitle: ${title}\ndate: ${date}\ndateline: PORT AMBER (The Quay)\nsection: harbour\ntags: [Ferries]\n${more}---\n\n${body}\n`;
}

const MEDIA = `image: {src: pier.jpg, alt: A pier in the rain}\naudio: {src: pier.wav, duration: "0:01"}\n`;

export async function makeOfflineSite(): Promise<OfflineSite> {
  const folder = mkdtempSync(join(tmpdir(), "dateline-offline-"));
  const write = (address: string, text: string | Uint8Array): void => {
    mkdirSync(dirname(join(folder, address)), { recursive: true });
    writeFileSync(join(folder, address), text);
  };
  const pier = await sharp({ create: { width: 1000, height: 600, channels: 3, background: "#567" } })
    .jpeg()
    .toBuffer();
  write("data/site.yaml", "title: The Quay\nlanguage: en\nlanguages: [en, ar]\ntimeZone: UTC\n");
  write("content/media/pier.jpg", pier);
  write("content/media/pier.wav", makeSound());
  write(
    "content/discussion/2031/01/pier-opens.yaml",
    "- {id: c1, author: Ines, date: 2031-01-15T09:00Z, text: I was the first across.}\n",
  );
  write(
    "content/articles/2031/01/pier-opens.md",
    article("Pier opens", "2031-01-15T08:00Z", "It opened at six.", MEDIA),
  );
  write("content/articles/2031/01/ferry-sails.md", article("Ferry sails", "2031-01-16T08:00Z", "It sailed at nine."));
  write("content/articles/2031/01/crane-falls.md", article("Crane falls", "2031-01-16T09:00Z", "No one was hurt."));
  write(
    "content/articles/2031/01/old-quay.md",
    "---\ntitle: Old quay\ndate: 2031-01-02T08:00Z\nsection: history\n---\n\nIt is a hundred years old.\n",
  );
  write(
    "content/articles/2031/01/marsa.md",
    "---\ntitle: المرسى يفتح\ndate: 2031-01-16T08:30Z\nlang: ar\nsection: harbour\nslug: marsa\n---\n\nفتح المرسى أبوابه.\n",
  );
  const folders = { data: join(folder, "data"), content: join(folder, "content"), cache: join(folder, "cache") };
  return {
    folder,
    folders: { ...folders, output: join(folder, "first") },
    write,
    build: async (name, now) => {
      const output = join(folder, name);
      await build({
        folders: { ...folders, output, cache: join(folder, `cache-${name}`) },
        now: Date.parse(now),
        jobs: 1,
      });
      return output;
    },
  };
}
