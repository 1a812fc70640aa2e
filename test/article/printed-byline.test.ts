import assert from "node:assert/strict";
import test from "node:test";
import { parsePrintedByline } from "../../src/article/printed-byline.ts";

const NAMES: readonly (readonly [string, readonly string[]])[] = [
  ["By Ida Holt and Lu Ban", ["Ida Holt", "Lu Ban"]],
  ["Von Marta Kern", ["Marta Kern"]],
  ["Par Jean-Luc d'Arcy et Ida Holt", ["Jean-Luc d'Arcy", "Ida Holt"]],
  ["João da Silva e Rita dos Santos", ["João da Silva", "Rita dos Santos"]],
  ["Иван Горин и Анна Белова", ["Иван Горин", "Анна Белова"]],
  ["محمد علي و سارة حسن", ["محمد علي", "سارة حسن"]],
  ["ByIda Holt", ["Ida Holt"]],
  ["Autorin/Autor Ida Holt", ["Ida Holt"]],
  ["Ida Holt (with Lu Ban and Ada Poe)", ["Ida Holt", "Lu Ban", "Ada Poe"]],
  ["Ida Holt with Lu Ban", ["Ida Holt", "Lu Ban"]],
  ["Ida Holt, Lu Ban and Ada Poe, Harbour Desk", ["Ida Holt", "Lu Ban", "Ada Poe"]],
  ["Ida Holt in Varn", ["Ida Holt"]],
  ["Ida Holt, reporter at the Varn Herald", ["Ida Holt"]],
  ["Ida Holt is a reporter covering the coast", ["Ida Holt"]],
  ["holt@varn.example (Ida Holt)", ["Ida Holt"]],
  ["Ida Holt holt@varn.example", ["Ida Holt"]],
  ["Net & Rope", ["Net & Rope"]],
  ["Kern and Sons Ltd", ["Kern and Sons Ltd"]],
  ["Reuters and AFP", ["Reuters", "AFP"]],
  ["The Varn Press", ["The Varn Press"]],
  ["Published", []],
  ["View profile", []],
];

for (const [printed, names] of NAMES) {
  test(`the byline ${JSON.stringify(printed)} names ${names.length === 0 ? "nobody" : names.join(", ")}`, () => {
    assert.deepEqual(parsePrintedByline(printed).names, names);
  });
}

test("who edited, translated or photographed is told apart from who wrote", () => {
  assert.deepEqual(parsePrintedByline("Written by Ida Holt, edited by Lu Ban"), {
    names: ["Ida Holt"],
    others: ["edited by Lu Ban"],
  });
  assert.deepEqual(parsePrintedByline("Edited by Lu Ban").names, []);
});
