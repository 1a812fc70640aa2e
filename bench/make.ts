/** `node --import tsx bench/make.ts FOLDER ARTICLES` writes a sample archive. */
import { writeArchive } from "./archive.ts";

const [folder = "archive", articles = "1000"] = process.argv.slice(2);
writeArchive({ folder, articles: Number(articles) });
