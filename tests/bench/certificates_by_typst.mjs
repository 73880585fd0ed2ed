// Certificates as biwu draws them, by typst: NODE_MODULES CONTESTANTS.csv FONTS OUT [--split]
import { createRequire } from "node:module";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";

const [modules, people, fonts, out, split] = process.argv.slice(2);
const { NodeCompiler } = createRequire(modules + "/")("@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [fonts] }] });
const rows = readFileSync(people, "utf8").trim().split("\n").slice(1).map((row) => row.split(","));

const head = `#let gold = rgb("B4924C")
// 回纹, in fifths of its side: from the page's left upper corner, and reflected into the others.
#let corners(shape) = for (x, y) in ((1, 1), (-1, 1), (-1, -1), (1, -1)) {
  place(if x > 0 { left } else { right } + if y > 0 { top } else { bottom }, scale(x: 100% * x, y: 100% * y, shape))
}
#let fret = box(width: 30mm, height: 30mm, place(dx: 16.5mm, dy: 16.5mm, curve(
  stroke: 1pt + gold,
  ..((5, 0), (5, 5), (0, 5), (0, 1.25), (3.75, 1.25), (3.75, 3.75), (1.25, 3.75), (1.25, 2.5), (2.5, 2.5))
    .map(((x, y)) => curve.line((x * 1.64mm, y * 1.64mm))))))
#let inner-line(inset, thickness) = {
  let (near, far, w, h) = (inset, inset + 12mm, 841.89pt, 595.28pt)
  place(polygon(stroke: thickness + gold, (near, far), (far, far), (far, near), (w - far, near), (w - far, far),
    (w - near, far), (w - near, h - far), (w - far, h - far), (w - far, h - near), (far, h - near), (far, h - far),
    (near, h - far)))
}
#set page(width: 841.89pt, height: 595.28pt, margin: 0pt, background: {
  for (inset, colour, thickness) in ((10mm, rgb("8E1B1F"), 2.6pt), (12mm, gold, 0.6pt)) {
    place(dx: inset, dy: inset, rect(width: 841.89pt - 2 * inset, height: 595.28pt - 2 * inset, stroke: thickness + colour))
  }
  inner-line(15.5mm, 0.9pt)
  inner-line(16.6mm, 0.4pt)
  corners(fret)
})
#set text(font: "LXGW WenKai", lang: "zh", top-edge: "baseline", fill: rgb("1C1A18"))
#let line-at(x, y, size, spacing, body) = place(dx: x, dy: y, text(size: size, tracking: spacing, body))
#let certificate(number, name, unit) = {
  line-at(303pt, 136pt, 44pt, 20pt, text(weight: "bold", fill: rgb("8E1B1F"))[获奖证书])
  place(dx: 313pt, dy: 157pt, line(length: 97pt, stroke: 0.7pt + rgb("B8912F")))
  place(dx: 432pt, dy: 157pt, line(length: 97pt, stroke: 0.7pt + rgb("B8912F")))
  line-at(592pt, 187pt, 10.5pt, 0.3pt)[编号：CFBW-2023-#number]
  line-at(122pt, 215pt, 21pt, 0.5pt, unit)
  line-at(122pt, 253pt, 30pt, 3pt, text(weight: "bold", name))
  line-at(224pt, 253pt, 21pt, 1pt)[同志：]
  place(dx: 122pt, dy: 298pt, block(width: 598pt, {
    set text(size: 21pt)
    set par(leading: 36pt, spacing: 36pt, justify: true, first-line-indent: (amount: 2em, all: true))
    [在全市社区党组织书记比武争星社区比武中表现优异，荣获#text(weight: "bold", fill: rgb("8E1B1F"))[优秀奖]。]
    parbreak()
    [特发此证，以资鼓励。]
  }))
  line-at(511pt, 470pt, 21pt, 0.8pt)[中共某市委组织部]
  line-at(478pt, 499pt, 21pt, 0.8pt)[二〇二三年十月二十六日]
}
`;
const page = ([, name, , unit], at) => `#certificate("${String(at + 1).padStart(5, "0")}", "${name}", "${unit}")\n`;

if (split) {
  mkdirSync(out, { recursive: true });
  rows.forEach((row, at) =>
    writeFileSync(`${out}/${row[0]}.pdf`, compiler.pdf({ mainFileContent: head + page(row, at) })));
} else {
  writeFileSync(out, compiler.pdf({ mainFileContent: head + rows.map(page).join("#pagebreak()\n") }));
}
